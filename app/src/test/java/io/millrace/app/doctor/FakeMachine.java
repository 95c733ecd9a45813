package io.millrace.app.doctor;

import io.millrace.app.doctor.machine.SystemTree;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Files as Linux has them, in a directory. */
public final class FakeMachine {
    private final Path root;

    public FakeMachine(final Path root) {
        this.root = root;
    }

    /** What checks read. */
    public SystemTree tree() {
        return new SystemTree(root, "Linux");
    }

    /** Writes a file, with the directories above it. */
    public FakeMachine with(final String path, final String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), text);
            return this;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a compressed file. */
    public FakeMachine withZipped(final String path, final String text) {
        with(path, "");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(root.resolve(path)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
