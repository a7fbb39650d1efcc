package uk.sightline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import uk.sightline.documents.VirusScanner.Clean;
import uk.sightline.documents.VirusScanner.Infected;
import uk.sightline.documents.VirusScanner.Unavailable;

@Timeout(20)
class ClamdTests {

    /** A scanner that hangs up in the end is unavailable, too: to be left after the limit is to be left long before. */
    private static final long SILENCE_MILLIS = 60_000;

    private static final long LONG_BEFORE_IT_ENDS = 20;
    private static final byte[] FILE = new byte[200_000];
    private final CompletableFuture<byte[]> received = new CompletableFuture<>();
    private final ServerSocket server;

    ClamdTests() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Arrays.fill(FILE, (byte) 'x');
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aCleanFileArrivesWholeAndIsClean() {
        answering("stream: OK\0");
        assertThat(scanner(Duration.ofSeconds(5)).scan(FILE)).isEqualTo(new Clean());
        assertThat(received).isCompletedWithValueMatching(bytes -> Arrays.equals(bytes, FILE));
    }

    @Test
    void aFindingIsNamed() {
        answering("stream: Eicar-Test-Signature FOUND\0");
        assertThat(scanner(Duration.ofSeconds(5)).scan(FILE)).isEqualTo(new Infected("Eicar-Test-Signature"));
    }

    @Test
    void anErrorOfTheScannerIsNotAVerdict() {
        answering("INSTREAM size limit exceeded. ERROR\0");
        assertThat(scanner(Duration.ofSeconds(5)).scan(FILE))
                .isEqualTo(new Unavailable("The virus scanner said: INSTREAM size limit exceeded. ERROR"));
    }

    @Test
    void anAnswerThatOnlyLooksCleanIsNotAVerdict() {
        answering("stream: OK FOUND nothing\0");
        assertThat(scanner(Duration.ofSeconds(5)).scan(FILE)).isInstanceOf(Unavailable.class);
    }

    @Test
    void silenceIsNotAVerdict() {
        answering("");
        assertThat(scanner(Duration.ofSeconds(5)).scan(FILE)).isInstanceOf(Unavailable.class);
    }

    @Test
    @Timeout(LONG_BEFORE_IT_ENDS)
    void aScannerThatTakesTheFileAndNeverAnswersIsLeftAfterTheLimit() {
        serve(socket -> {
            read(socket);
            Thread.sleep(SILENCE_MILLIS);
        });
        assertThat(scanner(Duration.ofMillis(300)).scan(FILE)).isInstanceOf(Unavailable.class);
    }

    @Test
    @Timeout(LONG_BEFORE_IT_ENDS)
    void aScannerThatNeverTakesTheFileIsLeftAfterTheLimit() {
        serve(_ -> Thread.sleep(SILENCE_MILLIS));
        assertThat(scanner(Duration.ofMillis(300)).scan(new byte[FileTypes.MOST_BYTES]))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void aScannerThatIsAwayIsUnavailable() throws IOException {
        server.close();
        assertThat(scanner(Duration.ofSeconds(2)).scan(FILE)).isInstanceOf(Unavailable.class);
    }

    private Clamd scanner(Duration limit) {
        return new Clamd(server.getInetAddress().getHostAddress(), server.getLocalPort(), limit);
    }

    private void answering(String answer) {
        serve(socket -> {
            received.complete(read(socket));
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        });
    }

    private interface Conversation {
        void with(Socket socket) throws IOException, InterruptedException;
    }

    private void serve(Conversation conversation) {
        Thread.startVirtualThread(() -> {
            try (Socket socket = server.accept()) {
                conversation.with(socket);
            } catch (IOException | InterruptedException e) {
                received.completeExceptionally(e);
            }
        });
    }

    /** What a clamd would have read: the command, then chunks after their length, then a length of nothing. */
    private static byte[] read(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
        byte[] whole = new byte[0];
        for (int size = in.readInt(); size != 0; size = in.readInt()) {
            whole = Arrays.copyOf(whole, whole.length + size);
            in.readFully(whole, whole.length - size, size);
        }
        return whole;
    }
}
