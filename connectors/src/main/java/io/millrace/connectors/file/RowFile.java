package io.millrace.connectors.file;

import io.millrace.connectors.TextTarget;
import io.millrace.connectors.text.RowEnds;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.SinkContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of rows that belongs to one step of one journal. Opened, it stands behind its last whole row.
 *
 * <p>Thread: one. Allocation: none when it is synced. Deterministic: yes.
 */
public final class RowFile implements AutoCloseable {
    private final Path path;
    private final RowEnds ends;
    private final Sidecar sidecar;
    private final FileChannel channel;
    private final int headerLength;
    private long rows;

    private RowFile(
            final Path path,
            final RowEnds ends,
            final Sidecar sidecar,
            final FileChannel channel,
            final int headerLength) {
        this.path = path;
        this.ends = ends;
        this.sidecar = sidecar;
        this.channel = channel;
        this.headerLength = headerLength;
    }

    /** Whether a file says beside it whose output it is. */
    public static boolean isKnown(final Path path) {
        return Files.exists(Sidecar.of(path));
    }

    /** The file beside an output. */
    public static Path beside(final Path path) {
        return Sidecar.of(path);
    }

    /**
     * Opens a file, which is new or empty or a known one; begins it with its header if that is not there.
     *
     * @param header first line, without its end; empty for none
     * @throws ConnectorException if it is another step's or journal's, or was changed, or can't be written
     */
    public static RowFile open(final Path path, final SinkContext context, final String header, final RowEnds ends) {
        final byte[] head = header.isEmpty() ? new byte[0] : (header + '\n').getBytes(StandardCharsets.UTF_8);
        try {
            final Sidecar sidecar = sidecar(path, context);
            try {
                final FileChannel channel = FileChannel.open(
                        path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                final RowFile file = new RowFile(path, ends, sidecar, channel, head.length);
                try {
                    file.begin(head);
                } catch (final IOException | RuntimeException e) {
                    channel.close();
                    throw e;
                }
                return file;
            } catch (final IOException | RuntimeException e) {
                sidecar.close();
                throw e;
            }
        } catch (final IOException e) {
            throw new ConnectorException("can't write " + culprit(path, e) + ": " + TextTarget.reason(e), e);
        }
    }

    /** The output, unless it is the file beside it that can't be opened. */
    private static Path culprit(final Path path, final IOException e) {
        final Path beside = Sidecar.of(path);
        return e instanceof FileSystemException named && beside.toString().equals(named.getFile()) ? beside : path;
    }

    private static Sidecar sidecar(final Path path, final SinkContext context) throws IOException {
        final Path beside = Sidecar.of(path);
        if (Files.exists(beside)) {
            final Sidecar there = Sidecar.read(beside);
            // A new run takes the place of an older one whose output is gone, but not of another step of its own.
            if (context.continues() || there.journal().equals(context.journalId())) {
                try {
                    there.mustBe(context.journalId(), context.stepId(), path);
                } catch (final ConnectorException e) {
                    there.close();
                    throw e;
                }
                return there;
            }
            there.close();
        }
        return Sidecar.create(beside, context.journalId(), context.stepId());
    }

    private void begin(final byte[] head) throws IOException {
        if (channel.size() > 0) {
            checkHeader(head);
        }
        if (channel.size() == 0) {
            if (sidecar.bytes() > 0) {
                sidecar.mark(0, 0);
            }
            final ByteBuffer bytes = ByteBuffer.wrap(head);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            Directories.force(path);
        }
        final long end = checkedEnd();
        final RowScan scan = new RowScan(channel, ends).from(end, Long.MAX_VALUE);
        rows = sidecar.rows() + scan.rows();
        channel.truncate(scan.end());
        channel.position(scan.end());
    }

    /** A header that the crash cut off is taken away; another header is refused. */
    private void checkHeader(final byte[] head) throws IOException {
        final ByteBuffer there = ByteBuffer.allocate((int) Math.min(head.length, channel.size()));
        while (there.hasRemaining() && channel.read(there, there.position()) >= 0) {
            // Until it is full.
        }
        int same = 0;
        while (same < there.capacity() && there.get(same) == head[same]) {
            same++;
        }
        if (same == head.length) {
            return;
        }
        final boolean torn = sidecar.bytes() == 0 && (same == there.capacity() || there.get(same) == 0);
        if (!torn) {
            throw new ConnectorException(path + " does not begin with the header that the flow writes now, '"
                    + new String(head, 0, head.length - 1, StandardCharsets.UTF_8)
                    + "': name another file, or go on with the flow that wrote it");
        }
        channel.truncate(0);
    }

    /** Where the rows end that the sidecar knows of. */
    private long checkedEnd() throws IOException {
        final long known = sidecar.bytes();
        if (known == 0) {
            return headerLength;
        }
        final ByteBuffer last = ByteBuffer.allocate(1);
        if (channel.size() < known || channel.read(last, known - 1) != 1 || last.get(0) != '\n') {
            throw new ConnectorException(path + " is not as it was left: it had " + sidecar.rows() + " rows in " + known
                    + " bytes, and now has " + channel.size() + " bytes or other lines. Put it back, or move it and "
                    + Sidecar.of(path).getFileName() + " away; the run then writes it anew from its journal");
        }
        return known;
    }

    /** Where rows are written to; closed by whoever writes. */
    public FileChannel channel() {
        return channel;
    }

    /** Whole rows that it held when it was opened, without the header. */
    public long rows() {
        return rows;
    }

    /**
     * Makes what was written survive a loss of power, and sets a mark.
     *
     * @param written rows that are there
     */
    public void sync(final long written) {
        try {
            channel.force(false);
            sidecar.mark(written, channel.position());
        } catch (final IOException e) {
            throw new ConnectorException("can't write out " + path + ": " + TextTarget.reason(e), e);
        }
    }

    /** Keeps only the first rows; the others are copied to a file of their own. */
    public void cutTo(final long count) {
        if (count > rows) {
            throw new IllegalArgumentException("only " + rows + " rows are there, not " + count);
        }
        try {
            final boolean behindMark = count >= sidecar.rows() && sidecar.bytes() > 0;
            final long from = behindMark ? sidecar.bytes() : headerLength;
            final long end = new RowScan(channel, ends)
                    .from(from, count - (behindMark ? sidecar.rows() : 0))
                    .end();
            new CutRows(path).keep(channel, end);
            // The mark first: a file that is longer than its mark is fine, a shorter one is not.
            sidecar.mark(count, end);
            sidecar.force();
            channel.truncate(end);
            channel.position(end);
            channel.force(true);
            rows = count;
        } catch (final IOException e) {
            throw new ConnectorException("can't cut " + path + " back: " + TextTarget.reason(e), e);
        }
    }

    @Override
    public void close() {
        sidecar.close();
    }
}
