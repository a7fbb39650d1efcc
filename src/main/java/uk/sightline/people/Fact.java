package uk.sightline.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.Checked;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.platform.RuleBroken;

/**
 * Something that is held to be so about a person, from one day until another. Codes are those of the practice pack. A
 * fact is added, ended, or struck through with the reason; it is never overwritten (DESIGN §8).
 */
public sealed interface Fact {

    /** Which table and which form it belongs to. */
    FactKind kind();

    default @Nullable LocalDate from() {
        return null;
    }

    default @Nullable LocalDate until() {
        return null;
    }

    /** @param code of {@code name-kind}: {@code legal}, {@code known-as}, {@code alias}, {@code former}, {@code script} … */
    record PersonName(
            String code,
            String full,
            @Nullable String given,
            @Nullable String family,
            @Nullable LocalDate from,
            @Nullable LocalDate until)
            implements Fact {

        public static PersonName of(String code, String given, String family) {
            return new PersonName(code, (given + " " + family).strip(), given, family, null, null);
        }

        @Override
        public FactKind kind() {
            return FactKind.NAME;
        }
    }

    /**
     * A number, or that there is none to be had.
     *
     * @param value as normalised by the scheme; null when it is not known or withheld
     */
    record PersonIdentifier(
            IdentifierScheme scheme, @Nullable String value, IdentifierStatus status) implements Fact {

        public PersonIdentifier {
            value = status == IdentifierStatus.WITHHELD ? null : value;
            if (value == null && status.isStrongEvidence()) {
                throw new RuleBroken("value", "Enter the number, or say that it is not known or withheld.");
            }
        }

        /**
         * As somebody typed it.
         *
         * @throws RuleBroken when it cannot be right, saying what to do
         */
        public static PersonIdentifier typed(IdentifierScheme scheme, String typed, IdentifierStatus status) {
            return switch (scheme.check(typed)) {
                case Checked.Valid valid -> new PersonIdentifier(scheme, valid.normalised(), status);
                case Checked.Invalid invalid -> throw new RuleBroken("value", invalid.reason());
            };
        }

        @Override
        public FactKind kind() {
            return FactKind.IDENTIFIER;
        }
    }

    /**
     * Where the person lives or lived.
     *
     * @param code of {@code address-kind}
     * @param postcode normalised
     * @param isProtected not searched by, listed, printed or mapped
     */
    record PersonAddress(
            String code,
            String lines,
            @Nullable String postcode,
            @Nullable String uprn,
            boolean isProtected,
            @Nullable LocalDate from,
            @Nullable LocalDate until)
            implements Fact {

        @Override
        public FactKind kind() {
            return FactKind.ADDRESS;
        }
    }

    /**
     * A way to reach the person.
     *
     * @param code of {@code contact-kind}
     * @param whose when it is somebody else's
     * @param safe code of {@code safe-to-contact}
     * @param note what to take care of
     */
    record PersonContact(
            String code,
            String value,
            @Nullable String whose,
            String safe,
            @Nullable String note,
            @Nullable LocalDate from,
            @Nullable LocalDate until)
            implements Fact {

        @Override
        public FactKind kind() {
            return FactKind.CONTACT;
        }
    }

    /**
     * Somebody in the person's life: on the index, or only named.
     *
     * @param code of {@code relationship-kind}: what the other is to the person
     * @param parentalResponsibility {@code yes}, {@code no} or {@code unknown}
     */
    record PersonRelationship(
            String code,
            @Nullable UUID other,
            String otherName,
            String parentalResponsibility,
            @Nullable String note,
            @Nullable LocalDate from,
            @Nullable LocalDate until)
            implements Fact {

        @Override
        public FactKind kind() {
            return FactKind.RELATIONSHIP;
        }
    }

    /** @param code of {@code care-status} */
    record PersonCare(
            String code,
            @Nullable String note,
            @Nullable LocalDate from,
            @Nullable LocalDate until) implements Fact {

        @Override
        public FactKind kind() {
            return FactKind.CARE;
        }
    }

    /**
     * School, or the lack of one.
     *
     * @param urn six digits, or null
     * @param code of {@code school-status}
     */
    record PersonSchooling(
            @Nullable String urn,
            String code,
            @Nullable String note,
            @Nullable LocalDate from,
            @Nullable LocalDate until)
            implements Fact {

        @Override
        public FactKind kind() {
            return FactKind.SCHOOL;
        }
    }

    /**
     * A disability, a way of communicating, special educational needs.
     *
     * @param codeSet {@code disability}, {@code communication-need} or {@code send-status}
     * @param impact what it means for the person, in words
     */
    record PersonNeed(String codeSet, String code, @Nullable String impact) implements Fact {

        @Override
        public FactKind kind() {
            return FactKind.NEED;
        }
    }

    /**
     * What whoever opens the record must know at once.
     *
     * @param code of {@code person-flag}
     * @param reviewOn the day on which somebody looks whether it still holds
     */
    record PersonFlag(String code, String reason, LocalDate reviewOn) implements Fact {

        @Override
        public FactKind kind() {
            return FactKind.FLAG;
        }
    }
}
