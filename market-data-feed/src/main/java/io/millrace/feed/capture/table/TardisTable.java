package io.millrace.feed.capture.table;

import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.SymbolNumbers;
import io.millrace.feed.decode.SymbolTable;
import java.nio.file.Path;

/**
 * Makes frames of the rows of a table of tardis.dev.
 *
 * <pre>
 *   {"type":"trade","symbol":"bitmex:XBTUSD","timestamp":"1583020803145000","id":"ccc3c1fa-…","side":"sell","price":"8531.5","amount":"1"}
 *   {"type":"quote",…,"bids":[["8629.2","806"]],"asks":[["8629.3","5494"]]}
 *   {"type":"book",…,"snapshot":true,"bids":[["50000.0","1.0"]],"asks":[]}
 *   {"type":"ticker",…,"markPrice":"9500.25","indexPrice":"9500.0","fundingRate":"0.0001","fundingTimestamp":"1583020800000000"}
 * </pre>
 *
 * Changes of a book with the same exchange, symbol and receive time, that are all of a snapshot or none is, are one message,
 * which ends where the next one begins; its time is that of its last row. Several messages of a snapshot one after another are
 * one snapshot, so only the first of them is shown as one: it replaces the book, and the others add to it. Fields without
 * anything in them are left out. Symbols have the exchange in front, of which as much is left as there is room for.
 *
 * <p>Thread: one. Allocation: none per row, once texts are as long as they get. Deterministic: yes. Source: tardis.dev's
 * documentation of its CSV files.
 */
public final class TardisTable {
    /** What {@link #take} makes of a row. */
    public enum Found {
        /** A frame. */
        FRAME,
        /** Part of a message that may go on. */
        PART,
        /** The row is not taken, and to be given again: the message before it is a frame now. */
        FRAME_BEFORE,
        /** It is no row of this table: {@link #problem}. */
        BROKEN
    }

    private static final byte[] BID = TableText.piece("bid");
    private static final byte[] ASK = TableText.piece("ask");
    private static final byte[] TIMESTAMP = TableText.piece(",\"timestamp\":\"");
    private static final byte[] FALSE = TableText.piece("false");
    private static final byte[] SNAPSHOT = TableText.piece(",\"snapshot\":");
    private static final byte[] TRUE = TableText.piece("true");
    private static final byte[] BIDS = TableText.piece(",\"bids\":[");
    private static final byte[] ASKS = TableText.piece("],\"asks\":[");
    private static final byte[] LEVEL = TableText.piece("[\"");
    private static final byte[] COMMA = TableText.piece("\",\"");
    private static final byte[] LEVEL_END = TableText.piece("\"]");
    private static final byte[] ID = TableText.piece(",\"id\":\"");
    private static final byte[] SIDE = TableText.piece(",\"side\":\"");
    private static final byte[] PRICE = TableText.piece(",\"price\":\"");
    private static final byte[] AMOUNT = TableText.piece(",\"amount\":\"");
    private static final byte[] MARK = TableText.piece(",\"markPrice\":\"");
    private static final byte[] INDEX = TableText.piece(",\"indexPrice\":\"");
    private static final byte[] FUNDING = TableText.piece(",\"fundingRate\":\"");
    private static final byte[] FUNDING_TIME = TableText.piece(",\"fundingTimestamp\":\"");

    private final TableKind kind;
    private final TableColumns columns;
    private final TableRow row;
    private final byte[] begin;
    private final TableText bids = new TableText();
    private final TableText asks = new TableText();
    private final TableText frame = new TableText();
    private final TableText time = new TableText();
    private final SymbolNumbers snapshots = new SymbolNumbers();
    private TableText head = new TableText();
    private TableText lastHead = new TableText();
    private int symbolLength;
    private boolean isSnapshotRow;
    private boolean isSnapshot;
    private long receiveTime;
    private boolean open;
    private String problem = "";

    TardisTable(final TableKind kind, final TableColumns columns) {
        this.kind = kind;
        this.columns = columns;
        this.row = new TableRow(columns.count);
        this.begin = TableText.piece("{\"type\":\"" + kind.frame() + "\",\"symbol\":\"");
    }

    /** Whether a line can be the header of a table. */
    public static boolean isHeader(final byte[] bytes, final int start, final int end) {
        return TableHeader.isOne(bytes, start, end);
    }

    /**
     * The table that a header begins.
     *
     * @param file where it is
     * @throws io.millrace.engine.spi.ConnectorException if there is no such table; says which column is missing
     */
    public static TardisTable of(final Path file, final byte[] bytes, final int start, final int end) {
        return TableHeader.read(file, bytes, start, end);
    }

    /** Takes a row. */
    public Found take(final byte[] bytes, final int start, final int end) {
        if (!row.split(bytes, start, end)) {
            return broken("has not as many plain fields as line 1 names columns");
        }
        final long received = row.time(columns.localTimestamp);
        if (received == EpochTime.NONE) {
            return broken("has a local_timestamp that is no number of microseconds");
        }
        writeHead();
        if (kind == TableKind.BOOK_CHANGES) {
            return change(received);
        }
        receiveTime = received;
        addTime(frame.clear().add(head));
        switch (kind) {
            case TRADES, LIQUIDATIONS -> trade();
            case BOOK_SNAPSHOTS -> {
                frame.add(SNAPSHOT).add(TRUE);
                sides();
            }
            default -> ticker();
        }
        frame.add('}');
        return Found.FRAME;
    }

    private Found broken(final String what) {
        if (open) {
            return before();
        }
        problem = what;
        return Found.BROKEN;
    }

    private void writeHead() {
        final int room = SymbolTable.LONGEST - 1 - row.length(columns.symbol);
        head.clear().add(begin);
        if (room > 0) {
            row.addTo(head, columns.exchange, room);
            head.add(':');
        }
        row.addTo(head, columns.symbol);
        symbolLength = head.length() - begin.length;
        head.add('"');
    }

    private TableText addTime(final TableText text) {
        row.addTo(text.add(TIMESTAMP), columns.timestamp);
        return text.add('"');
    }

    private Found change(final long received) {
        final boolean isBid = row.is(columns.side, BID);
        if (!isBid && !row.is(columns.side, ASK)) {
            return broken("has a side that is neither bid nor ask");
        }
        final boolean isOfSnapshot = row.is(columns.isSnapshot, TRUE);
        if (!isOfSnapshot && !row.is(columns.isSnapshot, FALSE)) {
            return broken("has an is_snapshot that is neither true nor false");
        }
        if (open && (received != receiveTime || isOfSnapshot != isSnapshotRow || !head.isSameAs(lastHead))) {
            return before();
        }
        if (!open) {
            open(received, isOfSnapshot);
        }
        addTime(time.clear());
        level(isBid ? bids : asks, columns.price, columns.amount);
        return Found.PART;
    }

    private void open(final long received, final boolean isOfSnapshot) {
        open = true;
        receiveTime = received;
        isSnapshotRow = isOfSnapshot;
        final boolean isRepeated = isRepeated(isOfSnapshot);
        isSnapshot = isOfSnapshot && !isRepeated;
        bids.clear();
        asks.clear();
        final TableText swapped = lastHead;
        lastHead = head;
        head = swapped;
    }

    /** Whether the message of the symbol before this one was of a snapshot, too, or was none, too; asked once for each message. */
    private boolean isRepeated(final boolean isOfSnapshot) {
        return symbolLength <= SymbolTable.LONGEST
                && symbolLength > 0
                && snapshots.repeats(head.bytes(), begin.length, symbolLength, isOfSnapshot ? 1 : 0) > 0;
    }

    private Found before() {
        end();
        return Found.FRAME_BEFORE;
    }

    /** There are no more rows; gives whether the last ones are a frame now. */
    public boolean end() {
        if (!open) {
            return false;
        }
        open = false;
        frame.clear()
                .add(lastHead)
                .add(time)
                .add(SNAPSHOT)
                .add(isSnapshot ? TRUE : FALSE)
                .add(BIDS)
                .add(bids)
                .add(ASKS)
                .add(asks)
                .add(']')
                .add('}');
        return true;
    }

    private void level(final TableText side, final int price, final int amount) {
        if (!side.isEmpty()) {
            side.add(',');
        }
        row.addTo(side.add(LEVEL), price);
        row.addTo(side.add(COMMA), amount);
        side.add(LEVEL_END);
    }

    private void trade() {
        member(ID, columns.id);
        member(SIDE, columns.side);
        member(PRICE, columns.price);
        member(AMOUNT, columns.amount);
    }

    private void ticker() {
        if (kind != TableKind.TICKERS) {
            sides();
        }
        member(MARK, columns.markPrice);
        member(INDEX, columns.indexPrice);
        member(FUNDING, columns.fundingRate);
        member(FUNDING_TIME, columns.fundingTimestamp);
    }

    private void member(final byte[] name, final int column) {
        if (!row.isEmpty(column)) {
            row.addTo(frame.add(name), column);
            frame.add('"');
        }
    }

    private void sides() {
        side(bids.clear(), columns.bids);
        side(asks.clear(), columns.asks);
        frame.add(BIDS).add(bids).add(ASKS).add(asks).add(']');
    }

    private void side(final TableText side, final int[] levels) {
        for (int i = 0; i < levels.length; i += 2) {
            if (!row.isEmpty(levels[i])) {
                level(side, levels[i], levels[i + 1]);
            }
        }
    }

    /** What is wrong with the row that was broken, to follow the number of its line. */
    public String problem() {
        return problem;
    }

    /** When the frame was received, epoch nanoseconds. */
    public long receiveTime() {
        return receiveTime;
    }

    /** Holds the frame from its beginning, and at least {@link io.millrace.feed.decode.FrameDecoder#SLACK} bytes behind it. */
    public byte[] bytes() {
        return frame.bytes();
    }

    public int length() {
        return frame.length();
    }
}
