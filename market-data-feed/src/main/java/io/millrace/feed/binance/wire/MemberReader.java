package io.millrace.feed.binance.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.Json;
import io.millrace.feed.decode.Levels;
import io.millrace.feed.decode.Words;

/**
 * Reads a Binance message member by member into its fields, in whatever order they come; skips what it does not know.
 *
 * <pre>
 *   "e":"trade","E":1723161256322,...,"p":"61800.30","q":"0.006","m":false}
 *    text e      whole E               amount p                   truth m
 * </pre>
 *
 * A key with an escape in it matches no field. Source: Binance's public documentation of its websocket streams.
 *
 * <p>Thread: one. Allocation: only for more book levels than ever before. Deterministic: yes.
 */
final class MemberReader {
    private static final long STREAM = Words.of("stream");
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
    private final ShapeReader shapes;
    private final boolean readsLevels;
    private boolean inData;
    private boolean inOrder;

    /** @param shapes is told which values there are */
    MemberReader(final BinanceFields fields, final ShapeReader shapes, final boolean readsLevels) {
        this.fields = fields;
        this.shapes = shapes;
        this.readsLevels = readsLevels;
    }

    /** Begins a message; what is in the wrapper of a combined stream holds no other one. */
    void begin(final boolean isWrapped) {
        inData = isWrapped;
        inOrder = false;
    }

    /** Reads an object from behind its bracket; gives the index behind it, or {@link Json#BROKEN}. */
    int readObject(final byte[] bytes, final int from, final int end) {
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
            shapes.draft().drop();
            return readObject(bytes, at + 1, end);
        }
        if (first == 't' || first == 'f') {
            fields.truth(letter, first == 't');
            final int behind = Json.truth(bytes, at);
            if (behind > 0) {
                shapes.draft().add(ShapeSlot.Kind.TRUTH, letter, bytes, at, behind);
                return behind;
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
        if (letter == 's') {
            shapes.draft().add(ShapeSlot.Kind.SYMBOL, letter, bytes, at, closing);
        }
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
        shapes.draft().add(ShapeSlot.Kind.QUOTED, letter, bytes, at + 1, next - 1);
        return next;
    }

    private int readNumber(final int letter, final byte[] bytes, final int at, final int end) {
        int next = decimal.readWhole(bytes, at, end);
        if (next > 0 && (bytes[next] == ',' || bytes[next] == '}')) {
            fields.whole(letter, decimal);
            shapes.draft().add(ShapeSlot.Kind.WHOLE, letter, bytes, at, next);
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
        shapes.draft().add(ShapeSlot.Kind.LEVELS, letter, bytes, at, next);
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
            shapes.draft().drop();
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
        shapes.draft().drop();
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
