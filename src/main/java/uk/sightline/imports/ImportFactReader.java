package uk.sightline.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.BirthDate;
import uk.sightline.identity.IdentifierScheme;
import uk.sightline.people.BulkChanges;
import uk.sightline.people.Fact;
import uk.sightline.platform.RuleBroken;

/**
 * Reads a row that tells one thing more of somebody whom the same source has brought before: an address, or a number. Many
 * rows may be about one person.
 */
record ImportFactReader(ImportRow row, LocalDate today) {

    ImportContent content() {
        List<ImportRemark> remarks = new ArrayList<>();
        boolean address = row.mapping().kind() == ImportMapping.Kind.ADDRESSES;
        Fact fact = address ? address(remarks) : number();
        String person = String.valueOf(ImportRowReader.number(row, row.mapping()));
        String own = row.first(ImportField.ROW_ID).orElseGet(() -> ImportText.hash(BulkChanges.said(fact)));
        String part = address ? ImportContent.ADDRESS : ImportContent.NUMBER;
        return new ImportContent(
                ImportContent.keyOfFact(part, person, own),
                person,
                "",
                BirthDate.unknown(),
                null,
                null,
                Map.of(part, fact),
                remarks);
    }

    private Fact address(List<ImportRemark> remarks) {
        return new ImportAddress(row, today)
                .fact(remarks)
                .orElseThrow(() -> new RuleBroken("row", "The row has no address."));
    }

    private Fact number() {
        String typed = row.first(ImportField.NUMBER)
                .orElseThrow(() -> row.broken(ImportField.NUMBER, "The row has no number."));
        @Nullable IdentifierScheme scheme = scheme(row.first(ImportField.NUMBER_KIND).orElse(""));
        if (scheme == null) {
            throw row.broken(
                    ImportField.NUMBER_KIND,
                    "Numbers of this kind are not kept. Those that are: NHS number, unique pupil number, unique learner "
                            + "number, PNC ID, CRO number.");
        }
        return ImportRowReader.number(row, ImportField.NUMBER, scheme, typed);
    }

    private static @Nullable IdentifierScheme scheme(String typed) {
        String kind = typed.toLowerCase(Locale.ROOT);
        if (kind.contains("nhs")) {
            return IdentifierScheme.NHS_NUMBER;
        }
        if (kind.contains("pupil") || kind.contains("upn")) {
            return IdentifierScheme.UPN;
        }
        if (kind.contains("learner") || kind.contains("uln")) {
            return IdentifierScheme.ULN;
        }
        if (kind.contains("pnc")) {
            return IdentifierScheme.PNC_ID;
        }
        return kind.contains("cro") ? IdentifierScheme.CRO_NUMBER : null;
    }
}
