package uk.sightline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierSchemeTests {

    @ParameterizedTest(name = "{0}: {1} is kept as {2} and read as {3}")
    @CsvSource(delimiter = '|', textBlock = """
            NHS_NUMBER       | 943 476 5919               | 9434765919     | 943 476 5919
            NHS_NUMBER       | 999-000-0018               | 9990000018     | 999 000 0018
            NHS_NUMBER       | ٩٤٣ ٤٧٦ ٥٩١٩               | 9434765919     | 943 476 5919
            UPN              | b801200005001              | B801200005001  | B801200005001
            UPN              | P207000016049              | P207000016049  | P207000016049
            UPN              | un1                        | UN1            | UN1 (not of school age)
            ULN              | 9276 308 686               | 9276308686     | 9276308686
            LA_CHILD_ID      | 380-ab12                   | 380AB12        | 380AB12
            SCHOOL_URN       | 107242                     | 107242         | 107242
            LAESTAB          | 380/4000                   | 3804000        | 380/4000
            OFSTED_URN       | sc 012345                  | SC012345       | SC012345
            PNC_ID           | 2001/0171310W              | 01/0171310W    | 01/0171310W
            PNC_ID           | 03/11985x                  | 03/0011985X    | 03/0011985X
            CRO_NUMBER       | 265416/21G                 | 265416/21G     | 265416/21G
            CRO_NUMBER       | SF39/83404A                | SF39/83404A    | SF39/83404A
            NICHE_OCCURRENCE | 13240012345                | 13240012345    | 13240012345
            PHONE            | 07700 900123               | +447700900123  | 07700 900123
            PHONE            | 0044 (0)7700-900123        | +447700900123  | 07700 900123
            PHONE            | +48 512 345 678            | +48512345678   | +48 512 345 678
            POSTCODE         | bd11hx                     | BD1 1HX        | BD1 1HX
            POSTCODE         | BD3 OCK                    | BD3 0CK        | BD3 0CK
            POSTCODE         | ZZ99 3VZ                   | ZZ99 3VZ       | ZZ99 3VZ
            POSTCODE         | gir0aa                     | GIR 0AA        | GIR 0AA
            UPRN             | 000100051234567            | 100051234567   | 100051234567
            VEHICLE          | ab12-cde                   | AB12CDE        | AB12 CDE
            VEHICLE          | w123 abc                   | W123ABC        | W123 ABC
            ONLINE_HANDLE    | snap: @Night_Owl.7         | snapchat:night_owl.7  | night_owl.7 on snapchat
            ONLINE_HANDLE    | @night on Insta            | instagram:night       | night on instagram
            ONLINE_HANDLE    | https://www.tiktok.com/@ab | tiktok:ab             | ab on tiktok
            IMEI             | 49-015420-323751-8         | 490154203237518 | 49 015420 323751 8
            """)
    void whatPeopleTypeIsKeptInOneForm(IdentifierScheme scheme, String typed, String normalised, String display) {
        assertThat(scheme.check(typed)).isEqualTo(new Checked.Valid(normalised, display));
        assertThat(scheme.check(normalised)).as("kept form").isEqualTo(new Checked.Valid(normalised, display));
        assertThat(scheme.display(normalised)).isEqualTo(display);
    }

    @ParameterizedTest(name = "{0}: {1} is refused")
    @CsvSource(delimiter = '|', textBlock = """
            NHS_NUMBER    | 943 476 5918    | wrong
            NHS_NUMBER    | 94347659        | 10 digits
            NHS_NUMBER    | 1111111111      | not a real
            UPN           | A801200005001   | first letter
            UPN           | I801200005001   | 12 digits
            UPN           | UN6             | 12 digits
            ULN           | 9276308685      | wrong
            ULN           | 9999999999      | Leave it empty
            LA_CHILD_ID   | child_one       | letters and digits
            SCHOOL_URN    | 12345           | 6 digits
            LAESTAB       | 380400          | 7 digits
            OFSTED_URN    | 012345          | SC
            PNC_ID        | 01/0171310X     | does not fit
            PNC_ID        | 171310W/        | like 01/0171310W
            CRO_NUMBER    | 265416/21H      | does not fit
            NICHE_OCCURRENCE | no number yet | occurrence
            PHONE         | 07700 9001      | too short
            PHONE         | ring his mum    | not a phone number
            PHONE         | 07700 900123 45 | too long
            POSTCODE      | BD1             | full UK postcode
            UPRN          | 1234567890123   | 12 digits
            VEHICLE       | A               | 2 to 10
            ONLINE_HANDLE | night_owl       | platform
            IMEI          | 490154203237517 | wrong
            """)
    void whatCannotBeRightSaysWhatToDo(IdentifierScheme scheme, String typed, String part) {
        assertThat(scheme.check(typed))
                .isInstanceOfSatisfying(
                        Checked.Invalid.class,
                        no -> assertThat(no.reason()).contains(part).endsWith("."));
    }

    @Test
    void aTemporaryUpnCountsItsLastLetterInTheCheck() {
        // 3·2+8·3+0·4+4·5+0·6+0·7+0·8+2·9+5·10+0·11+1·12 = 130, and B is 1·13: 143 = 6·23 + 5, which is F
        assertThat(Upn.checkLetter("38040002501B")).isEqualTo('F');
        assertThat(IdentifierScheme.UPN.check("F38040002501B")).isInstanceOf(Checked.Valid.class);
        assertThat(IdentifierScheme.UPN.check("F38040002501C")).isInstanceOf(Checked.Invalid.class);
    }

    @Test
    void platesThatLookAlikeShareASearchKey() {
        assertThat(IdentifierScheme.VEHICLE.searchKey("AB12CDO"))
                .isEqualTo(IdentifierScheme.VEHICLE.searchKey("A8I2CD0"));
        assertThat(IdentifierScheme.VEHICLE.searchKey("AB12CDE"))
                .isNotEqualTo(IdentifierScheme.VEHICLE.searchKey("AB13CDE"));
    }

    @Test
    void accountNamesThatDifferOnlyInDotsShareASearchKey() {
        IdentifierScheme handles = IdentifierScheme.ONLINE_HANDLE;
        assertThat(handles.searchKey("snapchat:night_owl")).isEqualTo(handles.searchKey("snapchat:n1ght.0wl"));
    }

    @Test
    void onlyCheckedNumbersAreStrongEvidence() {
        assertThat(IdentifierStatus.values())
                .filteredOn(IdentifierStatus::isStrongEvidence)
                .containsExactly(IdentifierStatus.VERIFIED, IdentifierStatus.TRACED);
    }

    @Test
    void hostileTextIsRefusedAndNeverThrows() {
        for (IdentifierScheme scheme : IdentifierScheme.values()) {
            for (String typed : new String[] {
                "", " ", "'; drop table person; --", "<script>", "=1+1", "\u202e\u0000", "9".repeat(1_000_000)
            }) {
                assertThat(scheme.check(typed))
                        .as(scheme + " " + typed.length())
                        .isInstanceOf(Checked.Invalid.class);
            }
        }
    }
}
