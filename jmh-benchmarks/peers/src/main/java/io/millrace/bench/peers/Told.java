package io.millrace.bench.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the process of a peer prints, among all that the peer itself may print.
 *
 * <pre>
 *   peer about flow, fused, ...       which version of what
 *   peer on JDK 17.0.15+6             what it runs on
 *   peer took 123456789               nanoseconds of a repetition, whose results are in the file of its number
 *   peer failed because ...           why there is no more
 * </pre>
 */
final class Told {
    static final String ABOUT = "peer about ";
    static final String ON = "peer on ";
    static final String TOOK = "peer took ";
    static final String FAILED = "peer failed because ";

    private static final int LONGEST_REASON = 200;

    private final List<String> lines;

    private Told(final List<String> lines) {
        this.lines = lines;
    }

    /** Reads what was printed. */
    static Told read(final Path file) {
        try {
            return new Told(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What follows on the last line that begins so; empty if none does. */
    String last(final String beginning) {
        final List<String> all = all(beginning);
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }

    /** What follows on all lines that begin so. */
    List<String> all(final String beginning) {
        return lines.stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()).strip())
                .toList();
    }

    /** Why it failed, if it did: in its own words, or else the last thing that it printed. */
    String reason() {
        final String own = last(FAILED);
        final String reason = !own.isEmpty() ? own : lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "...";
    }
}
