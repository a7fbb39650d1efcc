package uk.sightline.assessment;

import java.util.List;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.reference.Code;

/** Why the assessment is done, and as of when. */
public record AboutPage(Frame frame, List<Code> whys, AboutForm form, FieldErrors errors) {}
