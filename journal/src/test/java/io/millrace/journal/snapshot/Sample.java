package io.millrace.journal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.SnapshotStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Snapshots that say which record they are of. */
final class Sample {
    static final UUID JOURNAL = UUID.fromString("0b1d7c6e-3f5a-4c2e-9a41-6a1f0c9e8d72");
    static final SnapshotOptions OPTIONS = SnapshotOptions.DEFAULTS.wallClock(() -> 1_700_000_000_000L);

    private Sample() {}

    static SnapshotFiles open(final Path dir) {
        return SnapshotFiles.open(dir, JOURNAL, OPTIONS);
    }

    /** A store that tells its steps. */
    static SnapshotFiles open(final Path dir, final Consumer<WriteStep> steps) {
        return new SnapshotFiles(SnapshotDirectory.of(dir), JOURNAL, OPTIONS, steps);
    }

    static Path file(final Path dir, final long inputSeq) {
        return SnapshotDirectory.of(dir).file(inputSeq);
    }

    static Path manifest(final Path dir) {
        return dir.resolve("snapshots").resolve(Manifest.NAME);
    }

    static void write(final SnapshotStore store, final long inputSeq) {
        write(store, inputSeq, "state at " + inputSeq);
    }

    static void write(final SnapshotStore store, final long inputSeq, final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        store.write(inputSeq, new UnsafeBuffer(bytes), bytes.length);
    }

    static String read(final SnapshotStore store, final long inputSeq) {
        final DirectBuffer bytes = store.read(inputSeq);
        return bytes.getStringWithoutLengthAscii(0, bytes.capacity());
    }

    /** The newest one that can be read, as a recovery finds it. */
    static String newest(final SnapshotStore store) {
        for (final long inputSeq : store.list()) {
            try {
                final String text = read(store, inputSeq);
                assertThat(text).isEqualTo("state at " + inputSeq);
                return text;
            } catch (final ConnectorException e) {
                assertThat(e).hasMessageContaining(".snapshot");
            }
        }
        return "none";
    }

    static List<String> names(final Path dir) {
        try (Stream<Path> files = Files.list(dir.resolve("snapshots"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
