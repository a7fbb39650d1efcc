package uk.sightline.documents;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.access.Access;
import uk.sightline.access.Action;
import uk.sightline.audit.Audit;
import uk.sightline.audit.Audit.Act;
import uk.sightline.documents.Stored.State;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;

/** Takes files in, keeps them with the record they belong to, and makes letters. Whoever sees the record sees them. */
@Service
@Transactional(propagation = Propagation.REQUIRED)
public class Documents {

    private static final String KIND = "document";

    private final DocumentStore store;
    private final Access access;
    private final Audit audit;
    private final TemplateEngine templates;
    private final ScannerSettings scanner;
    private final Letters letters = new Letters();

    Documents(DocumentStore store, Access access, Audit audit, TemplateEngine templates, ScannerSettings scanner) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.templates = templates;
        this.scanner = scanner;
    }

    /**
     * Takes a file that somebody uploaded: checks what it truly is, removes what a picture says about where and with what
     * it was taken, and keeps it back until the virus scanner, where there is one, has looked.
     *
     * @param fileName as the browser sent it
     * @param attachedTo a record that the actor sees; a draft is one
     * @param kind what it is for: attachment, photo …
     * @throws FileRefused when it is not taken, with words that name the file
     * @throws NoSuchRecord when the actor may not know of the record
     */
    public Stored accept(String fileName, InputStream content, UUID attachedTo, String kind) {
        access.require(Action.VIEW, attachedTo);
        try {
            byte[] sent = content.readNBytes(FileTypes.MOST_BYTES + 1);
            FileType type = FileTypes.of(fileName, sent);
            byte[] cleaned = ImageMetadata.removed(type, sent);
            State state = scanner.configured() ? State.QUARANTINED : State.UNSCANNED;
            return keep(new NewDocument(attachedTo, kind, FileName.clean(fileName, type), type, state), cleaned);
        } catch (FileRefused refused) {
            throw refused.about(FileName.shown(fileName));
        } catch (IOException e) {
            throw new UncheckedIOException("The upload broke off", e);
        }
    }

    /** What is attached to a record, oldest first; nothing when the actor does not see it. */
    public List<Stored> of(UUID attachedTo) {
        return store.of(attachedTo);
    }

    /**
     * Moves a document to another record: from the draft to what it became.
     *
     * @throws NoSuchRecord when the actor may not know of the document or of the record
     */
    public void attach(UUID document, UUID to) {
        Stored stored = store.find(document).orElseThrow(NoSuchRecord::new);
        access.require(Action.VIEW, to);
        store.move(stored.id(), to);
        audit.record(Act.on("attach", KIND, to).detail(document.toString()));
    }

    /** Moves everything that is attached to one record to another. */
    public void attachAll(UUID from, UUID to) {
        of(from).forEach(stored -> attach(stored.id(), to));
    }

    /**
     * Takes a file off a draft, for good.
     *
     * @throws RuleBroken when the record is no longer a draft: what was sent stays as it was sent
     * @throws NoSuchRecord when the actor may not know of the document
     */
    public void remove(UUID document) {
        Stored stored = store.find(document).orElseThrow(NoSuchRecord::new);
        if (!store.removeFromDraft(document)) {
            throw new RuleBroken("Files can be removed from a draft only. What was sent stays as it was sent.");
        }
        audit.record(Act.on("remove", KIND, stored.attachedTo()).detail(document.toString()));
    }

    /** A letter as PDF/UA, not kept. */
    public byte[] letter(Letter letter) {
        StringOutput page = new StringOutput();
        templates.render("documents/letter.jte", Map.of("letter", letter), page);
        return letters.pdf(page.toString());
    }

    /**
     * Makes a letter and keeps it with a record.
     *
     * @param name to show and to save under, without its ending
     * @return the document's id
     */
    public UUID keepLetter(Letter letter, UUID attachedTo, String name) {
        access.require(Action.VIEW, attachedTo);
        String fileName = FileName.clean(name, FileType.PDF);
        return keep(new NewDocument(attachedTo, "letter", fileName, FileType.PDF, State.CLEAN), letter(letter))
                .id();
    }

    /**
     * A document with its content, to be served: the look is recorded.
     *
     * @throws NoSuchRecord when the actor may not know of it
     */
    Served open(UUID document) {
        Stored stored = store.find(document).orElseThrow(NoSuchRecord::new);
        if (!stored.served()) {
            audit.record(Act.on("view", KIND, stored.attachedTo()).detail(document.toString()));
            return new Served(stored, new byte[0]);
        }
        audit.record(Act.on("download", KIND, stored.attachedTo()).detail(document.toString()));
        return new Served(stored, content(document));
    }

    private byte[] content(UUID document) {
        return store.content(document)
                .orElseThrow(() ->
                        new IllegalStateException("The content of document " + document + " is not what was kept"));
    }

    private Stored keep(NewDocument document, byte[] content) {
        Stored stored = store.add(document, content);
        audit.record(Act.on("add", KIND, stored.attachedTo()).detail(stored.id().toString()));
        return stored;
    }

    /** @param content empty when the document may not be served */
    record Served(Stored stored, byte[] content) {}
}
