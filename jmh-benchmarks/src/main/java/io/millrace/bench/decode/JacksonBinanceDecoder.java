package io.millrace.bench.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.millrace.feed.decode.EventTarget;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameInstrument;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.operators.market.BookDeltaWriter;
import io.millrace.operators.market.sbe.Aggressor;
import io.millrace.operators.market.sbe.BookDeltaEncoder;
import io.millrace.operators.market.sbe.BookFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The baseline: decodes the same Binance frames to the same events, the way a careful engineer does it with Jackson's
 * streaming parser. One factory for all frames, field names canonical but not interned, numbers from the parser's own
 * characters without a string. Only what is measured: trades, quotes and books, all used.
 *
 * <p>Thread: one. Allocation: a parser for each frame. Deterministic: yes.
 */
public final class JacksonBinanceDecoder {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int MOST_SYMBOL = 32;

    private final JsonFactory factory = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
    private final JacksonDecimal decimal = new JacksonDecimal();
    private final JacksonLevels bids = new JacksonLevels();
    private final JacksonLevels asks = new JacksonLevels();
    private final FrameInstrument instrument;
    private final SbeWriter writer = new SbeWriter();
    private final byte[] symbol = new byte[MOST_SYMBOL + FrameDecoder.SLACK];
    private final int input;
    private int symbolLength;
    private String event;
    private long time;
    private long transactionTime;
    private long tradeId;
    private long firstId;
    private long lastId;
    private long previousId;
    private boolean buyerIsMaker;
    private long price;
    private int priceScale;
    private long size;
    private int sizeScale;
    private final long[] quote = new long[4];
    private final int[] quoteScales = new int[4];

    /** @param input input for all events */
    public JacksonBinanceDecoder(final int input, final KnownInstruments instruments) {
        this.input = input;
        this.instrument = new FrameInstrument(instruments);
    }

    /** Decodes a frame; gives whether it had events. */
    public boolean decode(
            final byte[] bytes, final int offset, final int length, final long receiveTime, final EventTarget target) {
        event = null;
        transactionTime = 0;
        time = 0;
        previousId = -1;
        bids.clear();
        asks.clear();
        try (JsonParser parser = factory.createParser(bytes, offset, length)) {
            parser.nextToken();
            readObject(parser);
        } catch (final IOException e) {
            return false;
        }
        if (event == null) {
            return symbolLength > 0 && quote(receiveTime, target);
        }
        return switch (event) {
            case "trade" -> trade(receiveTime, target);
            case "bookTicker" -> quote(receiveTime, target);
            case "depthUpdate" -> book(receiveTime, target);
            default -> false;
        };
    }

    private void readObject(final JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            final String name = parser.currentName();
            final JsonToken value = parser.nextToken();
            if (name.length() == 1) {
                readField(name.charAt(0), value, parser);
            } else if ("data".equals(name)) {
                readObject(parser);
            } else if ("pu".equals(name)) {
                previousId = parser.getLongValue();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readField(final char name, final JsonToken value, final JsonParser parser) throws IOException {
        switch (name) {
            case 'e' -> event = parser.getText();
            case 'E' -> time = parser.getLongValue();
            case 'T' -> transactionTime = parser.getLongValue();
            case 's' -> readSymbol(parser);
            case 't' -> tradeId = parser.getLongValue();
            case 'U' -> firstId = parser.getLongValue();
            case 'u' -> lastId = parser.getLongValue();
            case 'm' -> buyerIsMaker = value == JsonToken.VALUE_TRUE;
            case 'p' -> {
                decimal.read(parser);
                price = decimal.mantissa();
                priceScale = decimal.scale();
            }
            case 'q' -> {
                decimal.read(parser);
                size = decimal.mantissa();
                sizeScale = decimal.scale();
            }
            case 'b' -> readPriceOrLevels(0, bids, value, parser);
            case 'B' -> readQuote(1, parser);
            case 'a' -> readPriceOrLevels(2, asks, value, parser);
            case 'A' -> readQuote(3, parser);
            default -> parser.skipChildren();
        }
    }

    private void readPriceOrLevels(
            final int place, final JacksonLevels side, final JsonToken value, final JsonParser parser)
            throws IOException {
        if (value == JsonToken.START_ARRAY) {
            side.read(parser, decimal);
        } else {
            readQuote(place, parser);
        }
    }

    private void readQuote(final int place, final JsonParser parser) throws IOException {
        decimal.read(parser);
        quote[place] = decimal.mantissa();
        quoteScales[place] = decimal.scale();
    }

    private void readSymbol(final JsonParser parser) throws IOException {
        final char[] text = parser.getTextCharacters();
        final int offset = parser.getTextOffset();
        symbolLength = Math.min(MOST_SYMBOL, parser.getTextLength());
        for (int i = 0; i < symbolLength; i++) {
            symbol[i] = (byte) text[offset + i];
        }
    }

    private long exchangeTime() {
        return (transactionTime != 0 ? transactionTime : time) * NANOS_PER_MILLI;
    }

    private boolean trade(final long receiveTime, final EventTarget target) {
        instrument.begin(symbol, 0, symbolLength);
        instrument.price(price, priceScale);
        instrument.size(size, sizeScale);
        instrument.define(input, target);
        writer.wrap(target);
        writer.trade()
                .instrumentId(instrument.id())
                .priceScale((short) instrument.priceScale())
                .sizeScale((short) instrument.sizeScale())
                .aggressor(buyerIsMaker ? Aggressor.SELLER : Aggressor.BUYER)
                .reserved((short) 0)
                .tradeId(tradeId)
                .price(instrument.scaledPrice(price, priceScale))
                .size(instrument.scaledSize(size, sizeScale))
                .exchangeTime(exchangeTime())
                .receiveTime(receiveTime)
                .tradeCount(1);
        writer.commit(input);
        return true;
    }

    private boolean quote(final long receiveTime, final EventTarget target) {
        instrument.begin(symbol, 0, symbolLength);
        instrument.price(quote[0], quoteScales[0]);
        instrument.price(quote[2], quoteScales[2]);
        instrument.size(quote[1], quoteScales[1]);
        instrument.size(quote[3], quoteScales[3]);
        instrument.define(input, target);
        writer.wrap(target);
        writer.quote()
                .instrumentId(instrument.id())
                .priceScale((short) instrument.priceScale())
                .sizeScale((short) instrument.sizeScale())
                .reserved(0)
                .updateId(lastId)
                .bidPrice(instrument.scaledPrice(quote[0], quoteScales[0]))
                .bidSize(instrument.scaledSize(quote[1], quoteScales[1]))
                .askPrice(instrument.scaledPrice(quote[2], quoteScales[2]))
                .askSize(instrument.scaledSize(quote[3], quoteScales[3]))
                .exchangeTime(exchangeTime())
                .receiveTime(receiveTime);
        writer.commit(input);
        return true;
    }

    private boolean book(final long receiveTime, final EventTarget target) {
        instrument.begin(symbol, 0, symbolLength);
        bids.takeIn(instrument);
        asks.takeIn(instrument);
        instrument.define(input, target);
        writer.wrap(target);
        final int count = bids.count() + asks.count();
        int written = 0;
        do {
            final int here = Math.min(count - written, BookDeltaWriter.MOST_LEVELS);
            write(written, here, written + here == count, receiveTime);
            written += here;
        } while (written < count);
        return true;
    }

    private void write(final int from, final int count, final boolean last, final long receiveTime) {
        final int bidsHere = Math.max(0, Math.min(bids.count() - from, count));
        final BookDeltaEncoder delta = writer.bookDelta(count)
                .instrumentId(instrument.id())
                .priceScale((short) instrument.priceScale())
                .sizeScale((short) instrument.sizeScale())
                .fault(BookFault.NONE)
                .firstUpdateId(firstId)
                .lastUpdateId(lastId)
                .previousUpdateId(previousId)
                .exchangeTime(exchangeTime())
                .receiveTime(receiveTime)
                .checksum(0)
                .bids(bidsHere)
                .reserved(0);
        delta.flags().clear().endOfEvent(last);
        final BookDeltaEncoder.LevelsEncoder levels = delta.levelsCount(count);
        for (int i = from; i < from + count; i++) {
            final JacksonLevels side = i < bids.count() ? bids : asks;
            final int level = i < bids.count() ? i : i - bids.count();
            levels.next().price(side.price(level, instrument)).size(side.size(level, instrument));
        }
        delta.digitsCount(0);
        writer.commit(input);
    }

    @Override
    public String toString() {
        return "Jackson, last event " + event + " of "
                + new String(Arrays.copyOf(symbol, symbolLength), StandardCharsets.US_ASCII);
    }
}
