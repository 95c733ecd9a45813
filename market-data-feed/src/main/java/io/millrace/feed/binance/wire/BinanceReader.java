package io.millrace.feed.binance.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.Json;
import io.millrace.feed.decode.Levels;
import io.millrace.feed.decode.Words;

/**
 * Reads a Binance message into its fields, in whatever order they come; skips what it does not know. A combined stream's
 * wrapper and the message in it are read as one.
 *
 * <pre>
 *   {"stream":"btcusdt@trade","data":{"e":"trade","E":1723161256322,...,"p":"61800.30","q":"0.006","m":false}}
 *     skipped                          text e       whole E              amount p                   truth m
 * </pre>
 *
 * A key with an escape in it matches no field. Source: Binance's public documentation of its websocket streams.
 *
 * <p>Thread: one. Allocation: only for more book levels than ever before. Deterministic: yes.
 */
final class BinanceReader {
    private static final long STREAM = Words.of("stream");
    private static final long QUOTED_STREAM = Words.of("\"stream\"");
    private static final long QUOTED_DATA = Words.of("\"data\":{");
    private static final short COLON_QUOTE = Words.pair(':', '"');
    private static final short COMMA_QUOTE = Words.pair(',', '"');
    private static final int TRUE = (int) Words.of("true");
    private static final int FALS = (int) Words.of("fals");
    private static final long DATA = Words.of("data");
    private static final long PU = Words.of("pu");
    private static final long ID = Words.of("id");
    private static final long RESULT = Words.of("result");
    private static final long ERROR = Words.of("error");
    private static final long CODE = Words.of("code");
    private static final long LAST_UPDATE_ID = Words.of("lastUpda");
    private static final int LAST_UPDATE_ID_LENGTH = "lastUpdateId".length();
    private static final long BIDS = Words.of("bids");
    private static final long ASKS = Words.of("asks");
    private static final long SYMBOL = Words.of("symbol");
    private static final long SYMBOLS = Words.of("symbols");

    private final Decimal decimal = new Decimal();
    private final BinanceFields fields;
    private final boolean readsLevels;
    private boolean inData;
    private boolean inOrder;

    /** @param readsLevels whether books are of use; otherwise their levels are stepped over */
    BinanceReader(final BinanceFields fields, final boolean readsLevels) {
        this.fields = fields;
        this.readsLevels = readsLevels;
    }

    /** Reads a message; gives whether it is a JSON object. */
    boolean read(final byte[] bytes, final int offset, final int length) {
        final int end = offset + length;
        fields.clear();
        inData = false;
        inOrder = false;
        final int opening = Json.space(bytes, offset, end);
        if (opening >= end || bytes[opening] != '{') {
            return false;
        }
        final int first = behindStream(bytes, opening + 1, end);
        int behind;
        if (Words.at(bytes, first) == QUOTED_DATA) {
            inData = true;
            behind = readObject(bytes, first + Long.BYTES, end);
            if (behind > 0 && behind < end && bytes[behind] == '}') {
                behind++;
            } else {
                behind = readRest(bytes, behind, end);
            }
        } else {
            behind = readObject(bytes, first, end);
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
            return readObject(bytes, Json.space(bytes, next + 1, end), end);
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

    private int readObject(final byte[] bytes, final int from, final int end) {
        int at = from;
        if (bytes[at] != '"') {
            at = Json.space(bytes, at, end);
            if (at < end && bytes[at] == '}') {
                return at + 1;
            }
        }
        while (at < end) {
            if (bytes[at] != '"') {
                at = Json.space(bytes, at, end);
                if (at >= end || bytes[at] != '"') {
                    return Json.BROKEN;
                }
            }
            at = readMember(bytes, at + 1, end);
            if (at < 0 || at >= end) {
                return Json.BROKEN;
            }
            byte separator = bytes[at];
            if (separator != ',' && separator != '}') {
                at = Json.space(bytes, at, end);
                separator = at < end ? bytes[at] : 0;
            }
            at++;
            if (separator == '}') {
                return at;
            }
            if (separator != ',') {
                return Json.BROKEN;
            }
        }
        return Json.BROKEN;
    }

    private int readMember(final byte[] bytes, final int at, final int end) {
        final byte letter = bytes[at];
        if (bytes[at + 1] == '"' && letter > '@' && letter != '\\') {
            final int value = valueAt(bytes, at + 2, end);
            return value < 0 ? Json.BROKEN : readField(letter, bytes, value, end);
        }
        return readNamed(bytes, at, end);
    }

    /** Index of the value that follows a key. */
    private static int valueAt(final byte[] bytes, final int behindKey, final int end) {
        if (bytes[behindKey] == ':' && bytes[behindKey + 1] > ' ') {
            return behindKey + 1;
        }
        final int colon = Json.space(bytes, behindKey, end);
        if (colon >= end || bytes[colon] != ':') {
            return Json.BROKEN;
        }
        return Json.space(bytes, colon + 1, end);
    }

    private int readField(final int letter, final byte[] bytes, final int at, final int end) {
        final byte first = bytes[at];
        if (first == '"') {
            return BinanceFields.isText(letter)
                    ? readText(letter, bytes, at + 1, end)
                    : readQuoted(letter, bytes, at, end);
        }
        if (first >= '0' && first <= '9' || first == '-') {
            return readNumber(letter, bytes, at, end);
        }
        if (first == '[' && (letter == 'a' || letter == 'b')) {
            return readLevels(letter, bytes, at, end);
        }
        if (first == '{' && letter == 'o' && !inOrder) {
            inOrder = true;
            return readObject(bytes, at + 1, end);
        }
        if (first == 't' || first == 'f') {
            fields.truth(letter, first == 't');
            final int letters = Words.halfAt(bytes, at);
            if (letters == TRUE) {
                return at + Integer.BYTES;
            }
            if (letters == FALS && bytes[at + Integer.BYTES] == 'e') {
                return at + Integer.BYTES + 1;
            }
        }
        return Json.value(bytes, at, end);
    }

    private int readText(final int letter, final byte[] bytes, final int at, final int end) {
        final int closing = Json.plainText(bytes, at, end);
        if (closing == Json.BROKEN) {
            return Json.string(bytes, at, end);
        }
        fields.text(letter, bytes, at, closing - at);
        return closing + 1;
    }

    private int readQuoted(final int letter, final byte[] bytes, final int at, final int end) {
        if (bytes[at + 1] == '"') {
            // What does not apply, such as the funding rate of a dated future.
            return at + 2;
        }
        final int next = decimal.readQuoted(bytes, at + 1, end);
        if (next < 0) {
            return skipMisfit(letter, next, bytes, at, end);
        }
        fields.amount(letter, decimal);
        return next;
    }

    private int readNumber(final int letter, final byte[] bytes, final int at, final int end) {
        int next = decimal.readWhole(bytes, at, end);
        if (next > 0 && (bytes[next] == ',' || bytes[next] == '}')) {
            fields.whole(letter, decimal);
            return next;
        }
        next = decimal.read(bytes, at, end);
        if (next < 0) {
            return skipMisfit(letter, next, bytes, at, end);
        }
        if (decimal.scale() == 0) {
            fields.whole(letter, decimal);
        } else {
            fields.amount(letter, decimal);
        }
        return next;
    }

    private int readLevels(final int letter, final byte[] bytes, final int at, final int end) {
        if (!readsLevels) {
            return Json.value(bytes, at, end);
        }
        final Levels side = fields.side(letter);
        final int next = side.read(bytes, at, end);
        if (next == Json.BROKEN) {
            fields.misfit(letter, side.fault());
            return Json.value(bytes, at, end);
        }
        fields.levels(letter);
        return next;
    }

    private int skipMisfit(final int letter, final int reason, final byte[] bytes, final int at, final int end) {
        fields.misfit(letter, reason == Decimal.TOO_LARGE ? FrameFault.TOO_LARGE : FrameFault.BAD_NUMBER);
        return Json.value(bytes, at, end);
    }

    private int readNamed(final byte[] bytes, final int at, final int end) {
        final int behind = Json.string(bytes, at, end);
        if (behind < 0) {
            return Json.BROKEN;
        }
        final int value = valueAt(bytes, behind, end);
        if (value < 0 || value >= end) {
            return Json.BROKEN;
        }
        final int length = behind - 1 - at;
        final long key = Words.first(Words.at(bytes, at), length);
        if (key == STREAM) {
            return readStream(bytes, value, end);
        }
        if (key == DATA && bytes[value] == '{' && !inData) {
            inData = true;
            return readObject(bytes, value + 1, end);
        }
        if (key == PU) {
            return readField(BinanceFields.PU, bytes, value, end);
        }
        if (key == LAST_UPDATE_ID && length == LAST_UPDATE_ID_LENGTH) {
            fields.named(BinanceFields.LAST_UPDATE_ID);
            return readField(BinanceFields.LAST_ID, bytes, value, end);
        }
        if ((key == BIDS || key == ASKS) && bytes[value] == '[') {
            return readLevels(key == BIDS ? 'b' : 'a', bytes, value, end);
        }
        if (key == SYMBOL && bytes[value] == '"') {
            return readText('s', bytes, value + 1, end);
        }
        note(key, bytes, value, end);
        return Json.value(bytes, value, end);
    }

    private int readStream(final byte[] bytes, final int at, final int end) {
        final int closing = bytes[at] == '"' ? Json.plainText(bytes, at + 1, end) : Json.BROKEN;
        if (closing == Json.BROKEN) {
            return Json.value(bytes, at, end);
        }
        fields.stream(at + 1, closing - at - 1);
        return closing + 1;
    }

    /** Members that tell what a message is, apart from market streams. */
    private void note(final long key, final byte[] bytes, final int value, final int end) {
        if (key == ID) {
            fields.requestId(decimal.readWhole(bytes, value, end) > 0 ? decimal.mantissa() : -1);
        } else if (key == RESULT) {
            fields.named(BinanceFields.RESULT);
        } else if (key == ERROR && bytes[value] == '{') {
            fields.named(BinanceFields.ERROR);
        } else if (key == CODE) {
            fields.named(BinanceFields.CODE);
        } else if (key == SYMBOLS && bytes[value] == '[') {
            fields.list(value);
        }
    }
}
