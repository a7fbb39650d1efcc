package uk.sightline.govuk;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A language that a page can be read in. {@code lang} is a BCP 47 tag, {@code dir} "rtl" for scripts from the right. */
public record LanguageItem(
        @Nullable String text,
        @Nullable Content html,
        @Nullable String href,
        @Nullable String lang,
        @Nullable String hrefLang,
        @Nullable String dir,
        @Nullable String languageDescriptionText,
        boolean current,
        @Nullable String classes,
        @Nullable Attributes attributes) {

    public static LanguageItem of(String text, String href, String lang, boolean current) {
        return new LanguageItem(text, null, href, lang, null, null, null, current, null, null);
    }

    boolean isCurrent() {
        return current || !Markup.given(href);
    }
}
