package uk.sightline.marf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTests {

    @Test
    void onlyWhatThePageAsksIsKept() {
        Answers answers =
                Answers.posted(Map.of("facts", new String[] {"a"}, "owner", new String[] {"b"}), List.of("facts"));
        assertThat(answers.values()).containsOnlyKeys("facts");
    }

    @Test
    void bytesThatAreNoTextAreLeftOutAndTheRestIsAsTyped() {
        assertThat(Answers.cleaned("a\u0000b\u0007c\r\nd\te")).isEqualTo("abc\nd\te");
        assertThat(Answers.cleaned("\uD800x")).isEqualTo("\uFFFDx");
    }

    @Test
    void namesInAnyScriptStayAndMarksThatReorderTextGo() {
        assertThat(Answers.cleaned("محمد علی")).isEqualTo("محمد علی");
        assertThat(Answers.cleaned("a\u202Etxt.exe")).isEqualTo("atxt.exe");
        assertThat(Answers.cleaned("👩‍👧 ok")).isEqualTo("👩‍👧 ok");
    }

    @Property
    void nothingThatPostgresRefusesIsKept(@ForAll String typed) {
        String kept = Answers.cleaned(typed);
        assertThat(kept).doesNotContain("\u0000");
        assertThat(kept.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"14:05, 14:05", "1405, 14:05", "2pm, 14:00", "2.05pm, 14:05", "12am, 00:00", "12pm, 12:00", "9, 09:00"})
    void aTimeIsReadAsPeopleWriteIt(String typed, LocalTime time) {
        assertThat(Moment.time(typed)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "14:60", "13pm", "0pm", "noonish", "", "99999", "<script>"})
    void whatIsNoTimeIsNotRead(String typed) {
        assertThat(Moment.time(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is her lifestyle choice.",
                "LIFESTYLE  CHOICE",
                "a lifestyle\nchoice",
                "They say: \"lifestyle choice\""
            })
    void wordsOfBlameAreFound(String typed) {
        assertThat(found(HappenedSection.KEY, "facts", typed)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifestyle choices guide", "the choice of lifestyle", ""})
    void otherWordsAreNot(String typed) {
        assertThat(found(HappenedSection.KEY, "facts", typed)).isZero();
    }

    @Test
    void aPersonsOwnWordsAreNeverQuestioned() {
        assertThat(found(HappenedSection.KEY, "ownWords", "It was my lifestyle choice"))
                .isZero();
    }

    private static int found(String key, String field, String typed) {
        Filling child = Fill.about("child");
        return Wording.in(Sections.of(key, child), Fill.answers(field, typed), child)
                .size();
    }
}
