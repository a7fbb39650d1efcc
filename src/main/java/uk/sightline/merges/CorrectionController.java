package uk.sightline.merges;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.sightline.access.Needs;
import uk.sightline.platform.Html;

/** What somebody who relied on a record is told, whatever they may see of the person today. */
@Controller
@Needs
class CorrectionController {

    private final MergePages pages;
    private final Corrections corrections;

    CorrectionController(MergePages pages, Corrections corrections) {
        this.pages = pages;
        this.corrections = corrections;
    }

    @GetMapping("/merges/corrections/{id}")
    Html correction(@PathVariable UUID id) {
        return Html.page("merges/correction", pages.correction(id));
    }

    @PostMapping("/merges/corrections/{id}")
    String read(@PathVariable UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String note) {
        corrections.read(id, version, note);
        return "redirect:/work";
    }
}
