package uk.sightline.journeys;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Referrals about adults go to those who work with adults, and to nobody else. */
@JourneyTest
class AdultReferralJourneyTests {

    @LocalServerPort
    private int port;

    @Test
    void aPartnerRefersAnAdultWhomTheAdultTeamDecidesAndTheChildrensTeamNeverSees() {
        try (Visitor partner = Visitor.at(port);
                Visitor adults = Visitor.at(port);
                Visitor children = Visitor.at(port)) {
            String receipt = refer(partner);
            FrontDoor mash = new FrontDoor(adults, Cast.ADULT_MASH).open(receipt);
            String address = adults.picture("triage-adult").path();

            children.signInAs(Cast.FRONT_DOOR).open("/front-door?team=every").doesNotSee(receipt);
            children.open(address).sees("Page not found");

            mash.makeRecord("Bertram Oakhollow");
            mash.decide("adult-concern", "4", "He is made to leave his own home, and cannot say no.");
            partner.open("/referrals")
                    .follow(receipt)
                    .sees("safeguarding concern about an adult")
                    .picture("answered-adult");
        }
    }

    private static String refer(Visitor partner) {
        Referring referring = new Referring(partner.signInAs(Cast.PARTNER)).begin("adult");
        partner.press("Carry on");
        referring
                .person("Bertram Oakhollow", "about 52")
                .happened("Strangers sleep in his flat and he stays in one room.", "They said it is theirs now")
                .worry("That he is hurt when he asks them to go.")
                .exploitation("CUCKOOING")
                .signs("D3-02")
                .level("4", "He is afraid in his own home.");
        partner.picture("consent-adult").pick("sharing", "refused").pick("basis", "coercion");
        partner.type("capacity", "He understood what I would write and that he may say no.");
        partner.type("basisReason", "He said no while one of them stood beside him.");
        return referring.saved().send();
    }
}
