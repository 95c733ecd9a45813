package io.millrace.operators.support;

import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowed;
import io.millrace.operators.Windowing;
import io.millrace.operators.window.Clock;
import io.millrace.operators.window.CountWindow;
import io.millrace.operators.window.Early;
import io.millrace.operators.window.SessionWindow;
import io.millrace.operators.window.SlidingWindow;
import io.millrace.operators.window.TumblingWindow;
import io.millrace.operators.window.Windower;
import java.time.Duration;
import java.util.Comparator;
import java.util.Random;

/** Windows of random kinds with random options, for random flows. */
final class RandomWindows {
    private RandomWindows() {}

    static Windowed<Probe, Probe> over(
            final KeyedStream<Probe> from, final String id, final Clock<Probe> clock, final Random random) {
        Windowing<Probe> windows = from.window(id, clock, windower(random));
        if (random.nextInt(3) == 0) {
            windows = windows.ordered();
        }
        if (random.nextInt(3) == 0) {
            windows = windows.allowedLateness();
        }
        if (random.nextInt(5) == 0) {
            windows = windows.forgetIdle(Duration.ofNanos(1L + random.nextInt(60)));
        }
        switch (random.nextInt(8)) {
            case 0 -> windows = windows.early(Early.everyItems(1L + random.nextInt(3)));
            case 1 -> windows = windows.early(Early.every(Duration.ofNanos(1L + random.nextInt(30))));
            case 2 -> windows = windows.early(Early.<Probe>when(probe -> probe.value % 3 == 0));
            default -> {
                // Results when windows close only.
            }
        }
        return random.nextInt(4) == 0
                ? windows.max(Comparator.comparingLong(probe -> probe.value % 100))
                : windows.fold(Probe.TYPE, Probe::add, Probe::add);
    }

    private static Windower windower(final Random random) {
        final long length = 10L + random.nextInt(60);
        return switch (random.nextInt(5)) {
            case 0 -> new SlidingWindow(length, 1 + length / (2 + random.nextInt(4)), random.nextInt(9));
            case 1 -> new SessionWindow(random.nextInt(25));
            case 2 -> new CountWindow(1L + random.nextInt(6));
            default -> new TumblingWindow(length, random.nextInt(9));
        };
    }
}
