package uk.sightline.marf;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.marf.SectionPage.Prompts;
import uk.sightline.platform.NoSuchRecord;

/** Puts the pages of a draft together. */
@Component
class Pages {

    private final Drafts drafts;

    Pages(Drafts drafts) {
        this.drafts = drafts;
    }

    /** A page as it was left; {@code from} names the one just left, whose words may call for a thought. */
    SectionPage open(UUID id, String key, @Nullable String from) {
        Filling filling = drafts.look(id);
        Section section = Sections.of(key, filling);
        Draft.Sheet sheet = filling.draft().sheet(key);
        Prompts prompts = from == null ? prompts(key, filling) : prompts(from, filling);
        return new SectionPage(
                filling,
                section,
                key,
                section.shown(sheet.answers(), filling),
                sheet.version(),
                FieldErrors.none(),
                prompts,
                List.of());
    }

    /** The page just saved, because something in it needs attention. */
    SectionPage again(Filling saved, String key) {
        Section section = Sections.of(key, saved);
        Draft.Sheet sheet = saved.draft().sheet(key);
        FieldErrors errors = section.errors(sheet.answers(), saved);
        return new SectionPage(
                saved,
                section,
                key,
                section.shown(sheet.answers(), saved),
                sheet.version(),
                errors,
                prompts(key, saved),
                List.of());
    }

    /** What is typed here over what was saved elsewhere, with both to be seen. */
    SectionPage conflict(UUID id, String key, Map<String, String[]> posted) {
        Filling filling = drafts.look(id);
        Section section = Sections.of(key, filling);
        Draft.Sheet saved = filling.draft().sheet(key);
        Answers typed = Drafts.typed(section, filling, posted);
        return new SectionPage(
                filling,
                section,
                key,
                typed,
                saved.version(),
                FieldErrors.none(),
                Prompts.NONE,
                SectionPage.differences(section, filling, saved.answers(), typed));
    }

    Prompts prompts(String key, Filling filling) {
        try {
            Section section = Sections.of(key, filling);
            List<Wording> found = Wording.in(section, filling.draft().answers(key), filling);
            return found.isEmpty() ? Prompts.NONE : new Prompts(section.title(), key, found);
        } catch (NoSuchRecord gone) {
            return Prompts.NONE;
        }
    }
}
