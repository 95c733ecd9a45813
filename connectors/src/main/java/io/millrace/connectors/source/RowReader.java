package io.millrace.connectors.source;

import io.millrace.connectors.TextTarget;
import io.millrace.engine.spi.ConnectorException;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Goes through the rows of one file, which may be compressed by gzip and may grow while it is read. */
final class RowReader implements AutoCloseable {
    private static final int USUAL_BUFFER = 1 << 16;
    private static final int LONGEST_ROW = 1 << 26;
    private static final int IDLE_PER_LOOK = 1 << 10;
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    private final Path file;
    private final boolean quotes;
    private final boolean follow;
    private final InputStream in;
    private byte[] bytes = new byte[USUAL_BUFFER];
    private int next;
    private int filled;
    private int searched;
    private boolean inside;
    private long position;
    private int start;
    private int end;
    private int idle;

    /**
     * Opens a file.
     *
     * @param quotes whether a line feed between double quotes belongs to its row
     * @param follow whether more may come behind the end
     */
    RowReader(final Path file, final boolean quotes, final boolean follow) {
        this.file = file;
        this.quotes = quotes;
        this.follow = follow;
        this.in = open();
    }

    private InputStream open() {
        if (!Files.isRegularFile(file)) {
            throw new ConnectorException("file " + file
                    + (Files.exists(file) ? " is no regular file" : " does not exist") + ": check the path");
        }
        try {
            if (!isGzip()) {
                return new FileInputStream(file.toFile());
            }
            if (follow) {
                throw new ConnectorException("file " + file + " is compressed, and can't be followed while it grows:"
                        + " follow the plain text");
            }
            return new GZIPInputStream(new FileInputStream(file.toFile()), USUAL_BUFFER);
        } catch (final IOException e) {
            throw unreadable(e);
        }
    }

    private boolean isGzip() throws IOException {
        try (InputStream first = new FileInputStream(file.toFile())) {
            return first.read() == GZIP_FIRST && first.read() == GZIP_SECOND;
        }
    }

    private ConnectorException unreadable(final IOException e) {
        return new ConnectorException(
                "file " + file + " can't be read: " + TextTarget.reason(e)
                        + (e instanceof EOFException
                                ? ". It ends in the middle of its compressed data: copy it again"
                                : ""),
                e);
    }

    /** Skips to a position where a row begins; behind what was read so far. */
    void goTo(final long target) {
        if (target > position) {
            try {
                final long behind = position + filled - next;
                // The byte before the target is read, to see that a row ends there.
                final long far = target - 1 - behind;
                if (far > 0) {
                    skip(far, target);
                    next = filled;
                    position = target - 1;
                }
                while (position < target) {
                    if (next == filled && fill() <= 0) {
                        throw tooShort(target);
                    }
                    position++;
                    next++;
                }
                if (bytes[next - 1] != '\n' && (next < filled || fill() > 0)) {
                    throw new ConnectorException("file " + file + " has no line that begins at byte " + target
                            + ", which the journal says was read up to there: give the file as it was then");
                }
                searched = next;
            } catch (final IOException e) {
                throw unreadable(e);
            }
        }
    }

    private void skip(final long count, final long target) throws IOException {
        if (in instanceof FileInputStream && Files.size(file) < target) {
            throw tooShort(target);
        }
        try {
            in.skipNBytes(count);
        } catch (final EOFException e) {
            throw tooShort(target);
        }
    }

    private ConnectorException tooShort(final long target) {
        return new ConnectorException("file " + file + " ends before byte " + target
                + ", up to which the journal says it was read: give the file as it was then");
    }

    /** Goes to the next row; false if there is none, or none that is whole while the file is followed. */
    boolean next() {
        try {
            while (!found()) {
                if (fill() > 0) {
                    continue;
                }
                if (follow) {
                    checkNotShorter();
                    return false;
                }
                if (next == filled) {
                    return false;
                }
                row(filled, filled);
                return true;
            }
            return true;
        } catch (final IOException e) {
            throw unreadable(e);
        }
    }

    private boolean found() {
        while (searched < filled) {
            final byte b = bytes[searched++];
            if (b == '\n' && !inside) {
                row(searched - 1, searched);
                return true;
            }
            inside ^= quotes && b == '"';
        }
        return false;
    }

    private void row(final int rowEnd, final int behind) {
        start = next;
        end = rowEnd > start && bytes[rowEnd - 1] == '\r' ? rowEnd - 1 : rowEnd;
        position += behind - next;
        next = behind;
        searched = behind;
        inside = false;
    }

    /** Reads more behind what there is; gives the number of bytes, or none at the end. */
    private int fill() throws IOException {
        if (next > 0) {
            System.arraycopy(bytes, next, bytes, 0, filled - next);
            filled -= next;
            searched -= next;
            next = 0;
        }
        if (filled == bytes.length) {
            if (filled >= LONGEST_ROW) {
                throw new ConnectorException(where() + " begins a row of more than " + LONGEST_ROW
                        + " bytes: correct it" + (quotes ? "; a quote may be missing" : ""));
            }
            bytes = Arrays.copyOf(bytes, 2 * filled);
        }
        final int read = in.read(bytes, filled, bytes.length - filled);
        filled += Math.max(0, read);
        return read;
    }

    /** Not each time that nothing comes: polls are many. */
    private void checkNotShorter() throws IOException {
        if (idle++ % IDLE_PER_LOOK == 0 && Files.size(file) < position + filled - next) {
            throw new ConnectorException(
                    "file " + file + " was made shorter while it was followed: it has to grow only");
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the row begins in {@link #bytes}. */
    int start() {
        return start;
    }

    /** Where the row ends, without the end of the line. */
    int end() {
        return end;
    }

    /** The byte behind the row, in the unpacked text. */
    long position() {
        return position;
    }

    /** File and line, where the next row begins; reads all before it, since lines are counted only for that. */
    String where() {
        return where(position);
    }

    /** File and line at a position. */
    String where(final long at) {
        long line = 1;
        try (RowReader again = new RowReader(file, false, false)) {
            final byte[] chunk = new byte[USUAL_BUFFER];
            long left = at;
            while (left > 0) {
                final int read = again.in.read(chunk, 0, (int) Math.min(left, chunk.length));
                if (read < 0) {
                    break;
                }
                left -= read;
                for (int i = 0; i < read; i++) {
                    line += chunk[i] == '\n' ? 1 : 0;
                }
            }
        } catch (final IOException e) {
            return "file " + file + ", byte " + at;
        }
        return "file " + file + ", line " + line;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (final IOException e) {
            throw unreadable(e);
        }
    }
}
