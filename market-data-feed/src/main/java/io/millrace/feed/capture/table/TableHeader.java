package io.millrace.feed.capture.table;

import io.millrace.engine.spi.ConnectorException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The first line of a table, which names its columns. They tell what the table holds, but for liquidations, whose columns are
 * those of trades: they are known by the name of the file.
 *
 * <p>Thread: any. Allocation: yes; once for a file. Deterministic: yes.
 */
final class TableHeader {
    private static final List<String> OF_ALL = List.of("exchange", "symbol", "timestamp", "local_timestamp");
    private static final String REMEDY =
            "; name the columns as tardis.dev does, in any order, or download the file again";

    private TableHeader() {}

    /** Whether a line can be one: words with commas between them. */
    static boolean isOne(final byte[] bytes, final int start, final int end) {
        if (start == end || !isLetter(bytes[start])) {
            return false;
        }
        boolean hasComma = false;
        for (int at = start; at < end; at++) {
            final byte character = bytes[at];
            hasComma |= character == ',';
            if (!isLetter(character) && (character < '0' || character > '9') && ",_.[]".indexOf(character) < 0) {
                return false;
            }
        }
        return hasComma;
    }

    private static boolean isLetter(final byte character) {
        final int small = character | 0x20;
        return small >= 'a' && small <= 'z';
    }

    /**
     * Makes the table of a header.
     *
     * @throws ConnectorException if a column is missing or named twice; names it
     */
    static TardisTable read(final Path file, final byte[] bytes, final int start, final int end) {
        final List<String> names =
                Arrays.asList(new String(bytes, start, end - start, StandardCharsets.US_ASCII).split(",", -1));
        final TableKind kind = kind(names, file);
        if (kind == null) {
            throw new ConnectorException("capture " + file + ", line 1 names the columns of no table that is read"
                    + Arrays.stream(TableKind.values())
                            .map(TableKind::table)
                            .distinct()
                            .collect(Collectors.joining(", ", " (", ")"))
                    + REMEDY);
        }
        OF_ALL.forEach(name -> require(name, names, kind, file));
        kind.columns().forEach(name -> require(name, names, kind, file));
        if (kind == TableKind.BOOK_SNAPSHOTS) {
            names.stream()
                    .filter(name -> name.endsWith("].price"))
                    .forEach(name -> require(name.replace("].price", "].amount"), names, kind, file));
        }
        return new TardisTable(kind, new TableColumns(names));
    }

    private static void require(final String name, final List<String> names, final TableKind kind, final Path file) {
        final int place = names.indexOf(name);
        if (place < 0) {
            throw new ConnectorException("capture " + file + ", line 1: column '" + name + "' is missing, which "
                    + kind.table() + " must have" + REMEDY);
        }
        if (names.lastIndexOf(name) != place) {
            throw new ConnectorException(
                    "capture " + file + ", line 1: column '" + name + "' is there more than once" + REMEDY);
        }
    }

    /** What is told by what no other table has; null if that is nothing. */
    private static TableKind kind(final List<String> names, final Path file) {
        if (names.stream().anyMatch(name -> name.startsWith("bids[") || name.startsWith("asks["))) {
            return TableKind.BOOK_SNAPSHOTS;
        }
        if (names.contains("is_snapshot")) {
            return TableKind.BOOK_CHANGES;
        }
        if (names.contains("strike_price")) {
            return TableKind.OPTIONS;
        }
        if (names.stream().anyMatch(name -> name.startsWith("bid_") || name.startsWith("ask_"))) {
            return TableKind.QUOTES;
        }
        if (names.contains("funding_rate") || names.contains("mark_price")) {
            return TableKind.TICKERS;
        }
        if (names.contains("id") || names.contains("side") || names.contains("price")) {
            return file.getFileName().toString().contains(TableKind.LIQUIDATIONS.table())
                    ? TableKind.LIQUIDATIONS
                    : TableKind.TRADES;
        }
        return null;
    }
}
