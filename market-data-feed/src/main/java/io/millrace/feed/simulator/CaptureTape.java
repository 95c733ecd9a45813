package io.millrace.feed.simulator;

import io.millrace.engine.loop.Pacer;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.capture.CaptureReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Plays a capture: each frame goes to the clients that have subscribed to it. With a pace, frames are due at their recorded distances; what nobody takes in time
 * is gone, as at a venue. Without one, it goes as fast as all clients can take it, and loses nothing. Snapshots of books
 * that were got by REST are kept for who asks for them.
 *
 * <p>Thread: the exchange's. Allocation: by its reader. Deterministic: yes.
 */
public final class CaptureTape implements Tape {
    private static final byte[] SNAPSHOT = "{\"lastUpdateId\":".getBytes(StandardCharsets.US_ASCII);

    private final CaptureReader reader;
    private final double pace;
    private boolean begun;
    private boolean atFrame;
    private boolean ended;
    private long firstTime;
    private long begunAt;
    private String snapshot;

    /**
     * Opens the capture.
     *
     * @param pace recorded time per wall-clock time, or {@link Pacer#UNLIMITED}
     * @throws ConnectorException if it can't be read
     */
    public CaptureTape(final Path file, final double pace) {
        this.reader = new CaptureReader(file);
        this.pace = pace;
    }

    @Override
    public TrueMarket market(final List<SyntheticSymbol> usual) {
        return TrueMarket.EMPTY;
    }

    @Override
    public String snapshot() {
        return snapshot;
    }

    @Override
    public void play(final long now, final Audience audience) {
        while (advance()) {
            if (!begun) {
                begun = true;
                firstTime = reader.receiveTime();
                begunAt = now;
            }
            final boolean due = pace == Pacer.UNLIMITED
                    ? audience.hasRoom()
                    : reader.receiveTime() - firstTime <= (now - begunAt) * pace;
            if (!due) {
                return;
            }
            atFrame = false;
            audience.recorded(reader.bytes(), reader.frameOffset(), reader.frameLength());
        }
    }

    private boolean advance() {
        while (!atFrame && !ended) {
            if (reader.next()) {
                atFrame = !isSnapshot();
            } else {
                ended = true;
            }
        }
        return atFrame;
    }

    /** A recorded answer to a GET is no frame: it is kept for who asks for it. */
    private boolean isSnapshot() {
        final byte[] bytes = reader.bytes();
        final int start = reader.frameOffset();
        final int end = start + reader.frameLength();
        final boolean is = matches(bytes, start, end, SNAPSHOT);
        if (is) {
            snapshot = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        }
        return is;
    }

    private static boolean matches(final byte[] bytes, final int at, final int end, final byte[] expected) {
        if (at + expected.length > end) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean ended() {
        return !advance();
    }

    @Override
    public void close() {
        reader.close();
    }
}
