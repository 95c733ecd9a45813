package io.millrace.journal.snapshot;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.SnapshotStore;
import io.millrace.journal.model.DamageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;

/**
 * Snapshots in the files of a directory, in the layout of {@link SnapshotHeader}. A snapshot is there as a whole or not at
 * all, wherever the process ends; older ones go only when a newer one was read back from its file.
 *
 * <p>Thread: one at a time; files may be read while another process writes more.<br>
 * Allocation: yes.<br>
 * Deterministic: what is read is what was written, or an error.
 */
public final class SnapshotFiles implements SnapshotStore {
    private final SnapshotDirectory directory;
    private final UUID journal;
    private final SnapshotOptions options;
    private final Consumer<WriteStep> steps;
    private final DurableFile files;

    SnapshotFiles(
            final SnapshotDirectory directory,
            final UUID journal,
            final SnapshotOptions options,
            final Consumer<WriteStep> steps) {
        this.directory = directory;
        this.journal = journal;
        this.options = options;
        this.steps = steps;
        this.files = new DurableFile(steps);
    }

    /**
     * Snapshots beside a journal, for the process that writes it. What a crash left unfinished is removed.
     *
     * @param dir     the journal's directory; a directory in it is made for the first snapshot
     * @param journal the journal's id
     * @throws ConnectorException if files can't be listed or removed
     */
    public static SnapshotFiles open(final Path dir, final UUID journal, final SnapshotOptions options) {
        final SnapshotFiles snapshots = new SnapshotFiles(SnapshotDirectory.of(dir), journal, options, step -> {});
        snapshots.directory.removeUnfinished();
        return snapshots;
    }

    /** Snapshots beside a journal, to look at: nothing is changed, and another process may be writing them. */
    public static SnapshotStore readOnly(final Path dir, final UUID journal) {
        final SnapshotFiles snapshots =
                new SnapshotFiles(SnapshotDirectory.of(dir), journal, SnapshotOptions.DEFAULTS, step -> {});
        return new SnapshotStore() {
            @Override
            public long[] list() {
                return snapshots.list();
            }

            @Override
            public DirectBuffer read(final long inputSeq) {
                return snapshots.read(inputSeq);
            }

            @Override
            public void write(final long inputSeq, final DirectBuffer snapshot, final int length) {
                throw new ConnectorException("snapshots of " + dir + " were opened for reading only");
            }
        };
    }

    @Override
    public long[] list() {
        return directory.newestFirst();
    }

    @Override
    public DirectBuffer read(final long inputSeq) {
        final Path file = directory.file(inputSeq);
        final DirectBuffer snapshot = new SnapshotFile(file, journal, inputSeq).read();
        final Manifest.Entry entry = Manifest.read(directory.path(), journal).entry(inputSeq);
        if (entry != null
                && (entry.length() != snapshot.capacity()
                        || entry.hash() != SnapshotHash.of(snapshot, snapshot.capacity()))) {
            throw DamageException.ofSnapshot(
                    "it is sound, but not the one that was written: the manifest beside it has another hash",
                    file,
                    SnapshotHeader.HEADER,
                    inputSeq);
        }
        return snapshot;
    }

    @Override
    public void write(final long inputSeq, final DirectBuffer snapshot, final int length) {
        if (inputSeq < 0 || length < 0 || length > snapshot.capacity()) {
            throw new IllegalArgumentException(
                    "snapshot of record " + inputSeq + " with " + length + " bytes of " + snapshot.capacity());
        }
        final Path file = directory.file(inputSeq);
        try {
            directory.make();
            requireSpace(file, length);
            forget(inputSeq);
            final ByteBuffer bytes = bytes(snapshot, length);
            final ByteBuffer header = new SnapshotHeader(
                            journal, inputSeq, length, options.wallClock().getAsLong())
                    .encode();
            final ByteBuffer trailer = ByteBuffer.allocate(SnapshotHeader.TRAILER)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0, SnapshotFile.checksum(header, bytes));
            files.write(file, header, bytes, trailer);
            remember(new Manifest.Entry(
                    inputSeq,
                    length,
                    SnapshotHash.of(snapshot, length),
                    file.getFileName().toString()));
        } catch (final IOException e) {
            throw new ConnectorException(
                    "can't keep the snapshot " + file + " (" + e
                            + "): check the disk, its free space and the permissions. Older snapshots are as they were.",
                    e);
        }
    }

    private void requireSpace(final Path file, final int length) {
        final long needed = (long) SnapshotHeader.HEADER + length + SnapshotHeader.TRAILER;
        final long free = options.freeBytes().applyAsLong(directory.path().toFile());
        if (free - needed < options.minFreeBytes()) {
            throw new ConnectorException("no room for the " + needed + " bytes of the snapshot " + file + ": " + free
                    + " bytes are free and " + options.minFreeBytes()
                    + " must stay so. Older snapshots are as they were. Free some space, or keep fewer snapshots.");
        }
    }

    /** One with the same number is about to be replaced: from here on only its file tells what it is. */
    private void forget(final long inputSeq) throws IOException {
        final Manifest manifest = Manifest.read(directory.path(), journal);
        if (manifest.entry(inputSeq) != null) {
            replace(manifest.entries().stream().filter(entry -> entry.inputSeq() != inputSeq));
            steps.accept(WriteStep.REMOVED);
        }
    }

    /** Those that stay are written down first, then the others go. */
    private void remember(final Manifest.Entry written) throws IOException {
        final long[] older = Arrays.stream(directory.newestFirst())
                .filter(number -> number < written.inputSeq())
                .toArray();
        final int kept = Math.min(older.length, options.keep() - 1);
        final long oldest = kept == 0 ? written.inputSeq() : older[kept - 1];
        replace(Stream.concat(
                Manifest.read(directory.path(), journal).entries().stream()
                        .filter(entry -> entry.inputSeq() >= oldest
                                && entry.inputSeq() != written.inputSeq()
                                && Files.exists(directory.file(entry.inputSeq()))),
                Stream.of(written)));
        for (int i = kept; i < older.length; i++) {
            directory.remove(older[i]);
            steps.accept(WriteStep.REMOVED);
        }
    }

    private void replace(final Stream<Manifest.Entry> entries) throws IOException {
        files.write(directory.path().resolve(Manifest.NAME), new Manifest(journal, entries.toList()).encode());
    }

    private static ByteBuffer bytes(final DirectBuffer snapshot, final int length) {
        if (snapshot.byteArray() != null) {
            return ByteBuffer.wrap(snapshot.byteArray(), snapshot.wrapAdjustment(), length)
                    .slice();
        }
        if (snapshot.byteBuffer() != null) {
            return snapshot.byteBuffer().duplicate().clear().slice(snapshot.wrapAdjustment(), length);
        }
        final ByteBuffer copy = BufferUtil.allocateDirectAligned(length, Long.BYTES);
        snapshot.getBytes(0, copy, 0, length);
        return copy;
    }

    @Override
    public void cutTo(final long nextSeq) {
        directory.setAside(nextSeq);
    }
}
