package io.millrace.feed.support;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Recorded data, which stands beside the repository on some machines and is not part of it. */
public final class SharedData {
    private static final Path ROOT = Path.of(System.getProperty("millrace.shared", "../../shared"), "data");

    private SharedData() {}

    /** Where a recorded file is, if it is there. */
    public static Path path(final String path) {
        return ROOT.resolve(path);
    }

    /** A recorded file; without it the test is skipped. */
    public static Path require(final String path) {
        final Path file = path(path);
        Assumptions.assumeTrue(
                Files.exists(file), () -> "needs recorded data: " + file + " (or -Dmillrace.shared=...)");
        return file;
    }
}
