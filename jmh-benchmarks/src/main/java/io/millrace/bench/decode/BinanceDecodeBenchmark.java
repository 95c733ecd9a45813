package io.millrace.bench.decode;

import io.millrace.engine.loop.Beginning;
import io.millrace.engine.loop.Inlet;
import io.millrace.feed.binance.wire.BinanceDecoder;
import io.millrace.feed.decode.InletTarget;
import io.millrace.feed.decode.KnownInstruments;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time to turn one recorded Binance frame into events in an inlet: Millrace's decoder against Jackson's streaming parser,
 * both with the same instrument table and the same encoders.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BinanceDecodeBenchmark {
    private static final int INPUT = 0;
    private static final int BATCH = 1 << 16;

    /** Which frames: of one kind, or all. */
    @Param({"trade", "bookTicker", "depthUpdate", "all"})
    public String frames;

    /** Which capture. */
    @Param({"usdm", "spot"})
    public String market;

    private final Inlet inlet = new Inlet(BATCH, BATCH, Beginning.ofNothing(8));
    private final InletTarget target = new InletTarget();
    private RecordedFrames recorded;
    private BinanceDecoder millrace;
    private JacksonBinanceDecoder jackson;
    private int next;

    @Setup
    public void load() {
        recorded = RecordedFrames.load(market, frames);
        millrace = BinanceDecoders.of(INPUT);
        jackson = new JacksonBinanceDecoder(INPUT, new KnownInstruments("binance", 0));
        target.wrap(inlet);
    }

    private int nextFrame() {
        if (++next >= recorded.count()) {
            next = 0;
        }
        inlet.beginFrame(next);
        return next;
    }

    @Benchmark
    public int decode() {
        final int frame = nextFrame();
        millrace.decode(recorded.bytes(), recorded.offset(frame), recorded.length(frame), frame, target);
        inlet.abortFrame();
        return target.taken();
    }

    @Benchmark
    public int decodeByJackson() {
        final int frame = nextFrame();
        jackson.decode(recorded.bytes(), recorded.offset(frame), recorded.length(frame), frame, target);
        inlet.abortFrame();
        return target.taken();
    }
}
