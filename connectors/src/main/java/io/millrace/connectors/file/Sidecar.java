package io.millrace.connectors.file;

import io.millrace.connectors.TextTarget;
import io.millrace.engine.spi.ConnectorException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * The small file beside an output file. Its identity is written once, before the output has any row; its two marks are
 * written in turn, so that one of them is whole whatever happens. A reader takes the later one that is whole, and without
 * any it counts from the file's start.
 *
 * <pre>
 *   millrace output 1                         format version
 *   journal 5e0bd6a5-3f0d-4a44-8a5c-...
 *   step candles                              to the end of the line
 *   crc 1a2b3c4d                              CRC32C of all before this line, in hexadecimal
 *   mark 00..01 rows 00..07 bytes 00..99 crc 1a2b3c4d
 *   mark 00..02 rows 00..09 bytes 0..127 crc 1a2b3c4d     numbers of 20 digits
 * </pre>
 *
 * <p>Thread: one. Allocation: none when a mark is set. Deterministic: yes.
 */
final class Sidecar implements AutoCloseable {
    private static final String SUFFIX = ".millrace";
    private static final String FORMAT = "millrace output ";
    private static final String VERSION = "1";
    private static final int LINES = 4;

    private final UUID journal;
    private final String step;
    private final FileChannel channel;
    private final int identityLength;
    private final MarkLine line = new MarkLine();
    private long mark;
    private long rows;
    private long bytes;

    private Sidecar(final UUID journal, final String step, final FileChannel channel, final int identityLength) {
        this.journal = journal;
        this.step = step;
        this.channel = channel;
        this.identityLength = identityLength;
    }

    /** Where the sidecar of an output is. */
    static Path of(final Path output) {
        return output.resolveSibling(output.getFileName() + SUFFIX);
    }

    /** Makes one, in place of any that is there. */
    static Sidecar create(final Path path, final UUID journal, final String step) throws IOException {
        final String lines = FORMAT + VERSION + "\njournal " + journal + "\nstep " + step + '\n';
        final byte[] identity = (lines + "crc " + crc(lines) + '\n').getBytes(StandardCharsets.UTF_8);
        final Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            final ByteBuffer buffer = ByteBuffer.wrap(identity);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Directories.force(path);
        return new Sidecar(journal, step, open(path), identity.length);
    }

    private static FileChannel open(final Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static String crc(final String text) {
        final CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }

    /**
     * Reads one.
     *
     * @throws ConnectorException if it is damaged, or of a version that is not known; says what to do
     */
    static Sidecar read(final Path path) throws IOException {
        final String text = Files.readString(path, StandardCharsets.ISO_8859_1);
        final String[] lines = text.split("\n", LINES + 1);
        if (lines.length <= LINES || !lines[0].startsWith(FORMAT)) {
            throw damaged(path);
        }
        if (!lines[0].equals(FORMAT + VERSION)) {
            throw new ConnectorException(path + " says '" + lines[0] + "', and this version of Millrace knows '"
                    + FORMAT + VERSION + "': go on with the version that wrote it, or name another output file");
        }
        final int crcAt = text.indexOf("\ncrc ") + 1;
        final String identity =
                new String(text.substring(0, crcAt).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        if (!lines[3].equals("crc " + crc(identity))) {
            throw damaged(path);
        }
        final String[] decoded = identity.split("\n", LINES);
        final UUID journal = UUID.fromString(decoded[1].substring("journal ".length()));
        final Sidecar sidecar =
                new Sidecar(journal, decoded[2].substring("step ".length()), open(path), crcAt + lines[3].length() + 1);
        sidecar.readMarks();
        return sidecar;
    }

    private static ConnectorException damaged(final Path path) {
        return new ConnectorException(path + " is damaged, so that nothing tells whose output is beside it: move both"
                + " files away; the run then writes the output anew from its journal");
    }

    private void readMarks() throws IOException {
        for (int slot = 0; slot < 2; slot++) {
            if (line.read(channel, identityLength + slot * MarkLine.LENGTH) && line.mark() > mark) {
                mark = line.mark();
                rows = line.rows();
                bytes = line.bytes();
            }
        }
    }

    /**
     * Checks whose output it is.
     *
     * @throws ConnectorException if it is another's; names both
     */
    void mustBe(final UUID wantedJournal, final String wantedStep, final Path output) {
        if (!journal.equals(wantedJournal) || !step.equals(wantedStep)) {
            throw new ConnectorException(output + " holds output of step '" + step + "' of journal " + journal
                    + ", and is wanted for step '" + wantedStep + "' of journal " + wantedJournal
                    + ": name another file, or move it and " + of(output).getFileName() + " away");
        }
    }

    UUID journal() {
        return journal;
    }

    /** Rows at the last mark. */
    long rows() {
        return rows;
    }

    /** Bytes at the last mark, with those of the header; 0 if there was none. */
    long bytes() {
        return bytes;
    }

    /** Sets a mark: so many rows and bytes are there to stay. */
    void mark(final long markRows, final long markBytes) {
        mark++;
        rows = markRows;
        bytes = markBytes;
        try {
            line.write(channel, identityLength + (mark & 1) * MarkLine.LENGTH, mark, rows, bytes);
        } catch (final IOException e) {
            throw new ConnectorException(
                    "can't write what an output file holds to the file beside it: " + TextTarget.reason(e), e);
        }
    }

    void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw new ConnectorException("can't close the file beside an output file: " + TextTarget.reason(e), e);
        }
    }
}
