package io.millrace.engine.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * What a copy of a flow has done up to a record, and what its steps remember: two copies that do the same have equal
 * checkpoints.
 *
 * @param inputSeq number of the last record that was worked on
 * @param failure  what the copy failed with, or empty
 * @param failedStep step that failed, or empty
 * @param marks    by place; for each step first what came in, then what came out, then the state
 */
public record Checkpoint(long inputSeq, String failure, String failedStep, List<Mark> marks) {
    private static final String SEPARATOR = "\t";
    private static final int HEAD = 3;
    private static final int FIELDS = 9;

    /** Whether both copies did the same. */
    boolean equalsIn(final Checkpoint other) {
        return inputSeq == other.inputSeq
                && failure.equals(other.failure)
                && differing(other).isEmpty();
    }

    /** Pairs of marks that are not alike, by place. */
    List<Pair> differing(final Checkpoint other) {
        final List<Pair> pairs = new ArrayList<>();
        for (final Mark mark : marks) {
            for (final Mark twin : other.marks) {
                if (mark.isOf(twin) && !mark.equalsIn(twin)) {
                    pairs.add(new Pair(mark, twin));
                }
            }
        }
        return pairs;
    }

    /** The same place in two copies. */
    record Pair(Mark one, Mark other) {}

    /** In one line, for another process. */
    public String toLine() {
        final StringBuilder line = new StringBuilder()
                .append(inputSeq)
                .append(SEPARATOR)
                .append(escaped(failure))
                .append(SEPARATOR)
                .append(escaped(failedStep));
        for (final Mark mark : marks) {
            line.append(SEPARATOR).append(mark.place());
            line.append(SEPARATOR).append(escaped(mark.step()));
            line.append(SEPARATOR).append(mark.port());
            line.append(SEPARATOR).append(mark.index());
            line.append(SEPARATOR).append(escaped(mark.name()));
            line.append(SEPARATOR).append(mark.count());
            line.append(SEPARATOR).append(Long.toHexString(mark.hash()));
            line.append(SEPARATOR).append(Long.toHexString(mark.sum()));
            line.append(SEPARATOR).append(escaped(mark.shown()));
        }
        return line.toString();
    }

    /**
     * Reads what {@link #toLine} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Checkpoint ofLine(final String line) {
        final String[] fields = line.split(SEPARATOR, -1);
        if (fields.length < HEAD || (fields.length - HEAD) % FIELDS != 0) {
            throw new IllegalArgumentException("no checkpoint: " + line);
        }
        final List<Mark> marks = new ArrayList<>();
        for (int at = HEAD; at < fields.length; at += FIELDS) {
            marks.add(new Mark(
                    Integer.parseInt(fields[at]),
                    plain(fields[at + 1]),
                    Mark.Port.valueOf(fields[at + 2]),
                    Integer.parseInt(fields[at + 3]),
                    plain(fields[at + 4]),
                    Long.parseLong(fields[at + 5]),
                    Long.parseUnsignedLong(fields[at + 6], 16),
                    Long.parseUnsignedLong(fields[at + 7], 16),
                    plain(fields[at + 8])));
        }
        return new Checkpoint(Long.parseLong(fields[0]), plain(fields[1]), plain(fields[2]), marks);
    }

    private static String escaped(final String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String plain(final String text) {
        final StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
                continue;
            }
            final char escape = text.charAt(++i);
            plain.append(
                    switch (escape) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        default -> escape;
                    });
        }
        return plain.toString();
    }
}
