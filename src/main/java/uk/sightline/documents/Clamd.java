package uk.sightline.documents;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ClamAV daemon over TCP, by its INSTREAM command (clamd(8)). One connection for each file. */
final class Clamd implements VirusScanner {
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final String host;
    private final int port;
    private final Duration limit;

    /** @param limit for the whole of one scan, from connecting to the answer */
    Clamd(String host, int port, Duration limit) {
        this.host = host;
        this.port = port;
        this.limit = limit;
    }

    @Override
    public Verdict scan(byte[] content) {
        try (Socket socket = new Socket()) {
            Thread watch = closeAfterLimit(socket);
            try {
                return verdict(ask(socket, content));
            } finally {
                watch.interrupt();
            }
        } catch (IOException e) {
            return new Unavailable("The virus scanner did not answer");
        }
    }

    /** A time-out on reading would not end a write that the other side never takes; closing the socket ends both. */
    private Thread closeAfterLimit(Socket socket) {
        return Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(limit);
                socket.close();
            } catch (InterruptedException | IOException answered) {
                // the scan ended before its limit, or the socket is closed already
            }
        });
    }

    private String ask(Socket socket, byte[] content) throws IOException {
        socket.connect(new InetSocketAddress(host, port), (int) limit.toMillis());
        try {
            send(new DataOutputStream(socket.getOutputStream()), content);
        } catch (IOException cutOff) {
            // a scanner that takes no more says why before it closes
        }
        return answer(socket.getInputStream());
    }

    private static void send(DataOutputStream out, byte[] content) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (int at = 0; at < content.length; at += CHUNK) {
            int size = Math.min(CHUNK, content.length - at);
            out.writeInt(size);
            out.write(content, at, size);
        }
        out.writeInt(0);
        out.flush();
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b > 0 && line.size() < LONGEST_ANSWER; b = in.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static Verdict verdict(String answer) {
        String line = answer.strip();
        Matcher found = FOUND.matcher(line);
        if (found.matches()) {
            return new Infected(found.group(1));
        }
        if (line.equals("stream: OK")) {
            return new Clean();
        }
        return new Unavailable(line.isEmpty() ? "The virus scanner did not answer" : "The virus scanner said: " + line);
    }
}
