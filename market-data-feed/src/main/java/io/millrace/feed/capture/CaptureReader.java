package io.millrace.feed.capture;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.Words;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Reads one capture: text lines of a receive time in epoch nanoseconds, a space, and a frame. May be compressed by gzip,
 * which its first bytes tell.
 *
 * <pre>
 *   1723161255088169167 {"stream":"btcusdt@bookTicker","data":{...}}
 *   └─ receiveTime()    └─ frameOffset(), frameLength() in bytes()
 * </pre>
 *
 * <p>Thread: one. Allocation: none per line; the buffer grows to the longest line. Deterministic: yes.
 */
public final class CaptureReader implements AutoCloseable {
    private static final int USUAL_BUFFER = 1 << 18;
    private static final int LONGEST_LINE = 1 << 26;
    private static final int STREAM_BUFFER = 1 << 16;
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;
    private static final long LINE_FEEDS = Words.fill('\n');

    private final Path file;
    private final InputStream in;
    private final Decimal decimal = new Decimal();
    private byte[] bytes = new byte[USUAL_BUFFER + FrameDecoder.SLACK];
    private int next;
    private int filled;
    private boolean exhausted;
    private long line;
    private long receiveTime;
    private int frameOffset;
    private int frameLength;

    /**
     * Opens a capture.
     *
     * @throws ConnectorException if the file is missing, can't be read, or is not gzip though it begins like it
     */
    public CaptureReader(final Path file) {
        this.file = file;
        this.in = open(file);
    }

    private static InputStream open(final Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ConnectorException("capture " + file + (Files.exists(file) ? " is not a file" : " does not exist")
                    + ": check the path");
        }
        try {
            final boolean compressed = isGzip(file);
            // Not Files.newInputStream: that makes a ByteBuffer now and then.
            final InputStream plain = new FileInputStream(file.toFile());
            try {
                return compressed ? new GZIPInputStream(plain, STREAM_BUFFER) : plain;
            } catch (final IOException e) {
                plain.close();
                throw e;
            }
        } catch (final IOException e) {
            throw new ConnectorException(
                    "capture " + file + " can't be opened: check that it is complete and readable", e);
        }
    }

    private static boolean isGzip(final Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        }
    }

    /**
     * Goes to the next line. What the accessors gave before is no longer valid.
     *
     * @return whether there is one
     * @throws ConnectorException if the line is broken, or the file ends in the middle of its compressed data; names the
     *     line
     */
    public boolean next() {
        int searched = next;
        int end = lineFeed(searched);
        while (end < 0 && !exhausted) {
            searched = filled - next;
            fill();
            searched += next;
            end = lineFeed(searched);
        }
        if (end < 0 && next == filled) {
            return false;
        }
        line++;
        final int start = next;
        if (end < 0) {
            end = filled;
            next = filled;
        } else {
            next = end + 1;
        }
        parse(start, end > start && bytes[end - 1] == '\r' ? end - 1 : end);
        return true;
    }

    private int lineFeed(final int from) {
        int at = from;
        while (at < filled) {
            final int found = Words.indexOf(Words.at(bytes, at), LINE_FEEDS);
            if (found < Long.BYTES) {
                return at + found < filled ? at + found : -1;
            }
            at += Long.BYTES;
        }
        return -1;
    }

    /** Reads more behind what there is; moves that to the front, so that {@link #next} becomes 0. */
    private void fill() {
        System.arraycopy(bytes, next, bytes, 0, filled - next);
        filled -= next;
        next = 0;
        if (filled == bytes.length - FrameDecoder.SLACK) {
            if (filled >= LONGEST_LINE) {
                throw broken(line + 1, "is longer than " + LONGEST_LINE + " bytes");
            }
            bytes = Arrays.copyOf(bytes, 2 * filled + FrameDecoder.SLACK);
        }
        try {
            final int read = in.read(bytes, filled, bytes.length - FrameDecoder.SLACK - filled);
            if (read < 0) {
                exhausted = true;
            } else {
                filled += read;
            }
        } catch (final IOException e) {
            throw new ConnectorException(
                    "capture " + file + " can't be read behind line " + line + ": " + e.getMessage()
                            + ". If its compressed data is cut off or damaged, copy it again, or unpack what can be"
                            + " unpacked and use that",
                    e);
        }
    }

    private void parse(final int start, final int end) {
        final int behindTime = decimal.readWhole(bytes, start, end);
        if (behindTime < 0 || behindTime >= end || bytes[behindTime] != ' ') {
            throw broken(line, "does not begin with a receive time in epoch nanoseconds and a space");
        }
        receiveTime = decimal.mantissa();
        frameOffset = behindTime + 1;
        frameLength = end - frameOffset;
        if (frameLength == 0 || bytes[frameOffset] != '{' && bytes[frameOffset] != '[') {
            throw broken(line, "has no JSON object or array behind its receive time");
        }
    }

    private ConnectorException broken(final long number, final String problem) {
        return new ConnectorException("capture " + file + ", line " + number + " " + problem
                + ": expected lines of '<receive ns> <frame>'; correct or remove the line");
    }

    /** Number of the line in its file; the first one is 1. */
    public long line() {
        return line;
    }

    /** When the frame was received, epoch nanoseconds. */
    public long receiveTime() {
        return receiveTime;
    }

    /** Holds the frame, and at least {@link FrameDecoder#SLACK} bytes behind it. */
    public byte[] bytes() {
        return bytes;
    }

    public int frameOffset() {
        return frameOffset;
    }

    public int frameLength() {
        return frameLength;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (final IOException e) {
            throw new ConnectorException("capture " + file + " can't be closed", e);
        }
    }
}
