package io.millrace.bench.socket;

import io.millrace.feed.capture.CaptureReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** When each ticker of a capture is due. They come in order and none is lost, so the n-th that arrives is the n-th here. */
final class PlannedTickers {
    private static final String TICKER = "@bookTicker\"";
    private static final String SNAPSHOT = "{\"lastUpdateId\"";
    private static final int HEAD = 48;

    private final long[] offsets;

    private PlannedTickers(final long[] offsets) {
        this.offsets = offsets;
    }

    static PlannedTickers of(final Path capture, final long stretchNanos) {
        final List<Long> offsets = new ArrayList<>();
        try (CaptureReader reader = new CaptureReader(capture)) {
            long first = 0;
            while (reader.next()) {
                final String head = new String(
                        reader.bytes(),
                        reader.frameOffset(),
                        Math.min(reader.frameLength(), HEAD),
                        StandardCharsets.UTF_8);
                if (head.startsWith(SNAPSHOT)) {
                    continue;
                }
                first = first == 0 ? reader.receiveTime() : first;
                if (reader.receiveTime() - first > stretchNanos) {
                    break;
                }
                if (head.contains(TICKER)) {
                    offsets.add(reader.receiveTime() - first);
                }
            }
        }
        return new PlannedTickers(offsets.stream().mapToLong(Long::longValue).toArray());
    }

    /** Recorded nanoseconds from the first frame to a ticker. */
    long offset(final int ticker) {
        return offsets[ticker];
    }

    int count() {
        return offsets.length;
    }
}
