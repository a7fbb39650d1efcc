package uk.sightline.district;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import uk.sightline.district.InventedPerson.Contact;
import uk.sightline.district.InventedPerson.ContactOf;
import uk.sightline.district.InventedPerson.Identifier;
import uk.sightline.district.InventedPerson.Safe;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.identity.IdentifierStatus;
import uk.sightline.identity.NhsNumber;
import uk.sightline.identity.Upn;

/** Numbers that pass every check and belong to nobody. */
final class Numbers {

    /** NHS numbers that begin with 999 are never issued; there is one prefix for each of the first million people. */
    private static final int TEST_RANGE = 999_000_000;

    private static final int TEST_NUMBERS = 1_000_000;

    /** Has no divisor in common with the numbers there are, so that stepping by it meets each of them once. */
    private static final long SCATTER = 700_001;

    private static final String BRADFORD = "380";

    private Numbers() {}

    static List<Identifier> identifiers(Dice dice, Household.Member member, LocalDate on) {
        List<Identifier> identifiers = new ArrayList<>();
        nhsNumber(member.index()).ifPresent(value -> addMostly(dice, IdentifierScheme.NHS_NUMBER, value, identifiers));
        LocalDate startsSchool = member.born().plusYears(5);
        boolean pupil = !startsSchool.isAfter(on) && member.born().isAfter(on.minusYears(19));
        if (pupil) {
            addMostly(dice, IdentifierScheme.UPN, upn(member.index(), startsSchool.getYear()), identifiers);
        }
        return identifiers;
    }

    /** One in eleven prefixes has no check digit, and people after the first million have no number. */
    static Optional<String> nhsNumber(long index) {
        if (index >= TEST_NUMBERS) {
            return Optional.empty();
        }
        int prefix = TEST_RANGE + (int) (index * SCATTER % TEST_NUMBERS);
        OptionalInt check = NhsNumber.checkDigit(prefix);
        return check.isPresent() ? Optional.of("" + prefix + check.getAsInt()) : Optional.empty();
    }

    /** Different for each of the first eight million people. */
    static String upn(long index, int year) {
        long school = 2_000 + index / 1_000 % 8_000;
        String body = BRADFORD + school + padded(year % 100, 2) + padded(index % 1_000, 3);
        return Upn.checkLetter(body) + body;
    }

    /** From the numbers that Ofcom keeps for drama: 07700 900000 to 900999 and 01632 960000 to 960999. */
    static List<Contact> contacts(Dice dice, long index, int age, int landline) {
        List<Contact> contacts = new ArrayList<>();
        if (age >= 11 && dice.chance(80)) {
            contacts.add(new Contact(ContactOf.OWN_MOBILE, "+447700900" + padded(index * 7 % 1_000, 3), safe(dice)));
        }
        if (age < 18 && dice.chance(85)) {
            contacts.add(new Contact(
                    ContactOf.PARENT_OR_CARER, "+447700900" + padded((landline + 500) % 1_000, 3), safe(dice)));
        }
        if (dice.chance(35)) {
            contacts.add(new Contact(ContactOf.HOME, "+441632960" + padded(landline, 3), safe(dice)));
        }
        contacts.sort(
                Comparator.comparing((Contact c) -> c.safe() == Safe.YES ? 0 : c.safe() == Safe.NOT_KNOWN ? 1 : 2));
        return contacts;
    }

    private static void addMostly(Dice dice, IdentifierScheme scheme, String value, List<Identifier> identifiers) {
        if (dice.chance(85)) {
            identifiers.add(new Identifier(scheme, value, status(dice)));
        }
    }

    private static IdentifierStatus status(Dice dice) {
        int at = dice.below(100);
        if (at < 55) {
            return IdentifierStatus.UNKNOWN;
        }
        return at < 80 ? IdentifierStatus.TRACED : IdentifierStatus.VERIFIED;
    }

    private static Safe safe(Dice dice) {
        int at = dice.below(100);
        if (at < 62) {
            return Safe.YES;
        }
        return at < 92 ? Safe.NOT_KNOWN : Safe.NO;
    }

    private static String padded(long number, int length) {
        String digits = Long.toString(number);
        return "0".repeat(length - digits.length()) + digits;
    }
}
