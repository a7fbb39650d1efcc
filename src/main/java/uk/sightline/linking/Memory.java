package uk.sightline.linking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this process has held at most. */
final class Memory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";

    private Memory() {}

    /** In megabytes of 2²⁰ bytes: what the operating system counted, or elsewhere what the heap holds now. */
    static long peakMegabytes() throws IOException {
        if (Files.isReadable(STATUS)) {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(PEAK)) {
                    return Long.parseLong(line.substring(PEAK.length()).replaceAll("\\D", "")) / 1024;
                }
            }
        }
        return Runtime.getRuntime().totalMemory() >> 20;
    }
}
