package io.millrace.bench.decode;

import io.millrace.bench.compare.AllocatedBytes;
import io.millrace.bench.compare.Contest;
import io.millrace.engine.loop.Beginning;
import io.millrace.engine.loop.Inlet;
import io.millrace.feed.binance.wire.BinanceDecoder;
import io.millrace.feed.decode.InletTarget;
import io.millrace.feed.decode.KnownInstruments;

/** Millrace's decoder against Jackson's streaming parser: both turn the same frames into the same records of an inlet. */
final class DecodeContest implements Contest {
    private static final int INPUT = 0;

    /** Larger than any frame's records. */
    private static final int BATCH = 1 << 18;

    private final Title title;
    private final RecordedFrames frames;
    private final Inlet inlet = new Inlet(BATCH, BATCH, Beginning.ofNothing(8));
    private final InletTarget target = new InletTarget();
    private final BinanceDecoder millrace = millrace();
    private final JacksonBinanceDecoder jackson = jackson();
    private final AllocatedBytes allocated = new AllocatedBytes();
    private final AllocatedBytes allocatedByJackson = new AllocatedBytes();

    DecodeContest(final String market, final String kind) {
        this.title =
                new Title("Decoding of Binance frames", kind + ", " + market, ">= 3", "Jackson streaming", "Millrace");
        this.frames = RecordedFrames.load(market, kind);
        requireSameRecords();
    }

    private static BinanceDecoder millrace() {
        return BinanceDecoders.of(INPUT);
    }

    private static JacksonBinanceDecoder jackson() {
        return new JacksonBinanceDecoder(INPUT, new KnownInstruments("binance", 0));
    }

    /** Frame by frame, byte by byte, definitions included. */
    private void requireSameRecords() {
        final Decoded ours = new Decoded();
        final Decoded theirs = new Decoded();
        final BinanceDecoder decoder = millrace();
        final JacksonBinanceDecoder baseline = jackson();
        for (int frame = 0; frame < frames.count(); frame++) {
            ours.begin();
            decoder.decode(frames.bytes(), frames.offset(frame), frames.length(frame), frame, ours);
            theirs.begin();
            baseline.decode(frames.bytes(), frames.offset(frame), frames.length(frame), frame, theirs);
            if (!ours.equals(theirs)) {
                throw new IllegalStateException(title.name() + ", frame " + frame + ": different records: " + ours
                        + " and by Jackson " + theirs);
            }
        }
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public long operations() {
        return frames.count();
    }

    @Override
    public void prepare() {
        // Frames stay as they are.
    }

    @Override
    public long baseline() {
        target.wrap(inlet);
        allocatedByJackson.start();
        final long start = System.nanoTime();
        for (int frame = 0; frame < frames.count(); frame++) {
            inlet.beginFrame(frame);
            jackson.decode(frames.bytes(), frames.offset(frame), frames.length(frame), frame, target);
            inlet.abortFrame();
        }
        final long nanos = System.nanoTime() - start;
        allocatedByJackson.stop(frames.count());
        return nanos;
    }

    @Override
    public long subject() {
        target.wrap(inlet);
        allocated.start();
        final long start = System.nanoTime();
        for (int frame = 0; frame < frames.count(); frame++) {
            inlet.beginFrame(frame);
            millrace.decode(frames.bytes(), frames.offset(frame), frames.length(frame), frame, target);
            inlet.abortFrame();
        }
        final long nanos = System.nanoTime() - start;
        allocated.stop(frames.count());
        return nanos;
    }

    @Override
    public void warmedUp() {
        allocated.reset();
        allocatedByJackson.reset();
    }

    /** What is compared has been compared before the first turn. */
    @Override
    public void verify() {
        // Decoders have no results that add up.
    }

    @Override
    public String context() {
        return frames.describe()
                + "; records equal byte by byte; Millrace "
                + allocated.per("frame") + ", Jackson " + allocatedByJackson.per("frame");
    }

    @Override
    public void close() {
        // Memory only.
    }
}
