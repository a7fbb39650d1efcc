package uk.sightline.documents;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.sightline.access.Needs;
import uk.sightline.documents.Documents.Served;
import uk.sightline.platform.Html;

/** Serves documents to be saved, never to be run: as an attachment, of the type they truly have, in a sandbox. */
@Controller
class DocumentController {

    private final Documents documents;

    DocumentController(Documents documents) {
        this.documents = documents;
    }

    @GetMapping("/documents/{id}")
    @Needs
    Object document(@PathVariable UUID id) {
        Served served = documents.open(id);
        return served.stored().served()
                ? attachment(served)
                : Html.page("documents/held", served.stored(), HttpStatus.CONFLICT);
    }

    @GetMapping("/documents/indecent-images")
    @Needs(nothing = true)
    Html indecentImages() {
        return new Html("documents/indecentImages", null, HttpStatus.OK);
    }

    private static ResponseEntity<byte[]> attachment(Served served) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(served.stored().type().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(served.stored()))
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .body(served.content());
    }

    private static String disposition(Stored stored) {
        return ContentDisposition.attachment()
                .filename(stored.name(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
