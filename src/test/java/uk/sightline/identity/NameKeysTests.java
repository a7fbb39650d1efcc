package uk.sightline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeysTests {

    @ParameterizedTest(name = "{0} is found as {1}")
    @CsvSource({
        "Mohammed, Muhammad",
        "Mohamed, Md",
        "Mohd, Mohammed",
        "Mo, Mohammed",
        "محمد, Mohammed",
        "Мухаммад, Mohammed",
        "Hussain, Hussein",
        "Hossain, Husain",
        "حسین, Hussain",
        "Aisha, Ayesha",
        "Aaisha, Aysha",
        "عائشة, Aisha",
        "Choudhury, Chaudhry",
        "Chowdhury, Choudry",
        "Qureshi, Kureshi",
        "Naeem, Naim",
        "Khan, خان",
        "ਸਿੰਘ, Singh",
        "Sheikh, Shaikh",
        "Zainab, Zaynab",
        "Yousaf, Yusuf",
        "Javed, Jawaid",
        "Iqbal, Ikbal",
        "Łukasz, Lukas",
        "Horváthová, Horvath",
        "Kowalski, Kowalska",
        "Nowak, Novak",
        "Žaneta, Zaneta",
        "Dzamila, Jamila",
        "Szymon, Simon",
        "Wiśniewski, Wisniewska",
        "Čonka, Conka",
        "Țăranu, Taranu",
        "Bob, Robert",
        "Kasia, Katarzyna",
        "Billy, William",
        "Peggy, Margaret",
        "Beth, Elizabeth",
        "Catherine, Kathryn",
        "Stephen, Steven",
        "Siobhan, Siobhán",
        "O'Brien, OBrien",
        "O’Brien, O'Brien",
        "Philip, Filip",
        "Smyth, Smith",
        "Clarke, Clark",
        "McDonald, MacDonald",
        "Thompson, Thomson",
        "Jakub, Yaqub"
    })
    void twoWaysOfWritingANameShareAKey(String one, String other) {
        assertThat(shared(one, other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Abdul Rahman, Abdulrahman", "Anne-Marie Clough, Annemarie Clough", "Khan Ali, Ali Khan",
        "Mr John Smith, Smith John", "Fatima Bibi, Fatima", "Gurpreet Kaur Gill, Gurpreet Gill"
    })
    void orderJoinsAndTitlesDoNotHideAName(String one, String other) {
        assertThat(shared(one, other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Kowalski, Hussain", "Smith, Begum", "Aisha, Robert", "Novak, Patel"})
    void differentNamesShareNone(String one, String other) {
        assertThat(shared(one, other)).isEmpty();
    }

    @Property
    void oneMistakeInTheBeginningOfANameIsFound(
            @ForAll("namesOfUnlikeLetters") String name,
            @ForAll @IntRange(max = 3) int place,
            @ForAll @IntRange(max = 3) int mistake) {
        String before = name.substring(0, place);
        String after = name.substring(place + 1);
        String typed = switch (mistake) {
            case 0 -> before + after;
            case 1 -> before + "q" + name.charAt(place) + after;
            case 2 -> before + "q" + after;
            default -> before + after.charAt(0) + name.charAt(place) + after.substring(1);
        };
        assertThat(shared(name, typed)).as("%s, %s", name, typed).isNotEmpty();
    }

    @Provide
    Arbitrary<String> namesOfUnlikeLetters() {
        return Arbitraries.shuffle("abdefghijkmnoprstuv"
                        .chars()
                        .mapToObj(Character::toString)
                        .toList())
                .flatMap(letters ->
                        Arbitraries.integers().between(5, 12).map(n -> String.join("", letters.subList(0, n))));
    }

    @Property
    void keysAreFewAndAlwaysTheSame(@ForAll @StringLength(max = 200) String anything) {
        Set<NameKey> keys = NameKeys.of(anything);
        assertThat(keys).hasSizeLessThanOrEqualTo(NameKeys.MOST).isEqualTo(NameKeys.of(anything));
        assertThat(keys).allSatisfy(key -> assertThat(key.stored()).matches("[winsd]:[A-Za-z|0]+"));
    }

    @Test
    void theLongestNamesStayWithinTheBound() {
        assertThat(NameKeys.of("Mohammed Alexander Sammy Christopher Featherstonehaugh"))
                .hasSizeBetween(30, NameKeys.MOST);
    }

    @Test
    void aNameWithoutLettersHasNoKeys() {
        assertThat(NameKeys.of(" 123 -- ")).isEmpty();
        assertThat(NameKeys.of("")).isEmpty();
    }

    private static String swapped(String name, int place) {
        return place == 0 ? name : "" + name.charAt(place) + name.charAt(place - 1) + name.substring(place + 1);
    }

    private static Set<NameKey> shared(String one, String other) {
        Set<NameKey> both = new HashSet<>(NameKeys.of(one));
        both.retainAll(NameKeys.of(other));
        return both;
    }
}
