package uk.sightline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PracticePacksTests {

    @TempDir
    private Path folder;

    private static final LocalDate SPRING = LocalDate.of(2026, 3, 31);
    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 1);

    @Test
    void anotherPartnershipLoadsWithItsOwnNames() {
        var pack = PracticePacks.load(PackFolder.source());

        assertThat(pack.edition().partnership()).isEqualTo("Saltmarsh Safeguarding Together");
        assertThat(pack.teamsReceiving("morning-round")).extracting(Team::label).containsExactly("First Contact");
        assertThat(pack.school("990001")).map(School::label).contains("Marsh Samphire School");
        assertThat(pack.threshold("missing-strategy-count", SPRING).amount()).isEqualTo(2);
    }

    @Test
    void theSamePackLoadsFromTheClassPathAndFromAFolder() {
        assertThat(PracticePacks.load("classpath:packs/saltmarsh").edition())
                .isEqualTo(PracticePacks.load(PackFolder.source().toString()).edition());
    }

    @Test
    void theContentHashChangesWithAnyLetter() {
        var before = PackFolder.copyInto(folder);
        var hash = before.load().edition().contentHash();

        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(before.replace("everything.yaml", "Marsh Samphire", "Marsh samphire")
                        .load()
                        .edition()
                        .contentHash())
                .isNotEqualTo(hash);
    }

    @Test
    void codesAndClocksChangeOnTheirDay() {
        var pack = PracticePacks.load(PackFolder.source());
        var strands = pack.codes("strand");

        assertThat(strands.current(SPRING)).extracting(Code::label).containsExactly("Sexual exploitation of a child");
        assertThat(strands.current(SUMMER)).extracting(Code::label).containsExactly("Sexual exploitation");
        assertThat(strands.label("CSE")).isEqualTo("Sexual exploitation");
        assertThat(strands.label("GANG")).isEqualTo("Gangs");
        assertThat(strands.isCurrent("GANG", SUMMER)).isFalse();
        assertThat(strands.label("NEVER-KNOWN")).isEqualTo("NEVER-KNOWN");
        assertThat(pack.clock("C03", SPRING).limit()).isEqualTo(new Allowance(Allowance.Unit.WD, 2, null));
        assertThat(pack.clock("C03", SUMMER).limit()).isEqualTo(new Allowance(Allowance.Unit.H, 24, null));
    }

    @Test
    void whatIsNotInThePackIsNamed() {
        var pack = PracticePacks.load(PackFolder.source());

        assertThatThrownBy(() -> pack.agency("csc")).hasMessage("no agency 'csc' in the practice pack");
        assertThatThrownBy(() -> pack.codes("colour")).hasMessageContaining("code set 'colour'");
        assertThatThrownBy(() -> pack.clock("C99", SPRING)).hasMessageContaining("no clock 'C99'");
        assertThat(pack.school("000000")).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            label: Infants and juniors | lable: Infants and juniors | Infants and juniors | unknown field 'lable'; known here: code, label, help
            reach: district, | reach: everywhere, | everywhere | 'everywhere' is not one of own, team, place
            sees: [identity, referral] | sees: [identity, secrets] | secrets | 'secrets' is not one of identity, referral
            status: local\\n    until | status: maybe\\n    until | maybe | 'maybe' is not one of law, local, check
            amount: 24 | amount: many | many | 'many' is not a whole number
            amount: 24 | amount: -41 | -41 | '-41' must be 0 or more
            from: 2026-07-01 | from: 1 July | 1 July | '1 July' is not a date like 2026-04-29
            pauseable: true | pauseable: perhaps | perhaps | 'perhaps' must be true or false
            urn: "990001" | urn: "99" | "99" | '99' is not a URN of six digits
            may: [add, "decide:referral"] | may: [add, "fly:away"] | "fly:away" | 'fly:away' is not an action, or an action and an object
            receives: [morning-round] | receives: morning-round | morning-round, posts | 'receives' must be a list
            phase: primary | phase: {a: b} | {a: b} | 'phase' must be a single value
            """)
    void aSlipIsToldWithItsLineAndColumn(String right, String wrong, String at, String reason) {
        var pack = PackFolder.copyInto(folder)
                .replace("everything.yaml", right.replace("\\n", "\n"), wrong.replace("\\n", "\n"));

        assertThat(pack.complaints()).anySatisfy(each -> assertThat(each).startsWith(placeOf(pack, at) + " " + reason));
    }

    /** The place of a value; of a mapping it is its first field. */
    private static String placeOf(PackFolder pack, String at) {
        return pack.place("everything.yaml", at.startsWith("{") ? at.substring(1) : at);
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            agency: saltmarsh-children | agency: nobody | the pack has no agency 'nobody'
            posts: [contact-officer] | posts: [pilot] | the pack has no post 'pilot'
            receives: [morning-round] | receives: [evening-round] | 'evening-round' is not a code of 'route'
            receives: [morning-round] | receives: [] | decision 'round': no team receives 'morning-round'
            clock: C03 | clock: C77 | decision 'round' needs a 'clock' that is in this pack
            tell: [lead] | tell: [uncle] | 'uncle' is not a code of 'escalation-role'
            mapsTo: {route: morning-round} | mapsTo: {route: nowhere} | 'nowhere' is not a code of 'route'
            set: strand | set: strands | the pack has no code set 'strand'
            from: 2026-07-01 | from: 2026-06-30 | 'C03' is here twice for the same days
            from: 2026-04-01 | from: 2026-03-31 | 'CSE' is here twice for the same days
            limit: {unit: wd, amount: 2} | limit: {unit: immediate, amount: 2} | a clock that is due at once or at a meeting cannot be paused
            agency-types: [childrens-trust] | agency-types: [navy] | 'navy' is not a code of 'agency-type'
            clearance: none | second-person: [erase]\\n    clearance: none | 'erase' is not among what the post may do
            """)
    void whatDoesNotAgreeIsRefused(String right, String wrong, String reason) {
        var pack = PackFolder.copyInto(folder).replace("everything.yaml", right, wrong.replace("\\n", "\n"));

        assertThat(pack.complaints()).anySatisfy(each -> assertThat(each).endsWith(" " + reason));
    }

    @Test
    void aPostHeldInTheWrongKindOfAgencyIsRefused() {
        var pack = PackFolder.copyInto(folder)
                .replace(
                        "everything.yaml",
                        "codes: [{code: childrens-trust, label: \"Children's trust\"}]",
                        "codes: [{code: childrens-trust, label: Trust}, {code: navy, label: Navy}]")
                .replace("everything.yaml", "agency-types: [childrens-trust]", "agency-types: [navy]");

        assertThat(pack.complaints())
                .containsExactly(pack.place("everything.yaml", "[contact-officer]")
                        + " 'contact-officer' is not held in agencies of type 'childrens-trust'");
    }

    @Test
    void everyProblemIsToldAtOnce() {
        var pack = PackFolder.copyInto(folder)
                .replace("everything.yaml", "amount: 24", "amount: many")
                .replace("everything.yaml", "severity: high", "severity: terrible")
                .replace("pack.yaml", "effective-from: 2026-01-01", "effective-from: soon");

        assertThat(pack.complaints()).hasSize(3);
        assertThatThrownBy(pack::load)
                .hasMessageContaining("many")
                .hasMessageContaining("terrible")
                .hasMessageContaining("soon");
    }

    @Test
    void brokenYamlIsToldWithItsPlace() {
        var pack = PackFolder.copyInto(folder).write("everything.yaml", "teams:\n  - {key: a, label: [\n");

        assertThat(pack.complaints()).hasSize(1).first().asString().matches("everything\\.yaml:\\d+:\\d+ not YAML: .+");
    }

    @Test
    void aFieldWrittenTwiceIsRefused() {
        var pack = PackFolder.copyInto(folder).replace("pack.yaml", "version: \"7\"", "version: \"7\"\nversion: \"8\"");

        assertThat(pack.complaints()).containsExactly("pack.yaml:4:1 'version' is written twice here");
    }

    @ParameterizedTest(name = "[{0}] is no pack file")
    @CsvSource({"''", "just words", "[a list]", "12"})
    void aFileWithoutFieldsIsRefused(String text) {
        assertThat(PackFolder.copyInto(folder).write("everything.yaml", text).complaints())
                .anySatisfy(each -> assertThat(each).contains("expected fields such as 'teams:'"));
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() {
        var pack = PackFolder.copyInto(folder).write("everything.yaml", new byte[] {'a', ':', ' ', (byte) 0xE9, '\n'});

        assertThat(pack.complaints()).contains("everything.yaml:0:0 is not UTF-8 text");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(PackFolder.copyInto(folder)
                        .replace("pack.yaml", "everything.yaml", "nothing.yaml")
                        .complaints())
                .contains("nothing.yaml:0:0 there is no such file in the pack");
        assertThatThrownBy(() -> PracticePacks.load("classpath:packs/nowhere"))
                .isInstanceOf(PackInvalid.class)
                .hasMessageContaining("pack.yaml:0:0 there is no such file");
    }

    @Test
    void aPackCannotReachOutOfItsFolder() {
        assertThat(PackFolder.copyInto(folder)
                        .replace("pack.yaml", "everything.yaml", "../../secret.yaml")
                        .complaints())
                .anySatisfy(each -> assertThat(each).contains("'../../secret.yaml' is not a plain name"));
    }

    @Test
    void aPackThatIsFarTooLargeIsRefused() {
        var pack = PackFolder.copyInto(folder).write("everything.yaml", "# " + "x".repeat(2_000_001));

        assertThat(pack.complaints()).contains("everything.yaml:0:0 is larger than 2 MB");
    }

    @Test
    void anchorsAreRefused() {
        var pack = PackFolder.copyInto(folder)
                .write("everything.yaml", "agencies:\n  - &a {key: x, label: X, type: t, phone: '1'}\n  - *a\n");

        assertThat(pack.complaints()).anySatisfy(each -> assertThat(each).contains("anchors and aliases are not used"));
    }
}
