package io.millrace.bench.socket;

import io.millrace.feed.simulator.Audience;
import io.millrace.feed.simulator.CaptureTape;
import io.millrace.feed.simulator.SyntheticSymbol;
import io.millrace.feed.simulator.Tape;
import io.millrace.feed.simulator.TrueMarket;
import java.nio.file.Path;
import java.util.List;

/**
 * The beginning of a capture, and when it began to be played.
 *
 * <p>Thread: the exchange's; {@link #begunAt} is read by any.
 */
final class StretchTape implements Tape {
    private final CaptureTape tape;
    private final long playNanos;
    private volatile long begunAt;
    private boolean ended;

    /**
     * @param pace         recorded time per time
     * @param stretchNanos recorded nanoseconds that are played
     */
    StretchTape(final Path file, final double pace, final long stretchNanos) {
        tape = new CaptureTape(file, pace);
        playNanos = (long) (stretchNanos / pace);
    }

    /** When the first frame was due, epoch nanoseconds; 0 if that is still to come. */
    long begunAt() {
        return begunAt;
    }

    @Override
    public TrueMarket market(final List<SyntheticSymbol> usual) {
        return tape.market(usual);
    }

    @Override
    public String snapshot() {
        return tape.snapshot();
    }

    @Override
    public void play(final long now, final Audience audience) {
        if (begunAt == 0) {
            begunAt = now;
        }
        tape.play(Math.min(now, begunAt + playNanos), audience);
        ended = now > begunAt + playNanos;
    }

    @Override
    public boolean ended() {
        return ended || tape.ended();
    }

    @Override
    public void close() {
        tape.close();
    }
}
