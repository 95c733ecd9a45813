package io.millrace.bench.snapshot;

import io.millrace.bench.chain.ChainFlows;
import io.millrace.bench.compare.Contest;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.compare.Rounds;
import io.millrace.bench.journaled.Scratch;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What snapshots cost the live thread: taken by itself, by the size of the state, and taken by a replica. */
public final class SnapshotComparison {
    private static final int MANY = 1_000_000;
    private static final int FEW = 5;
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, MANY);

    private final Effort effort;
    private final Path parent;

    /** @param parent where journals are made; has about 1 GiB free */
    public SnapshotComparison(final Effort effort, final Path parent) {
        this.effort = effort;
        this.parent = parent;
    }

    /**
     * Measures.
     *
     * @param lines takes a table of the pauses
     */
    public void run(final Consumer<Ratio> ratios, final Consumer<String> lines) {
        final Rounds rounds = new Rounds(effort.of(400, 400, 2), effort.of(100, 50, 2), effort.of(15, 7, 1));
        hash(new HashContest("hash of the outputs: candles (flow W)", "<= 1.05", ChainFlows::candles), rounds, ratios);
        hash(
                new HashContest("hash of the outputs: an item per trade (flow T)", "none", ChainFlows::ticks),
                rounds,
                ratios);
        lines.accept(String.format(
                Locale.ROOT,
                "%10s  %-8s %14s %14s %14s  %s",
                "keys",
                "taken",
                "pause, us",
                "its CPU, us",
                "bytes",
                "allocated between"));
        try (Scratch scratch = new Scratch(parent)) {
            for (final int size : SIZES.subList(0, effort.of(SIZES.size(), SIZES.size(), 1))) {
                pauses(size, scratch, ratios, lines);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void hash(final HashContest made, final Rounds rounds, final Consumer<Ratio> ratios) {
        try (Contest contest = made) {
            ratios.accept(rounds.measure(contest));
        }
    }

    private void pauses(
            final int size, final Scratch scratch, final Consumer<Ratio> ratios, final Consumer<String> lines)
            throws InterruptedException {
        final int cuts = size < MANY ? effort.of(25, 11, 1) : FEW;
        final CandlePauses inline = new CandlePauses(size, cuts).run(scratch.renew("inline"), false);
        lines.accept(row("inline", inline));
        final CandlePauses replica = new CandlePauses(size, cuts).run(scratch.renew("replica"), true);
        lines.accept(row("replica", replica));
        final double inlineNanos = inline.watch().median();
        final double replicaNanos = replica.watch().median();
        ratios.accept(new Ratio(
                "Snapshots",
                String.format(Locale.ROOT, "pause of the live thread, %,d keys", size),
                replicaNanos / inlineNanos,
                Target.parse("none"),
                new Ratio.Side("taken by itself", inlineNanos),
                new Ratio.Side("taken by a replica", replicaNanos),
                cuts,
                String.format(
                        Locale.ROOT,
                        "open 1 min candles, fused, journal in %s, durability process; medians; %,d bytes;"
                                + " between two snapshots %s; JDK %s",
                        scratch.describe(),
                        inline.bytes(),
                        replica.watch().allocated().per("record"),
                        Runtime.version())));
    }

    private static String row(final String taken, final CandlePauses pauses) {
        return String.format(
                Locale.ROOT,
                "%,10d  %-8s %14.1f %14.1f %,14d  %s",
                pauses.instruments(),
                taken,
                pauses.watch().median() / 1e3,
                pauses.watch().cpuMedian() / 1e3,
                pauses.bytes(),
                pauses.watch().allocated().per("record"));
    }
}
