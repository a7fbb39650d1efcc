package uk.sightline.district;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.sightline.district.InventedNarrative.Strand;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.platform.London;
import uk.sightline.referrals.Channel;
import uk.sightline.referrals.ReferralForm;
import uk.sightline.referrals.ReferralForm.Concern;
import uk.sightline.referrals.ReferralForm.Consent;
import uk.sightline.referrals.ReferralForm.Danger;
import uk.sightline.referrals.ReferralForm.Declaration;
import uk.sightline.referrals.ReferralForm.Identifier;
import uk.sightline.referrals.ReferralForm.Need;
import uk.sightline.referrals.ReferralForm.Opening;
import uk.sightline.referrals.ReferralForm.Phoned;
import uk.sightline.referrals.ReferralForm.Subject;

/** Fills in the form of one referral as its referrer would: names misheard, an age instead of a birth date. */
record FormTeller(Town town, long number, Cast cast, Reporter reporter, Instant received) {

    private static final List<Strand> CHILDREN = List.of(
            Strand.SEXUAL,
            Strand.SEXUAL,
            Strand.CRIMINAL,
            Strand.CRIMINAL,
            Strand.COUNTY_LINES,
            Strand.ONLINE,
            Strand.ONLINE,
            Strand.VIOLENCE);

    private static final List<Strand> ADULTS = List.of(Strand.FINANCIAL, Strand.CUCKOOING, Strand.LABOUR);

    ReferralForm form(boolean danger, boolean logged) {
        Dice dice = Dice.of(town.plan().seed(), "form", number);
        Strand strand = dice.pick(cast.isAdult() ? ADULTS : CHILDREN);
        int level = level(dice, danger);
        return new ReferralForm(
                town.codes().edition(),
                opening(dice, danger, logged),
                reporter.form(),
                subjects(dice),
                List.of(),
                concern(strand, dice),
                null,
                new Need(level, "What we know points to level " + level + "."),
                consent(dice),
                List.of(),
                null,
                new Declaration(true, true, reporter.channel() == Channel.PORTAL ? "portal" : "phone"));
    }

    private Opening opening(Dice dice, boolean danger, boolean logged) {
        Danger rung = danger
                ? new Danger(
                        String.valueOf(reporter.form().name()),
                        received.minus(Duration.ofMinutes(dice.between(5, 50))),
                        logged ? "LOG " + (100 + dice.below(900)) : null)
                : null;
        Phoned phoned = reporter.channel() == Channel.PHONE && reporter.worker() != null
                ? new Phoned(
                        received.minus(Duration.ofMinutes(15)),
                        reporter.worker().name())
                : null;
        return new Opening(cast.about(), rung, null, phoned, null);
    }

    private static int level(Dice dice, boolean danger) {
        int at = dice.below(100);
        return danger || at >= 82 ? 4 : at < 8 ? 1 : at < 38 ? 2 : 3;
    }

    private List<Subject> subjects(Dice dice) {
        List<Subject> subjects = new ArrayList<>();
        for (InventedPerson person : cast.people()) {
            subjects.add(subject(person, subjects.size(), dice));
        }
        return subjects;
    }

    private Subject subject(InventedPerson person, int no, Dice dice) {
        LocalDate on = London.date(received);
        int age = Period.between(person.born(), on).getYears();
        boolean day = dice.chance(78);
        InventedPerson.Name name = dice.pick(person.names());
        boolean latin = name.kind() != InventedPerson.NameKind.OTHER_SCRIPT;
        String written = latin && dice.chance(40)
                ? Misspelt.of(name.given(), dice) + " " + Misspelt.of(name.surname(), dice)
                : person.fullName();
        boolean home = dice.chance(65);
        return new Subject(
                Dice.of(town.plan().seed(), "subject", number * 4 + no).id(),
                written,
                null,
                day ? London.day(person.born()) : "about " + age,
                day ? person.born() : null,
                day ? null : age,
                String.valueOf(person.sex().code()),
                null,
                null,
                identifiers(person, dice),
                dice.chance(60) ? person.background().ethnicity() : null,
                null,
                null,
                null,
                town.codes().language(person.background().firstLanguage()),
                person.background().needsInterpreter(),
                null,
                person.background().disabilities(),
                null,
                null,
                home ? person.address().line() + ", " + person.address().town() : null,
                home ? person.address().postcode() : null,
                null,
                null,
                null,
                null,
                school(person, age),
                null,
                null,
                null,
                null);
    }

    private @Nullable String school(InventedPerson person, int age) {
        return person.schoolUrn().isPresent() && age < 18 ? town.codes().schoolName(age, person.index()) : null;
    }

    private static List<Identifier> identifiers(InventedPerson person, Dice dice) {
        if (!dice.chance(35)) {
            return List.of();
        }
        return person.identifiers().stream()
                .map(each -> new Identifier(each.scheme() == IdentifierScheme.NHS_NUMBER ? "NHS" : "UPN", each.value()))
                .limit(1)
                .toList();
    }

    private Concern concern(Strand strand, Dice dice) {
        InventedPerson one = cast.one();
        String called = one.names().getFirst().given();
        InventedNarrative told = InventedNarrative.of(town.plan().seed(), number, strand, called, one.sex());
        return new Concern(
                strands(strand),
                List.of(),
                told.facts(),
                "In the last fortnight, after school and at weekends.",
                null,
                dice.pick(List.of("seen", "told-by-child", "told-by-other", "inferred")),
                told.ownWords(),
                told.worry(),
                null,
                null,
                null,
                null,
                told.tried(),
                null);
    }

    private static List<String> strands(Strand strand) {
        return switch (strand) {
            case SEXUAL -> List.of("CSE");
            case CRIMINAL -> List.of("CCE");
            case COUNTY_LINES -> List.of("COUNTY-LINES", "CCE");
            case ONLINE -> List.of("ONLINE", "CSE");
            case FINANCIAL -> List.of("FINANCIAL");
            case CUCKOOING -> List.of("CUCKOOING");
            case LABOUR -> List.of("LABOUR");
            case VIOLENCE -> List.of("VIOLENCE");
        };
    }

    private Consent consent(Dice dice) {
        boolean told = dice.chance(75);
        return new Consent(
                cast.isAdult() ? null : told ? "yes" : "no-unsafe",
                told ? null : "Telling them now could make things worse at home.",
                "given",
                cast.isAdult() ? "The adult" : told ? "Parent" : "The young person",
                "This referral and what follows from it",
                cast.isAdult() ? null : "yes",
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
