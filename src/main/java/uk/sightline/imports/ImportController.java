package uk.sightline.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.platform.Html;
import uk.sightline.platform.RuleBroken;

/** Import of people by page: file, columns, check, import, result, undo. */
@Controller
@RequestMapping("/people/import")
@Needs(Action.IMPORT_PEOPLE)
class ImportController {

    private static final String REFRESH_SECONDS = "2";

    private final Imports imports;
    private final ImportReports reports;

    ImportController(Imports imports, ImportReports reports) {
        this.imports = imports;
        this.reports = reports;
    }

    @GetMapping
    Html list() {
        return Html.page("imports/start", new ImportPages.Start(imports.recent(), "", FieldErrors.none()));
    }

    @PostMapping
    Object take(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam String source) {
        try {
            if (file == null
                    || file.getOriginalFilename() == null
                    || file.getOriginalFilename().isEmpty()) {
                throw new RuleBroken("file", "Choose a CSV file.");
            }
            String name = file.getOriginalFilename();
            return at(imports.take(
                    file, name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), source));
        } catch (RuleBroken broken) {
            return Html.again("imports/start", new ImportPages.Start(imports.recent(), source, errors(broken, "file")));
        }
    }

    @GetMapping("/{id}")
    Html show(@PathVariable UUID id, HttpServletResponse response) {
        ImportBatch batch = imports.find(id);
        if (batch.state().isWork()) {
            if (!batch.progress().paused()) {
                response.setHeader("Refresh", REFRESH_SECONDS);
            }
            return Html.page("imports/progress", batch);
        }
        return batch.state() == ImportBatch.State.MAPPING
                ? Html.page("imports/columns", columns(batch, batch.mapping(), batch.source(), FieldErrors.none()))
                : Html.page("imports/result", new ImportPages.Result(batch, reports.of(id)));
    }

    @PostMapping("/{id}/columns")
    Object columns(@PathVariable UUID id, @RequestParam Map<String, String> form) {
        ImportBatch batch = imports.find(id);
        String source = form.getOrDefault("source", "");
        ImportMapping chosen = batch.mapping();
        try {
            chosen = chosen(batch, form);
            imports.check(id, source, chosen);
            return at(id);
        } catch (RuleBroken broken) {
            return Html.again("imports/columns", columns(batch, chosen, source, errors(broken, "column-0")));
        }
    }

    private static ImportMapping chosen(ImportBatch batch, Map<String, String> form) {
        List<ImportField> fields = new ArrayList<>();
        for (int i = 0; i < batch.headings().size(); i++) {
            String column = "column-" + i;
            fields.add(ImportField.of(form.getOrDefault(column, ""))
                    .orElseThrow(() -> new RuleBroken(column, "Choose what the column holds.")));
        }
        return new ImportMapping(fields);
    }

    @PostMapping("/{id}/reconsider")
    String reconsider(@PathVariable UUID id) {
        imports.reconsider(id);
        return at(id);
    }

    @PostMapping("/{id}/run")
    String run(@PathVariable UUID id) {
        imports.run(id);
        return at(id);
    }

    @PostMapping("/{id}/undo")
    String undo(@PathVariable UUID id) {
        imports.undo(id);
        return at(id);
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable UUID id) {
        imports.discard(id);
        return "redirect:/people/import";
    }

    @PostMapping("/{id}/pause")
    String pause(@PathVariable UUID id) {
        imports.pause(id);
        return at(id);
    }

    @PostMapping("/{id}/go-on")
    String goOn(@PathVariable UUID id) {
        imports.goOn(id);
        return at(id);
    }

    /** The rejected rows, to be corrected and brought again. */
    @GetMapping("/{id}/rejects.csv")
    void rejects(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        ImportBatch batch = imports.find(id);
        reports.writeRejects(batch, file(batch, "rejects", response));
    }

    /** What was said of rows. */
    @GetMapping("/{id}/rows.csv")
    void rows(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        ImportBatch batch = imports.find(id);
        reports.writeRemarks(batch, file(batch, "rows", response));
    }

    private static Writer file(ImportBatch batch, String what, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + batch.reference() + "-" + what + ".csv\"");
        response.setHeader("Cache-Control", "no-store");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write('\uFEFF');
        return out;
    }

    private ImportPages.Columns columns(ImportBatch batch, ImportMapping mapping, String source, FieldErrors errors) {
        return new ImportPages.Columns(batch, mapping, imports.samples(batch), source, errors);
    }

    private static FieldErrors errors(RuleBroken broken, String otherwise) {
        String field = broken.field();
        return FieldErrors.of(field == null ? otherwise : field, broken.says());
    }

    private static String at(UUID id) {
        return "redirect:/people/import/" + id;
    }
}
