package io.millrace.bench.operators;

import io.millrace.bench.chain.Records;
import io.millrace.bench.compare.AllocatedBytes;
import io.millrace.bench.compare.Contest;
import io.millrace.bench.flow.CompiledFlow;
import io.millrace.operators.Flow;
import io.millrace.operators.Windowed;
import io.millrace.operators.Windowing;
import io.millrace.operators.market.Candle;
import io.millrace.operators.market.Trade;
import io.millrace.operators.window.SlidingWindow;
import io.millrace.operators.window.TumblingWindow;
import io.millrace.operators.window.Windower;
import java.time.Duration;
import java.util.function.Function;

/**
 * Candles of windows that overlap against candles of windows that don't, of the same trades: every sixtieth of the former
 * is one of the latter, by which their output is compared.
 */
final class SlidingContest implements Contest {
    /** Windows that an item falls into. */
    static final int OVERLAP = 60;

    private static final int ITEMS_PER_SLIDE = 100;
    private static final Duration SLIDE = Duration.ofNanos(ITEMS_PER_SLIDE * Records.INSTRUMENTS * Records.STEP_NANOS);
    private static final Duration LENGTH = SLIDE.multipliedBy(OVERLAP);

    private final Title title;
    private final Records records = new Records(42);
    private final AllocatedBytes allocated = new AllocatedBytes();
    private final CandleSums tumblingSums = new CandleSums(LENGTH);
    private final CandleSums slidingSums = new CandleSums(LENGTH);
    private final CompiledFlow tumbling;
    private final CompiledFlow sliding;

    /** @param fold what happens in the windows that overlap; in the others candles are folded */
    SlidingContest(
            final String name, final String target, final Function<Windowing<Trade>, Windowed<Trade, Candle>> fold) {
        this.title = new Title("Windows", name, target, "tumbling", "sliding");
        this.tumbling = flow(TumblingWindow.of(LENGTH), SlidingContest::folded, tumblingSums);
        this.sliding = flow(SlidingWindow.of(LENGTH, SLIDE), fold, slidingSums);
    }

    static Windowed<Trade, Candle> folded(final Windowing<Trade> windows) {
        return windows.fold(Candle.TYPE, Candle.Writer::add);
    }

    static Windowed<Trade, Candle> foldedAndMerged(final Windowing<Trade> windows) {
        return windows.fold(Candle.TYPE, Candle.Writer::add, Candle.Writer::merge);
    }

    private static CompiledFlow flow(
            final Windower windower,
            final Function<Windowing<Trade>, Windowed<Trade, Candle>> fold,
            final CandleSums sums) {
        return new CompiledFlow(
                new Flow(
                        "windows",
                        flow -> fold.apply(Records.input(flow)
                                        .keyBy("instrument", Trade::instrumentId)
                                        .window("window", Records.CLOCK, windower))
                                .closed()
                                .output("out", sums.sink())),
                true);
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public long operations() {
        return records.count();
    }

    @Override
    public void prepare() {
        records.stamp();
    }

    @Override
    public long baseline() {
        return time(tumbling);
    }

    @Override
    public long subject() {
        allocated.start();
        final long nanos = time(sliding);
        allocated.stop(records.count());
        return nanos;
    }

    private long time(final CompiledFlow flow) {
        final long start = System.nanoTime();
        flow.onBatch(records.buffer(), 0, records.length());
        return System.nanoTime() - start;
    }

    @Override
    public void warmedUp() {
        allocated.reset();
    }

    @Override
    public void verify() {
        if (tumblingSums.isEmpty() || !tumblingSums.isSame(slidingSums)) {
            throw new IllegalStateException(title.name() + ": different output: tumbling " + tumblingSums + ", every "
                    + OVERLAP + "th sliding " + slidingSums);
        }
    }

    @Override
    public String context() {
        return "candles of " + Records.INSTRUMENTS + " instruments, length/offset " + OVERLAP + ", " + ITEMS_PER_SLIDE
                + " trades of each per offset, tumbling windows of the same length; sliding "
                + allocated.per("record");
    }

    @Override
    public void close() {
        // Memory only.
    }
}
