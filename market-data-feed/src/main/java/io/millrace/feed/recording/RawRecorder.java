package io.millrace.feed.recording;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.SourceContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Records frames as they come, before anything looks at them, into a file that {@link io.millrace.feed.capture.CaptureReader} reads. A thread of its
 * own compresses and writes; what it has no room for is not recorded, and counted and reported: the feed does not wait.
 *
 * <pre>
 *   network thread ──frames, in pieces──▶ ring ──▶ writing thread ──▶ RecordedLines ──▶ file: gzip members
 *
 *   piece:  receive time │ session │ plan │ form │ bytes...
 *              8         │    4    │  4   │  4   │            a frame's last piece says so in its type
 * </pre>
 *
 * <p>Thread: {@link #frame} and {@link #mark} one thread, {@link #close} any. Allocation: none while recording.
 * Deterministic: no.
 */
public final class RawRecorder implements AutoCloseable {
    static final int TEXT = 0;
    static final int BINARY = 1;
    static final int MARK = 2;
    static final int TIME = 0;
    static final int SESSION = 8;
    static final int PLAN = 12;
    static final int FORM = 16;
    static final int BYTES = 20;
    static final int PIECE = 1;
    static final int LAST_PIECE = 2;

    private static final int USUAL_RING = 1 << 24;
    private static final int LONGEST_PIECE = 1 << 16;
    private static final long PIECE_COST = 64;
    private static final int PIECES_PER_TURN = 256;
    private static final long IDLE_MILLIS = 10;
    private static final long CLOSE_SECONDS = 30;

    private final SourceContext context;
    private final OneToOneRingBuffer ring;
    private final UnsafeBuffer piece =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(BYTES + LONGEST_PIECE, Long.BYTES));
    private final RecordedLines lines;
    private final Thread writer;
    private final AtomicCounter recorded;
    private final AtomicCounter dropped;
    private volatile boolean closing;
    private volatile boolean failed;

    /**
     * Begins a file.
     *
     * @throws ConnectorException if it exists, or can't be made
     */
    public RawRecorder(final Path file, final SourceContext context) {
        this(file, context, USUAL_RING);
    }

    /** @param ringBytes bytes that may wait to be written; a power of two */
    RawRecorder(final Path file, final SourceContext context, final int ringBytes) {
        this.context = context;
        this.ring = new OneToOneRingBuffer(new UnsafeBuffer(BufferUtil.allocateDirectAligned(
                ringBytes + RingBufferDescriptor.TRAILER_LENGTH, BitUtil.CACHE_LINE_LENGTH)));
        this.recorded = context.counter("frames recorded");
        this.dropped = context.counter("frames not recorded for want of room");
        this.lines = new RecordedLines(file);
        this.writer = new Thread(this::write, "millrace-recorder");
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * Records a frame, if there is room.
     *
     * @param session number of the session that brought it; 0 for REST
     * @param plan    number of the plan of that session, or -1
     * @param binary  whether it was sent as a binary frame
     */
    public void frame(
            final long receiveTime,
            final int session,
            final int plan,
            final boolean binary,
            final byte[] bytes,
            final int offset,
            final int length) {
        if (!hasRoom(length)) {
            drop();
            return;
        }
        begin(receiveTime, session, plan, binary ? BINARY : TEXT);
        int at = 0;
        do {
            final int some = Math.min(LONGEST_PIECE, length - at);
            piece.putBytes(BYTES, bytes, offset + at, some);
            at += some;
            ring.write(at == length ? LAST_PIECE : PIECE, piece, 0, BYTES + some);
        } while (at < length);
        recorded.incrementRelease();
    }

    /** Records what has happened to a session. */
    @SuppressWarnings("EnumOrdinal") // goes to the other side of the ring, and no further
    public void mark(final long time, final int session, final int plan, final SessionMark mark) {
        if (!hasRoom(0)) {
            drop();
            return;
        }
        begin(time, session, plan, MARK + mark.ordinal());
        ring.write(LAST_PIECE, piece, 0, BYTES);
    }

    /** With what pieces cost more than their bytes, and what the ring may leave unused at its end. */
    private boolean hasRoom(final int length) {
        final long pieces = length / LONGEST_PIECE + 1L;
        return !failed && ring.size() + length + (pieces + 2) * PIECE_COST + LONGEST_PIECE < ring.capacity();
    }

    private void begin(final long time, final int session, final int plan, final int form) {
        piece.putLong(TIME, time);
        piece.putInt(SESSION, session);
        piece.putInt(PLAN, plan);
        piece.putInt(FORM, form);
    }

    private void drop() {
        if (dropped.getPlain() == 0 && !failed) {
            context.report("recording is slower than the venue: frames are left out of the recording and counted."
                    + " Record to a faster disk");
        }
        dropped.incrementRelease();
    }

    private void write() {
        try (lines) {
            final MessageHandler handler = lines;
            boolean last = false;
            while (true) {
                final int pieces = ring.read(handler, PIECES_PER_TURN);
                lines.flushIfDue(System.nanoTime());
                if (pieces == 0) {
                    if (last) {
                        return;
                    }
                    // Once more behind the end, for what came just before it.
                    last = closing;
                    pause(last);
                }
            }
        } catch (final RuntimeException | IOException e) {
            failed = true;
            context.report("recording has stopped, the feed goes on: " + e.getMessage());
        }
    }

    private static void pause(final boolean last) {
        if (last) {
            return;
        }
        try {
            Thread.sleep(IDLE_MILLIS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes what is there and ends the file. Nothing may be recorded any more. */
    @Override
    public void close() {
        closing = true;
        try {
            writer.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (writer.isAlive()) {
            throw new ConnectorException("the recording could not be ended within " + CLOSE_SECONDS
                    + " s: its last frames are missing. Check the disk");
        }
    }
}
