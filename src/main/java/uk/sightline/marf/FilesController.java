package uk.sightline.marf;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import uk.sightline.access.Action;
import uk.sightline.access.Needs;
import uk.sightline.documents.Documents;
import uk.sightline.documents.FileRefused;
import uk.sightline.govuk.FieldErrors;
import uk.sightline.govuk.SelectItem;
import uk.sightline.platform.Html;
import uk.sightline.referrals.ReferralForm.Attachment;

/** Files added to a draft (PRACTICE §1.1 block I; the guard of §12.9 stands in the upload tag). */
@Controller
@RequestMapping("/marf/{id}/files")
@Needs({Action.REFER, Action.PHONE_REFERRAL})
class FilesController {

    private final Drafts drafts;
    private final Files files;
    private final Documents documents;

    FilesController(Drafts drafts, Files files, Documents documents) {
        this.drafts = drafts;
        this.files = files;
        this.documents = documents;
    }

    /** What the page shows. */
    record FilesPage(Filling filling, List<Attachment> files, String kind, FieldErrors errors) {
        String home() {
            return "/marf/" + filling.draft().id();
        }

        List<SelectItem> kinds() {
            return filling.codes("attachment-kind").stream()
                    .map(code -> SelectItem.of(code.code(), code.label()))
                    .toList();
        }

        String label(String code) {
            return filling.pack().codes("attachment-kind").label(code);
        }
    }

    @GetMapping
    Html list(@PathVariable UUID id) {
        return Html.page("marf/files", page(id, "", FieldErrors.none()));
    }

    @PostMapping
    Object add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam List<MultipartFile> files)
            throws IOException {
        FilesPage page = page(id, kind, FieldErrors.none());
        if (page.filling().draft().sent()) {
            throw new Drafts.AlreadySent();
        }
        if (page.kinds().stream().noneMatch(item -> kind.equals(item.value()))) {
            return Html.again("marf/files", page(id, kind, FieldErrors.of("kind", "Choose what it is")));
        }
        List<MultipartFile> chosen =
                files.stream().filter(file -> !file.isEmpty()).toList();
        if (chosen.isEmpty()) {
            return Html.again("marf/files", page(id, kind, FieldErrors.of("files", "Choose a file")));
        }
        return kept(id, kind, chosen);
    }

    /** Those before the one that is refused are kept, and the page says so by showing them. */
    private Object kept(UUID id, String kind, List<MultipartFile> chosen) throws IOException {
        for (MultipartFile file : chosen) {
            try (InputStream content = file.getInputStream()) {
                documents.accept(String.valueOf(file.getOriginalFilename()), content, id, kind);
            } catch (FileRefused refused) {
                return Html.again("marf/files", page(id, kind, FieldErrors.of("files", refused.says())));
            }
        }
        return "redirect:/marf/" + id + "/files";
    }

    @PostMapping("/{file}/remove")
    String remove(@PathVariable UUID id, @PathVariable UUID file) {
        if (drafts.look(id).draft().sent()) {
            throw new Drafts.AlreadySent();
        }
        boolean ofThisDraft =
                files.of(id).stream().anyMatch(each -> each.document().equals(file));
        if (ofThisDraft) {
            documents.remove(file);
        }
        return "redirect:/marf/" + id + "/files";
    }

    private FilesPage page(UUID id, String kind, FieldErrors errors) {
        return new FilesPage(drafts.look(id), files.of(id), kind, errors);
    }
}
