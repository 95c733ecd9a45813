package io.millrace.bench.journaled;

import io.millrace.bench.chain.Records;
import io.millrace.bench.compare.Contest;
import io.millrace.engine.spi.InputLog;
import io.millrace.journal.Journal;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What touch-ahead is for: the slowest of a thousand appends while a million records come in each second, with the next pages
 * made ready by another thread, and without. Records come one by one, or as many as are due by then, in one document.
 *
 * <p>Thread: one, which spins. Allocation: none while it is timed.
 */
final class AppendTails implements Contest {
    /** Records offered in a second. */
    static final long RATE = 1_000_000;

    private static final double PERCENTILE = 99.9;
    private static final int MOST = 256;
    private static final long GREATEST_NANOS = 10_000_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Records records;
    private final Scratch scratch;
    private final int unmeasured;
    private final int measured;
    private final Histogram without = new Histogram(GREATEST_NANOS, 3);
    private final Histogram with = new Histogram(GREATEST_NANOS, 3);
    private final Histogram turn = new Histogram(GREATEST_NANOS, 3);

    /**
     * Times appends.
     *
     * @param unmeasured records of a turn that don't count: the thread has to get ahead
     * @param measured   those that do
     */
    AppendTails(final Records records, final Scratch scratch, final int unmeasured, final int measured) {
        this.records = records;
        this.scratch = scratch;
        this.unmeasured = unmeasured;
        this.measured = measured;
    }

    @Override
    public Title title() {
        return new Title(
                "Journal alone",
                "p99.9 of an append at 1 M/s offered",
                ">= 3",
                "without touch-ahead",
                "with touch-ahead");
    }

    /** A turn gives the time of one append. */
    @Override
    public long operations() {
        return 1;
    }

    @Override
    public void prepare() {
        scratch.renew("tails");
    }

    @Override
    public long baseline() {
        return tail(0, without);
    }

    @Override
    public long subject() {
        return tail(JournalOptions.DEFAULTS.aheadBytes(), with);
    }

    private long tail(final long ahead, final Histogram all) {
        turn.reset();
        final JournalHead head = JournalHead.of("bench", Map.of(), List.of());
        final JournalOptions options = JournalOptions.DEFAULTS.aheadBytes(ahead);
        try (InputLog log = Journal.create(scratch.renew("tails"), head, options)) {
            append(log);
        }
        all.add(turn);
        return turn.getValueAtPercentile(PERCENTILE);
    }

    private void append(final InputLog log) {
        final int total = unmeasured + measured;
        final long start = System.nanoTime();
        int done = 0;
        while (done < total) {
            final long now = System.nanoTime();
            final long due = (now - start) * RATE / NANOS_PER_SECOND;
            final int place = done & records.count() - 1;
            final int count = (int) Math.min(Math.min(due, total) - done, Math.min(MOST, records.count() - place));
            if (count <= 0) {
                log.idle();
                continue;
            }
            log.append(records.buffer(), place * Records.LENGTH, count * Records.LENGTH, done, count);
            if (done >= unmeasured) {
                turn.recordValue(System.nanoTime() - now);
            }
            done += count;
        }
    }

    @Override
    public void warmedUp() {
        without.reset();
        with.reset();
    }

    @Override
    public void verify() {
        // Both sides write the same; what they write is read elsewhere.
    }

    @Override
    public String context() {
        return "records of " + Records.LENGTH + " B, as many in a document as are due, " + scratch.describe()
                + ", durability process; p50, p99, p99.99 of all turns without " + percentiles(without) + ", with "
                + percentiles(with) + " ns";
    }

    private static String percentiles(final Histogram all) {
        return all.getValueAtPercentile(50) + ", " + all.getValueAtPercentile(99) + ", "
                + all.getValueAtPercentile(99.99);
    }

    @Override
    public void close() {
        scratch.renew("tails");
    }
}
