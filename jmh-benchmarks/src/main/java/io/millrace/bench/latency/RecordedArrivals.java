package io.millrace.bench.latency;

import io.millrace.feed.capture.CaptureReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * One record for each frame of a capture, when it was received, at the pace at which it was recorded or faster; from the
 * beginning again when it is through.
 */
final class RecordedArrivals implements Arrivals {
    private static final double NANOS_PER_SECOND = 1e9;

    private final long[] offsets;
    private final long length;
    private final int pace;

    /** @param offsets nanoseconds from the first frame to each, ascending from 0 */
    private RecordedArrivals(final long[] offsets, final int pace) {
        this.offsets = offsets;
        // Behind the last frame comes the first again, after the average time between two.
        final long last = offsets[offsets.length - 1];
        this.length = last + Math.max(1, last / Math.max(1, offsets.length - 1));
        this.pace = pace;
    }

    /**
     * Reads a capture.
     *
     * @throws IllegalArgumentException if it has no frame
     */
    static RecordedArrivals of(final Path capture) {
        final LongStream.Builder times = LongStream.builder();
        try (CaptureReader reader = new CaptureReader(capture)) {
            while (reader.next()) {
                times.add(reader.receiveTime());
            }
        }
        final long[] offsets = times.build().toArray();
        if (offsets.length == 0) {
            throw new IllegalArgumentException(capture + ": has no frames");
        }
        // A clock that was set back while it was recorded must not set the schedule back.
        Arrays.parallelPrefix(offsets, Math::max);
        final long first = offsets[0];
        Arrays.setAll(offsets, i -> offsets[i] - first);
        return new RecordedArrivals(offsets, 1);
    }

    /** The same at another multiple of the recorded speed. */
    RecordedArrivals at(final int times) {
        return new RecordedArrivals(offsets, times);
    }

    @Override
    public long due(final long number) {
        final int count = offsets.length;
        return (number / count * length + offsets[(int) (number % count)]) / pace;
    }

    @Override
    public long ratePerSecond() {
        return Math.max(1, Math.round(offsets.length * NANOS_PER_SECOND * pace / length));
    }

    @Override
    public String description() {
        return "as recorded";
    }

    @Override
    public String titleSuffix() {
        return ", " + pace + " x recorded";
    }

    @Override
    public String fileName() {
        return "recorded-" + pace + "x";
    }
}
