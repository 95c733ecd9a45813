package io.millrace.feed.support;

import io.millrace.feed.simulator.Audience;
import io.millrace.feed.simulator.MarketStyle;
import io.millrace.feed.simulator.SyntheticMarket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A capture that is made from a synthetic market. */
public final class Recording implements Audience {
    /** Time at which it begins, epoch nanoseconds. */
    public static final long START = 1_723_161_255_000_000_000L;

    private static final long MILLI = 1_000_000;

    private final List<String> lines = new ArrayList<>();
    private long now;

    /** Lines of some milliseconds of a market. */
    public static List<String> of(final SyntheticMarket market, final int millis) {
        final Recording recording = new Recording();
        for (int i = 0; i < millis; i++) {
            recording.now = START + i * MILLI;
            market.play(recording.now, recording);
        }
        return recording.lines;
    }

    public static List<String> of(final MarketStyle style, final int millis) {
        return of(new SyntheticMarket(42).style(style), millis);
    }

    /** Writes lines to a file. */
    public static Path write(final Path file, final List<String> lines) throws IOException {
        return Files.write(file, lines, StandardCharsets.UTF_8);
    }

    @Override
    public boolean hasRoom() {
        return true;
    }

    @Override
    public void frame(final String stream, final byte[] bytes, final int offset, final int length) {
        lines.add(now + " {\"stream\":\"" + stream + "\",\"data\":"
                + new String(bytes, offset, length, StandardCharsets.UTF_8) + "}");
    }
}
