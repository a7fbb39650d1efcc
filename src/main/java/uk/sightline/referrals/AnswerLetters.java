package uk.sightline.referrals;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.sightline.access.Colleagues;
import uk.sightline.documents.Documents;
import uk.sightline.documents.Letter;
import uk.sightline.platform.London;
import uk.sightline.reference.PracticePack;

/** The answer as a letter (PDF/UA), kept with the referral. */
@Component
class AnswerLetters {

    private final Documents documents;
    private final Colleagues colleagues;
    private final PracticePack pack;
    private final InstantSource time;

    AnswerLetters(Documents documents, Colleagues colleagues, PracticePack pack, InstantSource time) {
        this.documents = documents;
        this.colleagues = colleagues;
        this.pack = pack;
        this.time = time;
    }

    /** @return the document's id */
    UUID keep(ReferralRow row, String body) {
        return documents.keepLetter(letter(row, body), row.id(), "Answer to " + row.reference());
    }

    private Letter letter(ReferralRow row, String body) {
        Colleagues.Team team = colleagues.team(row.team()).orElseThrow();
        Colleagues.Colleague me = colleagues.me();
        String to = row.referrerName() == null ? "Referrer" : row.referrerName();
        return new Letter(
                team.label(),
                List.of(pack.edition().partnership()),
                team.phone() == null ? "" : team.phone(),
                Stream.of(to, row.referrerAgency() == null ? "" : agency(row.referrerAgency()))
                        .filter(line -> !line.isBlank())
                        .toList(),
                London.date(time.instant()),
                row.reference(),
                "Dear " + to,
                "Your referral " + row.reference(),
                body.lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
                me.name(),
                String.join(", ", colleagues.myPosts()));
    }

    private String agency(String key) {
        return pack.agencies().stream()
                .filter(agency -> agency.key().equals(key))
                .map(agency -> agency.label())
                .findFirst()
                .orElse(key);
    }
}
