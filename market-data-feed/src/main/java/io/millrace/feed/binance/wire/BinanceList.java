package io.millrace.feed.binance.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.InstrumentFacts;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.Scales;
import io.millrace.feed.decode.SymbolTable;
import io.millrace.feed.decode.Words;
import io.millrace.operators.market.sbe.InstrumentStatus;
import java.nio.charset.StandardCharsets;

/**
 * Reads the venue's list of instruments, and tells what it says of those that the feed has.
 *
 * <pre>
 *   "symbols":[{"symbol":"BTCUSDT","status":"TRADING","baseAsset":"BTC","quoteAsset":"USDT",
 *               "filters":[{"filterType":"PRICE_FILTER","tickSize":"0.01000000",...},
 *                          {"filterType":"LOT_SIZE","stepSize":"0.00001000",...},...],...},...]
 * </pre>
 *
 * Futures add {@code contractType}; COIN-M has {@code contractStatus} for status.
 *
 * <p>Thread: one. Allocation: texts, for each instrument of the feed. Deterministic: yes.
 */
final class BinanceList {
    private static final long SYMBOL = Words.of("symbol");
    private static final long STATUS = Words.of("status");
    private static final long CONTRACT = Words.of("contract");
    private static final int CONTRACT_STATUS_LENGTH = "contractStatus".length();
    private static final int CONTRACT_TYPE_LENGTH = "contractType".length();
    private static final long BASE_ASSET = Words.of("baseAsse");
    private static final int BASE_ASSET_LENGTH = "baseAsset".length();
    private static final long QUOTE_ASSET = Words.of("quoteAss");
    private static final int QUOTE_ASSET_LENGTH = "quoteAsset".length();
    private static final long FILTERS = Words.of("filters");
    private static final long FILTER_TYPE = Words.of("filterTy");
    private static final int FILTER_TYPE_LENGTH = "filterType".length();
    private static final long PRICE_FILTER = Words.of("PRICE_FI");
    private static final int PRICE_FILTER_LENGTH = "PRICE_FILTER".length();
    private static final long LOT_SIZE = Words.of("LOT_SIZE");
    private static final long TICK_SIZE = Words.of("tickSize");
    private static final long STEP_SIZE = Words.of("stepSize");
    private static final long PERPETUAL = Words.of("PERPETUA");
    private static final int PERPETUAL_LENGTH = "PERPETUAL".length();
    private static final long TRADING = Words.of("TRADING");
    private static final long HALT = Words.of("HALT");
    private static final long BREAK = Words.of("BREAK");
    private static final long AUCTION_MATCH = Words.of("AUCTION_");
    private static final long PRE_TRADING = Words.of("PRE_TRAD");
    private static final long POST_TRADING = Words.of("POST_TRA");
    private static final long END_OF_DAY = Words.of("END_OF_D");

    private final JsonCursor cursor = new JsonCursor();
    private final Decimal step = new Decimal();
    private final KnownInstruments instruments;
    private byte[] bytes = new byte[FrameDecoder.SLACK];
    private int place;
    private int baseAt;
    private int baseLength;
    private int quoteAt;
    private int quoteLength;
    private boolean isDated;
    private boolean isPerpetual;
    private InstrumentStatus status = InstrumentStatus.UNKNOWN;
    private long tick;
    private int priceScale;
    private long lot;
    private int sizeScale;

    BinanceList(final KnownInstruments instruments) {
        this.instruments = instruments;
    }

    /** Reads a list; gives what is wrong with it, or NONE. */
    FrameFault read(final byte[] frame, final int at, final int end) {
        bytes = frame;
        cursor.begin(frame, at, end - at);
        if (cursor.enterArray()) {
            while (cursor.nextElement()) {
                readInstrument();
            }
        }
        return cursor.isBroken() ? FrameFault.NOT_JSON : cursor.fault();
    }

    private void readInstrument() {
        place = KnownInstruments.ABSENT;
        baseLength = 0;
        quoteLength = 0;
        isDated = false;
        isPerpetual = false;
        status = InstrumentStatus.UNKNOWN;
        tick = 0;
        lot = 0;
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            readMember();
        }
        if (place != KnownInstruments.ABSENT && tick > 0 && lot > 0 && !cursor.isBroken()) {
            instruments.describe(place, new InstrumentFacts(name(), priceScale, sizeScale, tick, lot, status));
        }
    }

    private void readMember() {
        if (cursor.isKey(SYMBOL, 6)) {
            if (cursor.text() && cursor.textLength() > 0 && cursor.textLength() <= SymbolTable.LONGEST) {
                place = instruments.find(bytes, cursor.textAt(), cursor.textLength());
            }
        } else if (cursor.isKey(STATUS, 6) || cursor.isKey(CONTRACT, CONTRACT_STATUS_LENGTH)) {
            cursor.text();
            status = status(cursor.textWord());
        } else if (cursor.isKey(CONTRACT, CONTRACT_TYPE_LENGTH)) {
            cursor.text();
            isPerpetual = cursor.isText(PERPETUAL, PERPETUAL_LENGTH);
            isDated = !isPerpetual;
        } else if (cursor.isKey(BASE_ASSET, BASE_ASSET_LENGTH)) {
            cursor.text();
            baseAt = cursor.textAt();
            baseLength = cursor.textLength();
        } else if (cursor.isKey(QUOTE_ASSET, QUOTE_ASSET_LENGTH)) {
            cursor.text();
            quoteAt = cursor.textAt();
            quoteLength = cursor.textLength();
        } else if (cursor.isKey(FILTERS, 7) && cursor.isAt('[')) {
            readFilters();
        } else {
            cursor.skip();
        }
    }

    private void readFilters() {
        cursor.enterArray();
        while (cursor.nextElement()) {
            readFilter();
        }
    }

    private void readFilter() {
        long type = 0;
        int typeLength = 0;
        long mantissa = 0;
        int scale = 0;
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            if (cursor.isKey(FILTER_TYPE, FILTER_TYPE_LENGTH)) {
                cursor.text();
                type = cursor.textWord();
                typeLength = cursor.textLength();
            } else if (cursor.isKey(TICK_SIZE, 8) || cursor.isKey(STEP_SIZE, 8)) {
                if (cursor.number(step)) {
                    scale = Scales.needed(step.mantissa(), step.scale(), 0);
                    mantissa = Scales.shift(step.mantissa(), step.scale(), scale);
                }
            } else {
                cursor.skip();
            }
        }
        if (type == PRICE_FILTER && typeLength == PRICE_FILTER_LENGTH) {
            tick = mantissa;
            priceScale = scale;
        } else if (type == LOT_SIZE && typeLength == Long.BYTES) {
            lot = mantissa;
            sizeScale = scale;
        }
    }

    private static InstrumentStatus status(final long word) {
        if (word == TRADING) {
            return InstrumentStatus.TRADING;
        }
        return word == HALT
                        || word == BREAK
                        || word == AUCTION_MATCH
                        || word == PRE_TRADING
                        || word == POST_TRADING
                        || word == END_OF_DAY
                ? InstrumentStatus.HALTED
                : InstrumentStatus.CLOSED;
    }

    /** In the notation of all venues, or null: dated futures keep the venue's own name. */
    private String name() {
        if (isDated || baseLength == 0 || quoteLength == 0) {
            return null;
        }
        return text(baseAt, baseLength) + "-" + text(quoteAt, quoteLength) + (isPerpetual ? "-PERP" : "");
    }

    private String text(final int at, final int length) {
        return new String(bytes, at, length, StandardCharsets.UTF_8);
    }
}
