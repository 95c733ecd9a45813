package io.millrace.journal.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * What snapshots there were when the last one was written, as text. It is a second witness: a file that is sound in itself
 * and not the one that was written is found out by its hash. It is not needed: one that is lost, damaged, newer or another
 * journal's is passed over, and the files alone tell.
 *
 * <pre>
 *   millrace-snapshots 1 7a0c...                                     format version, journal
 *   1000 52334 9f86d081884c7d65 00000000000000001000.snapshot        inputSeq, length, hash, file
 *   2000 52398 60303ae22b998861 00000000000000002000.snapshot
 *   crc 1b4e28ba                                                     CRC32C of all lines before
 * </pre>
 *
 * @param entries oldest first
 */
record Manifest(UUID journal, List<Entry> entries) {
    /** Its name. */
    static final String NAME = "manifest";

    private static final String FIRST = "millrace-snapshots 1 ";
    private static final String LAST = "crc ";
    private static final int FIELDS = 4;
    private static final int RADIX = 16;

    /**
     * One snapshot.
     *
     * @param length bytes of the engine
     * @param hash   of those bytes
     * @param file   name of the file
     */
    record Entry(long inputSeq, long length, long hash, String file) {}

    Manifest {
        entries = List.copyOf(entries);
    }

    /** Reads the manifest of a directory; one without entries if there is none that can be believed. */
    static Manifest read(final Path directory, final UUID journal) {
        final Manifest none = new Manifest(journal, List.of());
        try {
            final String text = Files.readString(directory.resolve(NAME), StandardCharsets.ISO_8859_1);
            final int last = text.lastIndexOf(LAST);
            if (last < 0 || !text.substring(last).equals(lastLine(text.substring(0, last)))) {
                return none;
            }
            return parse(text.substring(0, last).lines().toList(), journal, none);
        } catch (final IOException | NumberFormatException e) {
            return none;
        }
    }

    private static Manifest parse(final List<String> lines, final UUID journal, final Manifest none) {
        if (lines.isEmpty() || !lines.get(0).equals(FIRST + journal)) {
            return none;
        }
        final List<Entry> entries = new ArrayList<>();
        for (final String line : lines.subList(1, lines.size())) {
            final String[] fields = line.split(" ", -1);
            if (fields.length != FIELDS) {
                return none;
            }
            entries.add(new Entry(
                    Long.parseLong(fields[0]),
                    Long.parseLong(fields[1]),
                    Long.parseUnsignedLong(fields[2], RADIX),
                    fields[FIELDS - 1]));
        }
        return new Manifest(journal, entries);
    }

    /** Its bytes. */
    ByteBuffer encode() {
        final StringBuilder text = new StringBuilder(FIRST).append(journal).append('\n');
        for (final Entry entry : entries) {
            text.append(entry.inputSeq())
                    .append(' ')
                    .append(entry.length())
                    .append(' ')
                    .append(HexFormat.of().toHexDigits(entry.hash()))
                    .append(' ')
                    .append(entry.file())
                    .append('\n');
        }
        return ByteBuffer.wrap(text.append(lastLine(text.toString())).toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String lastLine(final String before) {
        final CRC32C crc = new CRC32C();
        crc.update(before.getBytes(StandardCharsets.ISO_8859_1));
        return LAST + HexFormat.of().toHexDigits((int) crc.getValue()) + '\n';
    }

    /** What it says about a snapshot, or null. */
    Entry entry(final long inputSeq) {
        for (final Entry entry : entries) {
            if (entry.inputSeq() == inputSeq) {
                return entry;
            }
        }
        return null;
    }
}
