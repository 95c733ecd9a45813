package io.millrace.feed.binance.wire;

import io.millrace.feed.decode.Json;
import io.millrace.feed.decode.Words;

/**
 * Reads a Binance frame into its fields. A combined stream's wrapper and the message in it are read as one. A message is
 * read by the shape of one before it, or, if it has none of those that are known, member by member, and its shape is learned.
 *
 * <pre>
 *   {"stream":"btcusdt@trade","data":{"e":"trade","E":1723161256322,...,"p":"61800.30","q":"0.006","m":false}}
 *             └── stream ────┘       └── message: ShapeReader ── other shape ──▶ MemberReader ──────────────┘
 * </pre>
 *
 * <p>Thread: one. Allocation: only for more book levels than ever before, and new shapes. Deterministic: yes.
 */
final class BinanceReader {
    private static final long QUOTED_STREAM = Words.of("\"stream\"");
    private static final long QUOTED_DATA = Words.of("\"data\":{");
    private static final short COLON_QUOTE = Words.pair(':', '"');
    private static final short COMMA_QUOTE = Words.pair(',', '"');

    private final BinanceFields fields;
    private final ShapeReader shapes;
    private final MemberReader members;

    /** @param readsLevels whether books are of use; otherwise their levels are stepped over */
    BinanceReader(final BinanceFields fields, final boolean readsLevels) {
        this.fields = fields;
        this.shapes = new ShapeReader(fields);
        this.members = new MemberReader(fields, shapes, readsLevels);
    }

    /** Reads a message; gives whether it is a JSON object. */
    boolean read(final byte[] bytes, final int offset, final int length) {
        final int end = offset + length;
        fields.clear();
        final int opening = Json.space(bytes, offset, end);
        if (opening >= end || bytes[opening] != '{') {
            return false;
        }
        final int first = behindStream(bytes, opening + 1, end);
        int behind;
        if (Words.at(bytes, first) == QUOTED_DATA) {
            behind = readMessage(bytes, first + Long.BYTES, end, true);
            if (behind > 0 && behind < end && bytes[behind] == '}') {
                behind++;
            } else {
                behind = readRest(bytes, behind, end);
            }
        } else {
            behind = readMessage(bytes, first, end, false);
        }
        return behind > 0 && Json.space(bytes, behind, end) == end;
    }

    /** Members of a wrapper behind its message: none that matter. */
    private int readRest(final byte[] bytes, final int at, final int end) {
        if (at < 0) {
            return Json.BROKEN;
        }
        final int next = Json.space(bytes, at, end);
        if (next < end && bytes[next] == ',') {
            fields.goOn();
            return members.readObject(bytes, Json.space(bytes, next + 1, end), end);
        }
        return next < end && bytes[next] == '}' ? next + 1 : Json.BROKEN;
    }

    /** Steps over the name of a combined stream if it comes first, as it does. */
    private int behindStream(final byte[] bytes, final int at, final int end) {
        if (Words.at(bytes, at) == QUOTED_STREAM && Words.pairAt(bytes, at + Long.BYTES) == COLON_QUOTE) {
            final int name = at + Long.BYTES + 2;
            final int closing = Json.plainText(bytes, name, end);
            if (closing > 0 && Words.pairAt(bytes, closing + 1) == COMMA_QUOTE) {
                fields.stream(name, closing - name);
                return closing + 2;
            }
        }
        return at;
    }

    private int readMessage(final byte[] bytes, final int from, final int end, final boolean isWrapped) {
        members.begin(isWrapped);
        final int predicted = shapes.read(bytes, from, end);
        if (predicted != ShapeReader.OTHER) {
            return predicted;
        }
        fields.clearMessage();
        shapes.begin(from);
        final int behind = members.readObject(bytes, from, end);
        shapes.end(bytes, behind);
        return behind;
    }
}
