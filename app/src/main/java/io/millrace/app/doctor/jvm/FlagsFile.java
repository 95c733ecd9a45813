package io.millrace.app.doctor.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The flags of {@code config/jvm.options}; the build puts a copy beside the classes. */
public final class FlagsFile {
    private static final String COPY = "/io/millrace/app/doctor/jvm.options";

    private FlagsFile() {}

    /** As the build found them. */
    public static List<String> read() {
        try (InputStream in = FlagsFile.class.getResourceAsStream(COPY)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + COPY + ": build again, with Maven");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Flags are lines; comments begin with a hash. */
    static List<String> parse(final String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
