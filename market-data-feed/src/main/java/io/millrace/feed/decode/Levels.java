package io.millrace.feed.decode;

import io.millrace.operators.market.BookDeltaWriter;
import java.util.Arrays;

/**
 * One side of a book message, {@code [["61800.20","2.909"],["61800.10","0.696"]]}: its prices and sizes, as they were
 * sent.
 *
 * <p>Thread: one. Allocation: only for more levels than ever before. Deterministic: yes.
 */
public final class Levels {
    /** Few, for a frame that begins many messages with nothing in them must not cost much memory; they grow once. */
    private static final int AT_FIRST = 16;

    private static final short LEVEL_BEGIN = Words.pair('[', '"');
    private static final short QUOTE_COMMA = Words.pair('"', ',');
    private static final short LEVEL_END = Words.pair('"', ']');

    private final Decimal decimal = new Decimal();
    private final NumberForm priceForm = new NumberForm();
    private final NumberForm sizeForm = new NumberForm();
    private final LevelRun run = new LevelRun();
    private long[] mantissas = new long[2 * AT_FIRST];
    private byte[] scales = new byte[2 * AT_FIRST];
    private int count;
    private int lowestPriceScale;
    private int highestPriceScale;
    private int lowestSizeScale;
    private int highestSizeScale;
    private FrameFault fault = FrameFault.NONE;

    /** Forgets all levels. */
    public void clear() {
        count = 0;
        lowestPriceScale = Byte.MAX_VALUE;
        highestPriceScale = 0;
        lowestSizeScale = Byte.MAX_VALUE;
        highestSizeScale = 0;
    }

    public int count() {
        return count;
    }

    /** Whether no price and no size has fewer digits behind its point than this. */
    public boolean haveScalesFrom(final int priceScale, final int sizeScale) {
        return lowestPriceScale >= priceScale && lowestSizeScale >= sizeScale;
    }

    /** Whether no price and no size has more digits behind its point than this. */
    public boolean haveScalesUpTo(final int priceScale, final int sizeScale) {
        return highestPriceScale <= priceScale && highestSizeScale <= sizeScale;
    }

    /** Why {@link #read} gave {@link Json#BROKEN}. */
    public FrameFault fault() {
        return fault;
    }

    public long price(final int level) {
        return mantissas[2 * level];
    }

    public int priceScale(final int level) {
        return scales[2 * level];
    }

    public long size(final int level) {
        return mantissas[2 * level + 1];
    }

    public int sizeScale(final int level) {
        return scales[2 * level + 1];
    }

    /**
     * Reads the levels. Members of a level behind its price and size are skipped: some venues send more.
     *
     * @param at index of the opening bracket
     * @return index behind the closing bracket, or {@link Json#BROKEN}
     */
    public int read(final byte[] bytes, final int at, final int end) {
        clear();
        fault = FrameFault.NOT_JSON;
        int next = Json.space(bytes, at + 1, end);
        if (next < end && bytes[next] == ']') {
            return next + 1;
        }
        while (next < end) {
            next = readLevel(bytes, next, end);
            if (next < 0 || next >= end) {
                return Json.BROKEN;
            }
            byte separator = bytes[next];
            if (separator != ',' && separator != ']') {
                next = Json.space(bytes, next, end);
                separator = next < end ? bytes[next] : 0;
            }
            if (separator == ']') {
                return next + 1;
            }
            if (separator != ',') {
                return Json.BROKEN;
            }
            next++;
        }
        return Json.BROKEN;
    }

    /**
     * Adds a level that was read by other means.
     *
     * @return whether it can be one: sizes are not negative
     */
    public boolean add(final long price, final int priceScale, final long size, final int sizeScale) {
        final int place = room();
        mantissas[place] = price;
        mantissas[place + 1] = size;
        scales[place] = (byte) priceScale;
        scales[place + 1] = (byte) sizeScale;
        added(place);
        return size >= 0;
    }

    /** Writes levels as they are into a delta. */
    void write(final int from, final int number, final BookDeltaWriter writer, final int place) {
        writer.levels(place, mantissas, 2 * from, number);
    }

    /** Place of the next level. */
    private int room() {
        final int place = 2 * count;
        if (place == mantissas.length) {
            mantissas = Arrays.copyOf(mantissas, 2 * place);
            scales = Arrays.copyOf(scales, 2 * place);
        }
        return place;
    }

    private int readLevel(final byte[] bytes, final int at, final int end) {
        final int place = room();
        if (run.isLikely()) {
            final int to = run.read(bytes, at, end, mantissas, place);
            if (to > place) {
                addRun(place, to);
                return run.behind();
            }
        } else if (!run.isPlain() && count > 0 && priceForm.isKnown() && sizeForm.isKnown()) {
            final int next = readLikeLast(bytes, at, place);
            if (next > 0) {
                return next;
            }
        }
        return readUsual(bytes, at, end, place);
    }

    private void addRun(final int from, final int to) {
        final byte priceScale = (byte) run.priceScale();
        final byte sizeScale = (byte) run.sizeScale();
        for (int i = from; i < to; i += 2) {
            scales[i] = priceScale;
            scales[i + 1] = sizeScale;
        }
        count = to >> 1;
        haveScales(priceScale, sizeScale);
    }

    /** A level that is spelled like the last one. */
    private int readLikeLast(final byte[] bytes, final int at, final int place) {
        final int priceAt = at + 2;
        final int sizeAt = priceAt + priceForm.length() + 2;
        final int sizeEnd = sizeAt + sizeForm.length();
        if (Words.pairAt(bytes, at) != LEVEL_BEGIN
                || Words.pairAt(bytes, sizeAt - 3) != QUOTE_COMMA
                || bytes[sizeAt - 1] != '"'
                || Words.pairAt(bytes, sizeEnd - 1) != LEVEL_END) {
            return Json.BROKEN;
        }
        final long price = priceForm.read(bytes, priceAt);
        final long size = sizeForm.read(bytes, sizeAt);
        if (price == NumberForm.OTHER || size == NumberForm.OTHER) {
            return Json.BROKEN;
        }
        mantissas[place] = price;
        mantissas[place + 1] = size;
        scales[place] = (byte) priceForm.scale();
        scales[place + 1] = (byte) sizeForm.scale();
        added(place);
        return sizeEnd + 1;
    }

    private int readUsual(final byte[] bytes, final int at, final int end, final int place) {
        if (bytes[at] == '[' && bytes[at + 1] == '"') {
            final int behindPrice = decimal.readQuoted(bytes, at + 2, end);
            if (behindPrice > 0 && bytes[behindPrice] == ',' && bytes[behindPrice + 1] == '"') {
                mantissas[place] = decimal.mantissa();
                scales[place] = (byte) decimal.scale();
                priceForm.learn(behindPrice - at - 2, decimal.scale());
                final int behindSize = decimal.readQuoted(bytes, behindPrice + 2, end);
                if (behindSize > 0 && bytes[behindSize] == ']' && decimal.mantissa() >= 0) {
                    mantissas[place + 1] = decimal.mantissa();
                    scales[place + 1] = (byte) decimal.scale();
                    sizeForm.learn(behindSize - behindPrice - 2, decimal.scale());
                    run.learn(behindPrice - at - 3, scales[place], behindSize - behindPrice - 3, scales[place + 1]);
                    added(place);
                    return behindSize + 1;
                }
            }
        }
        return readUnusual(bytes, at, end);
    }

    private void added(final int place) {
        haveScales(scales[place], scales[place + 1]);
        count++;
    }

    private void haveScales(final int priceScale, final int sizeScale) {
        lowestPriceScale = Math.min(lowestPriceScale, priceScale);
        highestPriceScale = Math.max(highestPriceScale, priceScale);
        lowestSizeScale = Math.min(lowestSizeScale, sizeScale);
        highestSizeScale = Math.max(highestSizeScale, sizeScale);
    }

    /** A level with white space, bare numbers or more members; or none at all. */
    private int readUnusual(final byte[] bytes, final int at, final int end) {
        int next = Json.space(bytes, at, end);
        if (next >= end || bytes[next] != '[') {
            return Json.BROKEN;
        }
        next = readNumber(bytes, next + 1, end, 2 * count);
        if (next < 0 || next >= end || bytes[next] != ',') {
            return Json.BROKEN;
        }
        next = readNumber(bytes, next + 1, end, 2 * count + 1);
        while (next > 0 && next < end && bytes[next] == ',') {
            next = Json.value(bytes, Json.space(bytes, next + 1, end), end);
            if (next > 0) {
                next = Json.space(bytes, next, end);
            }
        }
        if (next < 0 || next >= end || bytes[next] != ']') {
            return Json.BROKEN;
        }
        if (mantissas[2 * count + 1] < 0) {
            fault = FrameFault.BAD_NUMBER;
            return Json.BROKEN;
        }
        added(2 * count);
        return next + 1;
    }

    private int readNumber(final byte[] bytes, final int at, final int end, final int place) {
        final int start = Json.space(bytes, at, end);
        final boolean quoted = start < end && bytes[start] == '"';
        final int next = quoted ? decimal.readQuoted(bytes, start + 1, end) : decimal.read(bytes, start, end);
        if (next < 0) {
            fault = next == Decimal.TOO_LARGE ? FrameFault.TOO_LARGE : FrameFault.BAD_NUMBER;
            return Json.BROKEN;
        }
        mantissas[place] = decimal.mantissa();
        scales[place] = (byte) decimal.scale();
        return Json.space(bytes, next, end);
    }
}
