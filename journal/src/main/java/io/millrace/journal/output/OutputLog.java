package io.millrace.journal.output;

import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.ExactSink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.session.Beginnings;
import io.millrace.journal.store.Chronicle;
import io.millrace.journal.store.DirectoryLock;
import io.millrace.journal.store.LogDirectory;
import java.nio.file.Path;

/**
 * A sink that keeps its items in files, to be read back by {@link OutputLogReader}.
 *
 * <pre>{@code
 *   minute.closed().output("candles", OutputLog.at(Path.of("candles"), Candle.TYPE));
 * }</pre>
 *
 * <p>Thread: a description, any; the sink that it opens is the stage's.<br>
 * Allocation: the sink none, but where the next block of a file is mapped.<br>
 * Deterministic: the items and their numbers are.
 *
 * @param <T> type of the items
 */
public final class OutputLog<T> implements SinkFactory<T> {
    private final Path dir;
    private final Codec<T> codec;
    private final JournalOptions options;

    private OutputLog(final Path dir, final Codec<T> codec, final JournalOptions options) {
        this.dir = dir;
        this.codec = codec;
        this.options = options;
    }

    /**
     * An output log with the usual options.
     *
     * @param dir made if need be; must not hold an output log when the flow starts
     */
    public static <T> OutputLog<T> at(final Path dir, final Codec<T> codec) {
        return new OutputLog<>(dir, codec, JournalOptions.DEFAULTS);
    }

    /** The same output log, written in another way. */
    public OutputLog<T> options(final JournalOptions value) {
        return new OutputLog<>(dir, codec, value);
    }

    @Override
    public ExactSink<T> open(final SinkContext context) {
        final LogDirectory directory = LogDirectory.ofOutputLog(dir);
        directory.makeWritable();
        Chronicle.prepare();
        final DirectoryLock lock = DirectoryLock.take(directory);
        final HeldItems held;
        try {
            held = Beginnings.isNone(directory) ? null : heldItems(directory, context);
        } catch (final RuntimeException e) {
            lock.close();
            throw e;
        }
        final ItemSessions sessions = held == null
                ? ItemSessions.ofNew(directory, lock, context, codec, options)
                : ItemSessions.behind(held, directory, lock, options);
        return new OutputLogSink<>(sessions, context, codec);
    }

    private HeldItems heldItems(final LogDirectory directory, final SinkContext context) {
        if (context.journalId() == null || !context.continues()) {
            throw new ConnectorException("output '" + context.stepId() + "': " + dir
                    + " already holds an output log. Nothing of it is overwritten: move it away, or choose another"
                    + " directory.");
        }
        return HeldItems.in(directory, context, codec);
    }
}
