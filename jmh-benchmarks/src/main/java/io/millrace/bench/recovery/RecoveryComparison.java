package io.millrace.bench.recovery;

import io.millrace.bench.compare.Effort;
import io.millrace.bench.journaled.Scratch;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Compares going on from a snapshot near the end of a journal with replaying all of it. Both take the way that a restart
 * takes, each in a process of its own, in turns.
 */
public final class RecoveryComparison {
    private static final int PART_BEHIND = 100;

    private final Effort effort;
    private final Path parent;
    private final long records;
    private final List<Pair> cold = new ArrayList<>();
    private final List<Pair> warm = new ArrayList<>();

    /** @param parent where the journal is made, with full effort of 10 GB; it is removed at the end */
    public RecoveryComparison(final Effort effort, final Path parent) {
        this.effort = effort;
        this.parent = parent;
        this.records = effort.of(100_000_000, 10_000_000, 1_000_000);
    }

    /**
     * Measures.
     *
     * @param lines takes a table of the parts
     * @throws IllegalStateException if both ways lead to different states
     */
    public void run(final Consumer<Ratio> ratios, final Consumer<String> lines) {
        try (Scratch scratch = new Scratch(parent)) {
            final Path directory = scratch.renew("recovery");
            new CandleJournal(directory).write(records, records - records / PART_BEHIND);
            for (int pair = 0; pair < effort.of(5, 3, 1); pair++) {
                measure(directory, pair);
            }
            report(cold, "a process that has just started", scratch, ratios, lines);
            report(warm, "code compiled before", scratch, ratios, lines);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void measure(final Path directory, final int number) throws IOException, InterruptedException {
        final boolean snapshotFirst = (number & 1) == 1;
        final List<Recovery> one = recoveries(directory, snapshotFirst);
        final List<Recovery> other = recoveries(directory, !snapshotFirst);
        for (int time = 0; time < one.size(); time++) {
            final Pair pair =
                    snapshotFirst ? new Pair(other.get(time), one.get(time)) : new Pair(one.get(time), other.get(time));
            if (!pair.full.state().equals(pair.rest.state())) {
                throw new IllegalStateException("a replay of all leads to " + pair.full.state()
                        + ", one from the snapshot to " + pair.rest.state());
            }
            (time == 0 ? cold : warm).add(pair);
        }
    }

    private List<Recovery> recoveries(final Path directory, final boolean fromSnapshot)
            throws IOException, InterruptedException {
        if (effort != Effort.SMOKE) {
            return RecoveryProcess.run(directory, fromSnapshot);
        }
        final CandleJournal journal = new CandleJournal(directory);
        return List.of(journal.recover(fromSnapshot), journal.recover(fromSnapshot));
    }

    private void report(
            final List<Pair> pairs,
            final String how,
            final Scratch scratch,
            final Consumer<Ratio> ratios,
            final Consumer<String> lines) {
        pairs.sort(Comparator.comparingDouble(Pair::ratio));
        final Pair median = pairs.get(pairs.size() / 2);
        lines.accept(how);
        lines.accept(Recovery.heading());
        for (final Pair pair : pairs) {
            lines.accept(pair.full.row("all"));
            lines.accept(pair.rest.row("snapshot and the rest"));
        }
        ratios.accept(new Ratio(
                "Recovery",
                "from a snapshot at 99 % of the journal, " + how,
                median.ratio(),
                Target.parse("< 0.05"),
                new Ratio.Side("replay of all", (double) median.full.work() / records),
                new Ratio.Side("rest behind the snapshot", (double) median.rest.work() / records),
                pairs.size(),
                String.format(
                        Locale.ROOT,
                        "flow W, journal of %d trades, %s, durability process, fused; seek and replay; beside it"
                                + " loading the snapshot %.0f ms, compiling and opening %.0f ms, new session %.0f ms;"
                                + " pairs %.3f to %.3f; processor time %.3f; JDK %s",
                        records,
                        scratch.describe(),
                        median.rest.load() / 1e6,
                        median.rest.start() / 1e6,
                        median.rest.live() / 1e6,
                        pairs.get(0).ratio(),
                        pairs.get(pairs.size() - 1).ratio(),
                        (double) median.rest.replayCpu() / median.full.replayCpu(),
                        Runtime.version())));
    }

    private record Pair(Recovery full, Recovery rest) {
        double ratio() {
            return (double) rest.work() / full.work();
        }
    }
}
