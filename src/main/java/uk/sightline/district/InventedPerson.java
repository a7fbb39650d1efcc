package uk.sightline.district;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;

/**
 * One person of the fictional district.
 *
 * @param index the person's number, from 0; with the seed it determines all the rest
 * @param names the legal name first, then known-as, aliases and names in another script
 * @param born the true birth date
 * @param recordedBirth what records say about it, which may be less
 * @param contacts safest first
 * @param relations to people of lower index only, so that a stream can be loaded as it comes
 */
public record InventedPerson(
        long index,
        List<Name> names,
        Sex sex,
        LocalDate born,
        BirthDate recordedBirth,
        Background background,
        Address address,
        List<Identifier> identifiers,
        List<Contact> contacts,
        Optional<String> schoolUrn,
        List<Relation> relations,
        CareStatus careStatus) {

    public InventedPerson {
        names = List.copyOf(names);
        identifiers = List.copyOf(identifiers);
        contacts = List.copyOf(contacts);
        relations = List.copyOf(relations);
    }

    /** The legal name in full. */
    public String fullName() {
        return names.getFirst().full();
    }

    /** What a name is to the person. */
    public enum NameKind {
        LEGAL,
        KNOWN_AS,
        ALIAS,
        OTHER_SCRIPT
    }

    /** A name: given names and surname apart, as forms ask for them. */
    public record Name(NameKind kind, String given, String surname) {
        public String full() {
            return given + " " + surname;
        }
    }

    /**
     * Equality and need.
     *
     * @param ethnicity DfE code
     * @param disabilities DfE codes, {@code NONE} alone when there is none
     */
    public record Background(
            String ethnicity,
            String firstLanguage,
            boolean needsInterpreter,
            String religion,
            List<String> disabilities) {
        public Background {
            disabilities = List.copyOf(disabilities);
        }
    }

    /** A home that does not exist. */
    public record Address(String line, String town, String postcode) {}

    /** A number by which an agency knows the person; it passes the checks of its scheme. */
    public record Identifier(IdentifierScheme scheme, String value, IdentifierStatus status) {}

    /** Whose phone it is. */
    public enum ContactOf {
        OWN_MOBILE,
        PARENT_OR_CARER,
        HOME
    }

    /** Whether it is safe to ring or write. */
    public enum Safe {
        YES,
        NO,
        NOT_KNOWN
    }

    /** A phone number (E.164). */
    public record Contact(ContactOf of, String phone, Safe safe) {}

    /** What the other person is to this one. */
    public enum Kin {
        MOTHER,
        FATHER,
        SIBLING,
        PARTNER
    }

    /** A tie to another invented person. */
    public record Relation(Kin kin, long other) {}

    /** Standing with the local authority (PRACTICE §19, equality). */
    public enum CareStatus {
        NONE,
        CHILD_IN_NEED,
        CHILD_PROTECTION,
        LOOKED_AFTER,
        CARE_LEAVER,
        UNACCOMPANIED,
        PRIVATELY_FOSTERED
    }
}
