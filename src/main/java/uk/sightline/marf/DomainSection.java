package uk.sightline.marf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.sightline.govuk.DateParts;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.RadioItem;
import uk.sightline.reference.Indicator;
import uk.sightline.reference.Tool;
import uk.sightline.reference.ToolDomain;

/** One side of the child's life, as the tool asks about it. Nothing has to be answered. */
record DomainSection(Tool tool, ToolDomain domain) implements Section {

    static final String SEEN = ".seen";
    static final String NOTE = "note";

    private static final String SUSPECTED = "yes-suspected";

    /** How an indicator is answered (PRACTICE §2.2); what is left out was not asked. */
    private static final Map<String, String> SAID = said();

    private static Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("yes-evidenced", "Yes, evidenced");
        said.put(SUSPECTED, "Yes, suspected");
        said.put("no", "No");
        said.put("unknown", "Not known");
        return said;
    }

    @Override
    public String key() {
        return AssessmentSection.KEY + "/" + domain.key();
    }

    @Override
    public String title() {
        return domain.label();
    }

    @Override
    public String template() {
        return "domain";
    }

    @Override
    public boolean asked(Filling filling) {
        return Sections.ASSESSMENT.asked(filling)
                && filling.of(Sections.ASSESSMENT).says(AssessmentSection.KNOWS, domain.key());
    }

    @Override
    public List<Field> fields(Filling filling) {
        List<Field> fields = new ArrayList<>();
        for (Indicator indicator : domain.indicators()) {
            fields.add(Field.option(indicator.code(), indicator.text(), SAID));
            fields.add(Field.date(indicator.code() + SEEN, "Seen last: " + indicator.text()));
        }
        fields.add(Field.text(NOTE, "Anything to add"));
        return fields;
    }

    /** A day goes with a yes and is not sent without. */
    @Override
    public List<Field> told(Answers answers, Filling filling) {
        return fields(filling).stream()
                .filter(field -> field.kind() != Field.Kind.DATE
                        || isYes(answers.text(field.name().replace(SEEN, ""))))
                .toList();
    }

    /** What was ticked under signs is not asked again: it stands as suspected until it is answered here. */
    @Override
    public Answers shown(Answers typed, Filling filling) {
        Set<String> signs = ChildAssessment.fromSigns(filling);
        Answers shown = typed;
        for (Indicator indicator : domain.indicators()) {
            if (signs.contains(indicator.code()) && !typed.has(indicator.code())) {
                shown = shown.with(indicator.code(), SUSPECTED);
            }
        }
        return shown;
    }

    /** What is said of it: on its page, if it is asked, and by the signs in any case. */
    Answers said(Filling filling) {
        return shown(asked(filling) ? filling.of(this) : Answers.NONE, filling);
    }

    @Override
    public void check(Answers answers, Filling filling, FieldErrors.Builder wrong) {
        Answers said = shown(answers, filling);
        domain.indicators().stream()
                .map(Indicator::code)
                .filter(code -> isYes(said.text(code)))
                .forEach(code -> checkSeen(said, code, filling.today(), wrong));
    }

    private static void checkSeen(Answers said, String code, LocalDate today, FieldErrors.Builder wrong) {
        DateParts seen = said.date(code + SEEN);
        if (seen.isBlank()) {
            return;
        }
        String problem = seen.problem("The day it was seen last");
        if (problem == null && seen.date().filter(day -> day.isAfter(today)).isPresent()) {
            problem = "The day it was seen last must be today or in the past";
        }
        if (problem != null) {
            wrong.add(code + SEEN, problem, code + SEEN + "-day");
        }
    }

    static boolean isYes(String said) {
        return said.startsWith("yes-");
    }

    int questions() {
        return domain.indicators().size();
    }

    /** How many are answered, be it with "not known". */
    int answered(Filling filling) {
        return (int) answers(filling).count();
    }

    /** Whether at least one is answered with yes or no. */
    boolean knowsSomething(Filling filling) {
        return answers(filling).anyMatch(said -> isYes(said) || said.equals("no"));
    }

    private Stream<String> answers(Filling filling) {
        Answers said = said(filling);
        return domain.indicators().stream().map(each -> said.text(each.code())).filter(each -> !each.isEmpty());
    }

    static List<RadioItem> items() {
        return SAID.entrySet().stream()
                .map(each -> RadioItem.of(each.getKey(), each.getValue()))
                .toList();
    }

    /** A line under the question: what to look for, and that the signs said so. */
    static @Nullable String hint(Indicator indicator, Filling filling) {
        String ticked = ChildAssessment.fromSigns(filling).contains(indicator.code()) ? "Ticked under signs." : "";
        String help = indicator.help() == null ? "" : indicator.help();
        String both = (ticked + " " + help).strip();
        return both.isEmpty() ? null : both;
    }
}
