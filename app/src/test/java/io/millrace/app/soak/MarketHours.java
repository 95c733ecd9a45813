package io.millrace.app.soak;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.spi.TimedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ticks of some hours: half of them of a few keys that stay, the others of keys that come, are there for half a minute, and
 * never come again. It looks at what the process holds some times in each hour, and gives the time by which files are rolled.
 */
final class MarketHours implements Feed {
    private static final long BEGIN = 1_700_006_400_000_000_000L;
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);
    private static final long LOOK_EVERY = HOUR / Footprint.LOOKS_IN_AN_HOUR;
    private static final long STAY = TimeUnit.SECONDS.toNanos(30);
    private static final int STAYING = 50;
    private static final long FIRST_PASSING = 1L << 40;

    private final int hours;
    private final Footprint.Probe probe;
    private final AtomicLong millis = new AtomicLong(TimeUnit.NANOSECONDS.toMillis(BEGIN));
    private final List<Footprint> footprints = new ArrayList<>();

    MarketHours(final int hours, final Footprint.Probe probe) {
        this.hours = hours;
        this.probe = probe;
    }

    /** Epoch milliseconds of the market. */
    long millis() {
        return millis.get();
    }

    /** What was held, look by look; asked when the flow has ended. */
    List<Footprint> footprints() {
        return footprints;
    }

    /** Ticks of all hours. */
    long ticks() {
        return hours * HOUR / STEP;
    }

    @Override
    public String name() {
        return "market-hours";
    }

    @Override
    public Source open(final SourceContext context) {
        return new Ticks(context.input("ticks"));
    }

    private final class Ticks implements TimedSource {
        private final int input;
        private final Tick tick = new Tick();
        private long given;

        Ticks(final int input) {
            this.input = input;
        }

        @Override
        public long headTime() {
            return BEGIN + given * STEP;
        }

        @Override
        public int poll(final Inlet inlet) {
            tick.time = headTime();
            tick.key = (given & 1) == 0 ? given / 2 % STAYING : FIRST_PASSING + given * STEP / STAY;
            tick.value = given;
            inlet.beginFrame(given);
            final int target = inlet.claim(Long.BYTES * 8);
            inlet.commit(input, RecordKind.DATA, Tick.TYPE.encode(tick, inlet.buffer(), target));
            inlet.endFrame();
            millis.set(TimeUnit.NANOSECONDS.toMillis(tick.time));
            given++;
            if (given * STEP % LOOK_EVERY == 0) {
                footprints.add(probe.look());
            }
            return 1;
        }

        @Override
        public boolean ended() {
            return given == ticks();
        }

        @Override
        public void close() {
            // Nothing to let go of.
        }
    }
}
