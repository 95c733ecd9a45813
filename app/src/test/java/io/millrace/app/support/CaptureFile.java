package io.millrace.app.support;

import io.millrace.feed.simulator.Audience;
import io.millrace.feed.simulator.SyntheticMarket;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes frames of a synthetic market of Binance's spot exchange as a capture. */
public final class CaptureFile implements Audience {
    private static final long START = 1_723_161_255_000_000_000L;
    private static final long STEP = 1_000_000;
    private static final long SEED = 42;

    private final OutputStream out;
    private long now = START;
    private long frames;

    private CaptureFile(final OutputStream out) {
        this.out = out;
    }

    /**
     * Writes a capture.
     *
     * @param least how many frames it has at least
     * @return how many it has
     */
    public static long write(final Path file, final long least) throws IOException {
        final SyntheticMarket market = new SyntheticMarket(SEED);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            final CaptureFile capture = new CaptureFile(out);
            while (capture.frames < least) {
                market.play(capture.now, capture);
                capture.now += STEP;
            }
            return capture.frames;
        }
    }

    @Override
    public boolean hasRoom() {
        return true;
    }

    @Override
    public void frame(final String stream, final byte[] bytes, final int offset, final int length) {
        try {
            out.write((now + " {\"stream\":\"" + stream + "\",\"data\":").getBytes(StandardCharsets.UTF_8));
            out.write(bytes, offset, length);
            out.write("}\n".getBytes(StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        frames++;
    }
}
