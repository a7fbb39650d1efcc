package uk.sightline.access;

import java.util.function.Function;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;
import uk.sightline.platform.RuleBroken;

/** Does what a form asks and goes on, or shows the form again with what was typed and the rule beside its field. */
final class Rules {

    private Rules() {}

    /** @param field where a rule about the whole form is shown */
    static Object orAgain(String onward, String field, Runnable act, Function<FieldErrors, Html> again) {
        try {
            act.run();
            return "redirect:" + onward;
        } catch (RuleBroken broken) {
            String at = broken.field() == null ? field : broken.field();
            return again.apply(FieldErrors.builder()
                    .add(at, broken.says(), at.equals("until") ? "until-day" : at)
                    .build());
        }
    }
}
