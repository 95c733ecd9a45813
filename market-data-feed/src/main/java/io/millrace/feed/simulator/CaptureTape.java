package io.millrace.feed.simulator;

import io.millrace.engine.loop.Pacer;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.capture.CaptureReader;
import io.millrace.feed.decode.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Plays a capture of combined streams. With a pace, frames are due at their recorded distances; what nobody takes in time
 * is gone, as at a venue. Without one, it goes as fast as all clients can take it, and loses nothing. Lines that are no
 * frames of a stream, such as snapshots of books, are left out.
 *
 * <p>Thread: the exchange's. Allocation: a name for each frame. Deterministic: yes.
 */
public final class CaptureTape implements Tape {
    private static final byte[] STREAM = "{\"stream\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = ",\"data\":".getBytes(StandardCharsets.US_ASCII);

    private final CaptureReader reader;
    private final double pace;
    private boolean begun;
    private boolean atFrame;
    private boolean ended;
    private long firstTime;
    private long begunAt;
    private String stream;
    private int dataAt;
    private int dataLength;

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
            audience.frame(stream, reader.bytes(), dataAt, dataLength);
        }
    }

    private boolean advance() {
        while (!atFrame && !ended) {
            if (reader.next()) {
                atFrame = findStream();
            } else {
                ended = true;
            }
        }
        return atFrame;
    }

    /** Expects the spelling of the venue: stream first, then data, no white space. */
    private boolean findStream() {
        final byte[] bytes = reader.bytes();
        final int start = reader.frameOffset();
        final int end = start + reader.frameLength();
        if (!matches(bytes, start, end, STREAM)) {
            return false;
        }
        final int nameAt = start + STREAM.length;
        final int nameEnd = Json.plainText(bytes, nameAt, end);
        if (nameEnd == Json.BROKEN || !matches(bytes, nameEnd + 1, end, DATA)) {
            return false;
        }
        stream = new String(bytes, nameAt, nameEnd - nameAt, StandardCharsets.UTF_8);
        dataAt = nameEnd + 1 + DATA.length;
        dataLength = end - 1 - dataAt;
        return true;
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
