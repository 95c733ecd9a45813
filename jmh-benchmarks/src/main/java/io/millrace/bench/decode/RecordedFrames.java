package io.millrace.bench.decode;

import io.millrace.feed.capture.CaptureReader;
import io.millrace.feed.decode.FrameDecoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Frames of a capture, one behind the other in one array. */
final class RecordedFrames {
    private static final String DATA = System.getProperty("millrace.shared", "../shared") + "/data/";
    private static final String ALL = "all";

    private final byte[] bytes;
    private final int[] offsets;

    private RecordedFrames(final byte[] bytes, final int[] offsets) {
        this.bytes = bytes;
        this.offsets = offsets;
    }

    /**
     * Loads frames.
     *
     * @param market {@code usdm} or {@code spot}
     * @param kind   of the stream, such as {@code trade}, or {@code all}; snapshots are left out
     */
    static RecordedFrames load(final String market, final String kind) {
        final ByteArrayOutputStream all = new ByteArrayOutputStream();
        final List<Integer> ends = new ArrayList<>(List.of(0));
        final String prefix = "{\"stream\":\"btcusdt@" + streamName(kind);
        try (CaptureReader reader = new CaptureReader(Path.of(DATA, "binance-" + market, "btcusdt_20240808.gz"))) {
            while (reader.next()) {
                final String head = new String(
                        reader.bytes(),
                        reader.frameOffset(),
                        Math.min(reader.frameLength(), prefix.length()),
                        StandardCharsets.UTF_8);
                if (head.equals(prefix)) {
                    all.write(reader.bytes(), reader.frameOffset(), reader.frameLength());
                    ends.add(all.size());
                }
            }
        }
        return new RecordedFrames(
                Arrays.copyOf(all.toByteArray(), all.size() + FrameDecoder.SLACK),
                ends.stream().mapToInt(Integer::intValue).toArray());
    }

    private static String streamName(final String kind) {
        return switch (kind) {
            case ALL -> "";
            case "depthUpdate" -> "depth";
            default -> kind;
        };
    }

    byte[] bytes() {
        return bytes;
    }

    int count() {
        return offsets.length - 1;
    }

    int offset(final int frame) {
        return offsets[frame];
    }

    int length(final int frame) {
        return offsets[frame + 1] - offsets[frame];
    }
}
