package io.millrace.app.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.journal.log.DocumentReader;
import io.millrace.journal.session.Sessions;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.LogFiles;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Puts together what a loss of power may leave of a {@link Crash}. */
final class Ruins {
    static final String PROGRESS = "progress.dat";
    static final String SNAPSHOTS = "snapshots";

    private static final int SYNCED = 40;
    private static final int HEADER = 4;
    private static final String SIDECAR = ".millrace";
    private static final String DATABASE = ".mv.db";

    /** What of the journal is there. */
    enum Log {
        /** All that was written. */
        ALL,
        /** What was synced. */
        CUT,
        /** And a part of the next document. */
        TORN,
        /** And some sectors of all that was written later. */
        PIECES
    }

    /** What the journal's progress file says. */
    enum Promise {
        /** What was written last, with what was synced. */
        WRITTEN,
        /** What was written when the last records were synced. */
        SYNCED,
        MISSING,
        ZEROED
    }

    /** Which snapshots are there. */
    enum Kept {
        ALL,
        NOT_NEWEST,
        NONE,
        NEWEST_TORN
    }

    /** What of an output is there. */
    enum Output {
        ALL,
        OLDER,
        EMPTY,
        PIECES
    }

    private final Crash crash;
    private final Path scratch;

    /** @param scratch a directory to look at files in */
    Ruins(final Crash crash, final Path scratch) {
        this.crash = crash;
        this.scratch = scratch;
    }

    /** The journal's directory. */
    Tree journal(final Log log, final Promise promise, final Tree snapshots, final Random random) {
        final Tree tree = files(log, random);
        tree.put(PROGRESS, progress(promise));
        tree.put(SNAPSHOTS, snapshots);
        return tree;
    }

    private byte[] progress(final Promise promise) {
        final byte[] written = crash.journal().bytes(PROGRESS);
        return switch (promise) {
            case WRITTEN -> {
                final byte[] bytes = written.clone();
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(SYNCED, crash.synced());
                yield bytes;
            }
            case SYNCED -> crash.syncedJournal().bytes(PROGRESS).clone();
            case MISSING -> null;
            case ZEROED -> new byte[written.length];
        };
    }

    private Tree files(final Log log, final Random random) {
        final Tree synced = crash.syncedJournal().copy();
        final Tree written = crash.journal().copy();
        switch (log) {
            case ALL -> {
                return written;
            }
            case PIECES -> {
                written.names().forEach(name -> written.mix(name, synced, random));
                return written;
            }
            case TORN -> addPiece(synced, written, random);
            case CUT -> {}
        }
        return synced;
    }

    /** The beginning of the first document that was not synced. */
    private void addPiece(final Tree synced, final Tree written, final Random random) {
        written.write(scratch);
        final LogFiles files = LogDirectory.ofJournal(scratch).files();
        try (DocumentReader documents = new DocumentReader(files, true)) {
            documents.open(Sessions.of(files), 0);
            while (documents.count() == 0 || documents.first() < crash.synced()) {
                assertThat(documents.next()).isTrue();
            }
            final String name = scratch.relativize(documents.file().path()).toString();
            final int from = (int) documents.file().position() - HEADER;
            final int to = from + HEADER + random.nextInt(documents.file().bytes());
            final byte[] before = synced.bytes(name);
            final byte[] bytes = Arrays.copyOf(before == null ? new byte[0] : before, written.bytes(name).length);
            System.arraycopy(written.bytes(name), from, bytes, from, to - from);
            synced.put(name, before == null ? Arrays.copyOf(written.bytes(name), to) : bytes);
        }
    }

    /** Some of the snapshots. */
    static Tree snapshots(final Tree all, final Kept kept, final Random random) {
        final Tree some = all.copy();
        final List<String> names =
                all.names().stream().filter(name -> name.endsWith(".snapshot")).toList();
        final String newest = names.get(names.size() - 1);
        switch (kept) {
            case ALL -> {}
            case NOT_NEWEST -> some.remove(newest);
            case NONE -> all.names().forEach(name -> some.remove(name));
            case NEWEST_TORN ->
                some.put(newest, Arrays.copyOf(all.bytes(newest), random.nextInt(all.bytes(newest).length)));
        }
        return some;
    }

    /** The outputs, each in a condition of its own. */
    static Tree outputs(final Tree written, final Tree older, final List<Output> conditions, final Random random) {
        final Tree tree = written.copy();
        final List<String> outputs =
                List.of(PowerFlow.CSV, PowerFlow.JSON, PowerFlow.LOG + "/", PowerFlow.TABLES + DATABASE);
        for (int i = 0; i < outputs.size(); i++) {
            final String prefix = outputs.get(i);
            for (final String name : written.names()) {
                if (name.startsWith(prefix)) {
                    lose(tree, name, older, conditions.get(i), random);
                }
            }
        }
        return tree;
    }

    private static void lose(
            final Tree tree, final String name, final Tree older, final Output condition, final Random random) {
        switch (condition) {
            case ALL -> {}
            case OLDER -> tree.put(name, older.bytes(name));
            case EMPTY -> tree.remove(name);
            case PIECES -> {
                // Pieces of a database are that database's own affair.
                if (name.endsWith(SIDECAR) || name.endsWith(PROGRESS) && random.nextBoolean()) {
                    tree.put(name, older.bytes(name));
                } else if (!name.endsWith(DATABASE) && !name.endsWith(PROGRESS)) {
                    tree.mix(name, older, random);
                }
            }
        }
    }
}
