package io.millrace.feed.capture;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.capture.table.TardisTable;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.Words;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads one capture: text lines of a receive time and a frame, in one of the forms of {@link CaptureLine}, or a
 * {@link TardisTable}, which begins with the names of its columns. May be compressed by gzip, or the first file of a zip
 * archive, which its first bytes tell.
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
    private static final int GZIP = 0x1F8B;
    private static final int ZIP = 'P' << Byte.SIZE | 'K';
    private static final long LINE_FEEDS = Words.fill('\n');

    private final Path file;
    private final InputStream in;
    private final CaptureLine parsed = new CaptureLine();
    private byte[] bytes = new byte[USUAL_BUFFER + FrameDecoder.SLACK];
    private int next;
    private int filled;
    private boolean exhausted;
    private long line;
    private int lineStart;
    private int lineEnd;

    /** Null unless the capture is one. */
    private TardisTable table;

    private long firstLine;
    private boolean isLineLeft;

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
            final int signature = signature(file);
            // Not Files.newInputStream: that makes a ByteBuffer now and then.
            final InputStream plain = new FileInputStream(file.toFile());
            try {
                return switch (signature) {
                    case GZIP -> new GZIPInputStream(plain, STREAM_BUFFER);
                    case ZIP -> firstOf(plain);
                    default -> plain;
                };
            } catch (final IOException e) {
                plain.close();
                throw e;
            }
        } catch (final IOException e) {
            throw new ConnectorException(
                    "capture " + file + " can't be opened: check that it is complete and readable", e);
        }
    }

    private static int signature(final Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return in.read() << Byte.SIZE | in.read();
        }
    }

    private static InputStream firstOf(final InputStream plain) throws IOException {
        final ZipInputStream archive = new ZipInputStream(plain);
        if (archive.getNextEntry() == null) {
            throw new ZipException("an archive without files");
        }
        return archive;
    }

    /**
     * Goes to the next frame. What the accessors gave before is no longer valid.
     *
     * @return whether there is one
     * @throws ConnectorException if the line is broken, or the file ends in the middle of its compressed data; names the
     *     line
     */
    public boolean next() {
        while (table == null && nextLine()) {
            if (line == 1 && TardisTable.isHeader(bytes, lineStart, lineEnd)) {
                table = TardisTable.of(file, bytes, lineStart, lineEnd);
                break;
            }
            final CaptureLine.Found found = parsed.parse(bytes, lineStart, lineEnd);
            if (found == CaptureLine.Found.BROKEN) {
                throw broken(line, "is no frame with its receive time");
            }
            if (found == CaptureLine.Found.FRAME) {
                firstLine = line;
                return true;
            }
        }
        return table != null && nextOfTable();
    }

    /** A frame may be made of several rows, and then its end shows only by the row behind it, which is left for the next one. */
    private boolean nextOfTable() {
        firstLine = 0;
        while (isLineLeft || nextLine()) {
            isLineLeft = false;
            if (lineStart == lineEnd) {
                continue;
            }
            final TardisTable.Found found = table.take(bytes, lineStart, lineEnd);
            if (found == TardisTable.Found.BROKEN) {
                throw new ConnectorException("capture " + file + ", line " + line + " " + table.problem()
                        + ": correct or remove the line, or download the file again");
            }
            isLineLeft = found == TardisTable.Found.FRAME_BEFORE;
            firstLine = firstLine == 0 ? line : firstLine;
            if (found != TardisTable.Found.PART) {
                return true;
            }
        }
        return table.end();
    }

    private boolean nextLine() {
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
        lineStart = start;
        lineEnd = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
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

    private ConnectorException broken(final long number, final String problem) {
        return new ConnectorException("capture " + file + ", line " + number + " " + problem
                + ": expected lines of '<receive ns> <frame>', or of another form that docs/captures.md names;"
                + " correct or remove the line");
    }

    /** Number of the line in its file at which the frame begins; the first one is 1. */
    public long line() {
        return firstLine;
    }

    /** When the frame was received, epoch nanoseconds. */
    public long receiveTime() {
        return table == null ? parsed.receiveTime() : table.receiveTime();
    }

    /** Holds the frame, and at least {@link FrameDecoder#SLACK} bytes behind it. */
    public byte[] bytes() {
        return table == null ? bytes : table.bytes();
    }

    public int frameOffset() {
        return table == null ? parsed.frameOffset() : 0;
    }

    public int frameLength() {
        return table == null ? parsed.frameLength() : table.length();
    }

    /** Whether its frames are made of the rows of a table. */
    boolean isTable() {
        return table != null;
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
