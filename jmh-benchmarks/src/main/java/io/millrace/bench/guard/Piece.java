package io.millrace.bench.guard;

import io.millrace.bench.chain.ChainComparison;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.decode.BookComparison;
import io.millrace.bench.decode.DecodeComparison;
import io.millrace.bench.hop.HopComparison;
import io.millrace.bench.journaled.JournaledComparison;
import io.millrace.report.results.Ratio;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** Comparisons that are steady enough for a loss of a quarter to mean something. Latencies and snapshots are not. */
enum Piece {
    CHAIN("Chain of operators", "") {
        @Override
        void measure(final Effort effort, final Path files, final Consumer<Ratio> ratios) {
            new ChainComparison(effort, true).run(ratios);
        }
    },
    DECODE("Decoding of Binance frames", "") {
        @Override
        void measure(final Effort effort, final Path files, final Consumer<Ratio> ratios) {
            new DecodeComparison(effort).run(ratios);
        }
    },
    BOOKS("From frames to best bids and offers", "") {
        @Override
        void measure(final Effort effort, final Path files, final Consumer<Ratio> ratios) {
            new BookComparison(effort).run(ratios);
        }
    },
    HOP("Hand-over between threads", "") {
        @Override
        void measure(final Effort effort, final Path files, final Consumer<Ratio> ratios) {
            new HopComparison(effort).run(ratios);
        }
    },
    /** The journal alone; its tails are the machine's. */
    JOURNAL("Journal alone", "records in a document") {
        @Override
        void measure(final Effort effort, final Path files, final Consumer<Ratio> ratios) {
            new JournaledComparison(effort, files).alone(ratios);
        }
    };

    private final String group;
    private final String part;

    Piece(final String group, final String part) {
        this.group = group;
        this.part = part;
    }

    /** Measures all that it has. */
    abstract void measure(Effort effort, Path files, Consumer<Ratio> ratios);

    /** Whether a ratio is one of this piece's. */
    boolean guards(final Ratio ratio) {
        return ratio.group().equals(group) && ratio.name().contains(part);
    }

    /** As it is typed. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
