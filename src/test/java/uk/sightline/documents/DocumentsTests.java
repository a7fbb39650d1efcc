package uk.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import uk.sightline.SightlineTest;
import uk.sightline.TestTime;
import uk.sightline.access.RecordFacts;
import uk.sightline.access.Records;
import uk.sightline.access.TestPeople;
import uk.sightline.access.TestPeople.TestPerson;
import uk.sightline.audit.Audit;
import uk.sightline.documents.Stored.State;
import uk.sightline.documents.VirusScanner.Verdict;
import uk.sightline.platform.Ids;
import uk.sightline.platform.NoSuchRecord;
import uk.sightline.platform.RuleBroken;

@SightlineTest
class DocumentsTests {

    private static final byte[] NOTE = "Seen at the bus station with two adults.".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentStore store;

    @Autowired
    private Records records;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestTime.Settable time;

    @Autowired
    private Audit audit;

    @Autowired
    private MockMvc mvc;

    private TestPerson owner;
    private TestPerson other;
    private UUID draft;

    @BeforeEach
    void aDraftOfOnePerson() {
        owner = people.socialWorker();
        other = people.socialWorker();
        draft = record("draft", owner);
    }

    @Test
    void whoSeesTheRecordSeesItsFilesAndNobodyElseDoes() throws Exception {
        Stored stored = add("note.txt", NOTE);
        assertThat(as(owner, () -> documents.of(draft))).containsExactly(stored);
        assertThat(as(other, () -> documents.of(draft))).isEmpty();
        fetch(owner, stored).andExpect(status().isOk()).andExpect(content().bytes(NOTE));
        fetch(other, stored).andExpect(status().isNotFound());
        assertThatThrownBy(() ->
                        as(other, () -> documents.accept("x.txt", new ByteArrayInputStream(NOTE), draft, "attachment")))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> remove(other, stored)).isInstanceOf(NoSuchRecord.class);
        mvc.perform(get(stored.path())).andExpect(status().is3xxRedirection());
    }

    @Test
    void aFileIsServedToBeSavedAndNeverToBeRun() throws Exception {
        Stored stored = add("../../etc/passwd\r\nX: y\u202Efdp.txt", NOTE);
        fetch(owner, stored)
                .andExpect(header().string("Content-Disposition", Matchers.startsWith("attachment;")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", Matchers.startsWith("sandbox;")))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("Content-Type", "text/plain"))
                .andExpect(header().doesNotExist("X"));
        assertThat(stored.name()).doesNotContain("/", "\\", "\r", "\u202E").endsWith(".txt");
    }

    @Test
    void everyDownloadIsInTheLog() throws Exception {
        Stored stored = add("note.txt", NOTE);
        fetch(owner, stored);
        long looks = as(
                owner,
                () -> sql.sql(
                                "select count(*) from audit.act where action = 'download' and record = :draft and actor = :me")
                        .param("draft", draft)
                        .param("me", owner.id())
                        .query(Long.class)
                        .single());
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void aPictureIsServedWithoutWhatItSaysAboutWhereItWasTaken() throws Exception {
        byte[] sent = Pictures.jpegWithEverything(6);
        assertThat(Pictures.tells(sent)).isTrue();
        byte[] served =
                fetch(owner, add("photo.jpg", sent)).andReturn().getResponse().getContentAsByteArray();
        assertThat(Pictures.tells(served)).isFalse();
        assertThat(Pictures.decoded(served).getWidth()).isEqualTo(40);
    }

    @Test
    void aLargeFileComesBackAsItWas() throws Exception {
        byte[] large = new byte[3 * 1024 * 1024 + 17];
        new Random(7).ints(0, 64).limit(large.length).forEach(new Filler(large));
        fetch(owner, add("long.txt", large)).andExpect(content().bytes(large));
    }

    @Test
    void whatIsNotTakenIsNamedAndNothingIsKept() {
        refused("leer.txt", new byte[0], "leer.txt: The file is empty");
        refused("x.exe", new byte[] {'M', 'Z', 0, 1, 2}, "x.exe: This kind of file cannot be added");
        refused("page.txt", "<!doctype html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "page.txt: ");
        refused("photo.png", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII), "photo.png: The name");
        refused("big.txt", new byte[FileTypes.MOST_BYTES + 1], "big.txt: The file is larger than 25 MB");
        refused("\u202Egpj.exe", new byte[] {0, 1}, "gpj.exe: ");
        assertThat(as(owner, () -> documents.of(draft))).isEmpty();
    }

    @Test
    void aFileOfADraftGoesWithItAndThenStays() {
        Stored stored = add("note.txt", NOTE);
        UUID referral = record("referral", owner);
        as(owner, () -> {
            documents.attachAll(draft, referral);
            return true;
        });
        assertThat(as(owner, () -> documents.of(referral)))
                .extracting(Stored::id)
                .containsExactly(stored.id());
        assertThat(as(owner, () -> documents.of(draft))).isEmpty();
        assertThatThrownBy(() -> remove(owner, stored))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("draft only");
    }

    @Test
    void aFileIsNotMovedToARecordThatTheActorDoesNotSee() {
        Stored stored = add("note.txt", NOTE);
        UUID theirs = record("referral", other);
        assertThatThrownBy(() -> as(owner, () -> {
                    documents.attach(stored.id(), theirs);
                    return true;
                }))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void aFileTakenOffADraftIsGone() throws Exception {
        Stored stored = add("note.txt", NOTE);
        remove(owner, stored);
        fetch(owner, stored).andExpect(status().isNotFound());
        assertThat(as(
                        owner,
                        () -> sql.sql("select count(*) from documents.content where document_id = :id")
                                .param("id", stored.id())
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void aLetterIsKeptAndServedAsPdf() throws Exception {
        UUID referral = record("referral", owner);
        UUID letter = as(
                owner,
                () -> documents.keepLetter(
                        new Letter(
                                "Front door",
                                List.of("1 Market Square"),
                                "01632 960001",
                                List.of("Ms R Okafor"),
                                LocalDate.of(2026, 11, 10),
                                "R-7KQ2M4X",
                                "Dear Ms Okafor",
                                "What we decided",
                                List.of("Thank you for telling us."),
                                "A Hussain",
                                "Team manager"),
                        referral,
                        "Answer R-7KQ2M4X"));
        mvc.perform(get("/documents/" + letter).with(owner.signedIn()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(content().string(Matchers.startsWith("%PDF-")));
    }

    @Test
    void aFileIsHeldBackUntilTheScannerHasLooked() throws Exception {
        Queue<Verdict> verdicts = new ArrayDeque<>(List.of(
                new VirusScanner.Clean(), new VirusScanner.Unavailable("away"), new VirusScanner.Infected("Eicar")));
        scanEverythingElse();
        Stored clean = quarantined();
        Stored infected = quarantined();
        fetch(owner, clean)
                .andExpect(status().isConflict())
                .andExpect(content().string(Matchers.containsString("Being checked for viruses")));

        scan(content -> verdicts.remove());
        fetch(owner, clean).andExpect(status().isOk());
        fetch(owner, infected).andExpect(status().isConflict());
        assertThat(find(infected).state()).isEqualTo(State.QUARANTINED);
        assertThat(find(infected).scannerNote()).isEqualTo("away");

        scan(content -> verdicts.remove());
        fetch(owner, infected)
                .andExpect(status().isConflict())
                .andExpect(content().string(Matchers.containsString("It was not safe, so it was not kept (Eicar)")));
        assertThat(verdicts).isEmpty();
    }

    @Test
    void withoutAScannerTheFileSaysSo() {
        Stored stored = add("note.txt", NOTE);
        assertThat(stored.state()).isEqualTo(State.UNSCANNED);
        assertThat(stored.caution()).contains("Not checked for viruses");
    }

    @Test
    void contentThatIsNotWhatWasKeptIsNotServed() throws Exception {
        Stored stored = add("note.txt", NOTE);
        as(
                owner,
                () -> sql.sql("delete from documents.content where document_id = :id")
                        .param("id", stored.id())
                        .update());
        as(
                owner,
                () -> sql.sql("insert into documents.content (document_id, no, bytes) values (:id, 0, 'other')")
                        .param("id", stored.id())
                        .update());
        fetch(owner, stored).andExpect(status().isInternalServerError());
    }

    @Test
    void everybodyCanReadWhatToDoAboutAnIndecentImage() throws Exception {
        mvc.perform(get("/documents/indecent-images"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Ring the police on 101")));
    }

    private Stored add(String name, byte[] content) {
        return as(owner, () -> documents.accept(name, new ByteArrayInputStream(content), draft, "attachment"));
    }

    private void refused(String name, byte[] content, String message) {
        assertThatThrownBy(() -> add(name, content))
                .isInstanceOf(FileRefused.class)
                .hasMessageStartingWith(message);
    }

    private Stored quarantined() {
        return as(
                owner,
                () -> store.add(
                        new NewDocument(draft, "attachment", "note.txt", FileType.TEXT, State.QUARANTINED), NOTE));
    }

    private void scanEverythingElse() {
        scan(content -> new VirusScanner.Clean());
    }

    private void scan(VirusScanner scanner) {
        ScanJob job = new ScanJob(sql, transactions, time, store, audit, Optional.of(scanner));
        ScanJob.SCANNER.run(job::run);
    }

    private Stored find(Stored stored) {
        return as(owner, () -> store.find(stored.id())).orElseThrow();
    }

    private boolean remove(TestPerson who, Stored stored) {
        return as(who, () -> {
            documents.remove(stored.id());
            return true;
        });
    }

    private ResultActions fetch(TestPerson who, Stored stored) throws Exception {
        return mvc.perform(get(stored.path()).with(who.signedIn()));
    }

    private UUID record(String kind, TestPerson holder) {
        UUID id = Ids.next();
        as(holder, () -> {
            records.keep(new RecordFacts(id, kind, null, null, Set.of()));
            records.relate(holder.id(), id, "owner", Set.of(kind), "You are writing it.", null);
            return id;
        });
        return id;
    }

    private <T> T as(TestPerson who, Supplier<T> work) {
        return who.actor().call(() -> java.util.Objects.requireNonNull(transactions.execute(status -> work.get())));
    }

    /** Letters and digits, so that it is text. */
    private static final class Filler implements java.util.function.IntConsumer {
        private final byte[] into;
        private int at;

        private Filler(byte[] into) {
            this.into = into;
        }

        @Override
        public void accept(int value) {
            into[at++] = (byte) (' ' + value);
        }
    }
}
