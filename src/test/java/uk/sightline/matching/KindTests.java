package uk.sightline.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At which level two texts are, kind by kind, in the words that people read. */
class KindTests {

    @ParameterizedTest(name = "{0}: {1} and {2} are {3}")
    @CsvSource(delimiter = '|', textBlock = """
            NAME       | Amina          | AMINA            | the same
            NAME       | Anne-Marie     | Annemarie        | the same
            NAME       | Khan           | Kahn             | one letter differs
            NAME       | Roberts        | Robers           | one letter differs
            NAME       | Robert         | Bob              | short form or other form
            NAME       | Wojciechowska  | Wojcziechowski   | sounds alike
            NAME       | Mary Jane      | Mary             | part of it is the same
            NAME       | M              | Mary             | only an initial, the same
            NAME       | Mary           | Robert           | different
            NAME       | Ли             | Li               | the same
            BIRTH_DATE | 2011-07-03     | 03/07/2011       | the same
            BIRTH_DATE | 2011-07-03     | 2011-03-07       | one digit differs, or day and month changed places
            BIRTH_DATE | 20110703       | 2011-07-08       | one digit differs, or day and month changed places
            BIRTH_DATE | 2011-07-12     | 2011-07-21       | one digit differs, or day and month changed places
            BIRTH_DATE | 2011-07-03     | 2011-07-19       | up to a month apart
            BIRTH_DATE | 2011-07-03     | 2001-08-06       | year, month and day each nearly the same
            BIRTH_DATE | 2011-07-03     | 2012-01-30       | up to a year apart
            BIRTH_DATE | 2011-07-03     | 2016-01-30       | up to ten years apart
            BIRTH_DATE | 2011-07-03     | 1960-01-30       | different
            BIRTH_DATE | 1999-13-41     | 1999-13-14       | one digit differs, or day and month changed places
            ADDRESS    | 12 Oak Street  | 12, Oak St       | the same
            ADDRESS    | 12 Oakwood St  | Oakwod Street 12 | nearly all of it is the same
            ADDRESS    | 12 Oak Street  | 14 Oak Street    | half of it is the same
            ADDRESS    | 12 Oak Street  | 9 Elm Road       | different
            POSTCODE   | BD1 1AA        | bd11aa           | the same
            POSTCODE   | BD1 1AA        | BD1 1AB          | one character differs
            POSTCODE   | BD1 1AA        | BD1 9ZZ          | the same district
            POSTCODE   | BD1 1AA        | LS9 9ZZ          | different
            PLACE      | Keighley       | Keighly          | one letter differs
            PLACE      | East Bowling   | Bowling          | part of it is the same
            EMAIL      | a.b@example.org | A.B@example.org | the same
            EMAIL      | amina1@example.org | amina1@exmaple.org | one or two letters differ
            EMAIL      | amina1@example.org | amina1@post.test   | the same before the @
            PHONE      | 07700 900123   | 07700900123      | the same
            PHONE      | 07700 900123   | 07700900124      | one digit differs
            NUMBER     | 999 000 0123   | 9990000123       | the same
            NUMBER     | 9990000123     | 9990000132       | one character differs, or two changed places
            NUMBER     | 9990000123     | 9990004567       | different
            """)
    void twoTextsAreAtALevel(Kind kind, String one, String other, String words) {
        Value a = Objects.requireNonNull(kind.read(one));
        Value b = Objects.requireNonNull(kind.read(other));
        assertThat(kind.levels().get(kind.level(a, b)).words()).isEqualTo(words);
        assertThat(kind.level(b, a)).isEqualTo(kind.level(a, b));
    }

    @ParameterizedTest
    @CsvSource({"NAME,--- ", "BIRTH_DATE,not known", "ADDRESS,' , '", "POSTCODE,'  '", "EMAIL,' '", "NUMBER,-"})
    void whatHoldsNoValueSaysNothing(Kind kind, String typed) {
        assertThat(kind.read(typed)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"true,true,'the same, both checked'", "true,false,the same", "false,false,the same"})
    void aNumberThatBothAgenciesCheckedIsALevelOfItsOwn(boolean one, boolean other, String words) {
        Value a = Objects.requireNonNull(Coded.of("9990000123", one));
        Value b = Objects.requireNonNull(Coded.of("9990000123", other));
        assertThat(Kind.NUMBER.levels().get(Kind.NUMBER.level(a, b)).words()).isEqualTo(words);
    }
}
