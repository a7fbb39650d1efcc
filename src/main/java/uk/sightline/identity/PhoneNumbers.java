package uk.sightline.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * Phone numbers, kept as E.164 and read the way people write them. A number without a country code is a UK number. Only
 * the length is judged: new ranges open faster than lists are updated, and a number refused is a number lost.
 */
final class PhoneNumbers {

    private static final String HOME = "GB";
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    static Checked check(String tidied) {
        try {
            PhoneNumber number = PHONES.parse(tidied, HOME);
            ValidationResult length = length(number);
            return length == ValidationResult.IS_POSSIBLE ? valid(number) : new Checked.Invalid(whatIsWrong(length));
        } catch (NumberParseException e) {
            return new Checked.Invalid(
                    "This is not a phone number. Type it like 07700 900123, or with + and the country code.");
        }
    }

    /** The library keeps the leading nought of a UK number that is too short to be one without it. */
    private static ValidationResult length(PhoneNumber number) {
        return number.getCountryCode() == 44 && number.isItalianLeadingZero()
                ? ValidationResult.TOO_SHORT
                : PHONES.isPossibleNumberWithReason(number);
    }

    private static Checked valid(PhoneNumber number) {
        PhoneNumberFormat reading =
                number.getCountryCode() == 44 ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL;
        return new Checked.Valid(PHONES.format(number, PhoneNumberFormat.E164), PHONES.format(number, reading));
    }

    private static String whatIsWrong(ValidationResult length) {
        return switch (length) {
            case TOO_SHORT -> "This phone number is too short. Check that no digit is missing.";
            case TOO_LONG -> "This phone number is too long. Type one number only, without an extension.";
            case IS_POSSIBLE_LOCAL_ONLY -> "Add the area code, like 01274 for Bradford.";
            default -> "This phone number has the wrong number of digits. Check each digit.";
        };
    }
}
