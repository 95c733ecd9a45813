package io.millrace.bench.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.millrace.operators.market.PowersOfTen;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The baseline: the same book, from the same frames, as a careful engineer writes it with Jackson's streaming parser and
 * sorted maps, level by level without records in between.
 *
 * <p>Thread: one. Allocation: parsers, maps' entries. Deterministic: yes.
 */
final class JacksonBooks {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int AMOUNTS = 4;

    private final JsonFactory factory = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
    private final JacksonDecimal decimal = new JacksonDecimal();
    private final JacksonLevels bids = new JacksonLevels();
    private final JacksonLevels asks = new JacksonLevels();
    private final TreeMapBook book = new TreeMapBook();
    private final PublishedQuotes quotes = new PublishedQuotes();
    private final long[] best = new long[4];
    private int priceScale;
    private int sizeScale;
    private final OtherEvents others = new OtherEvents();
    private final long[] amounts = new long[AMOUNTS];
    private final int[] scales = new int[AMOUNTS];
    private String event;
    private long id;
    private boolean isLive;
    private long bookTime;
    private long bookReceived;
    private long time;
    private long firstId;
    private long lastId;
    private long previousId;

    OtherEvents others() {
        return others;
    }

    PublishedQuotes quotes() {
        return quotes;
    }

    /** The frames begin again. */
    void begin() {
        quotes.clear();
        others.clear();
        book.clear();
        priceScale = 0;
        sizeScale = 0;
        isLive = false;
    }

    /** Takes a frame, through all. */
    void frame(final byte[] bytes, final int offset, final int length, final long receiveTime) {
        event = "snapshot";
        previousId = -1;
        bids.clear();
        asks.clear();
        try (JsonParser parser = factory.createParser(bytes, offset, length)) {
            parser.nextToken();
            readObject(parser);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        switch (event) {
            case "trade" -> {
                refine(scales[0], scales[1]);
                others.trade(id, price(0), size(1), time * NANOS_PER_MILLI);
            }
            case "bookTicker" -> {
                refine(Math.max(scales[0], scales[2]), Math.max(scales[1], scales[3]));
                others.quote(lastId, price(0), size(1), price(2), size(3), time * NANOS_PER_MILLI);
            }
            default -> book("depthUpdate".equals(event), receiveTime);
        }
    }

    private long price(final int amount) {
        return amounts[amount] * PowersOfTen.get(priceScale - scales[amount]);
    }

    private long size(final int amount) {
        return amounts[amount] * PowersOfTen.get(sizeScale - scales[amount]);
    }

    private void book(final boolean isUpdate, final long receiveTime) {
        if (isUpdate) {
            isLive = true;
        } else {
            book.snapshot(lastId);
        }
        if (!isUpdate || book.update(firstId, lastId, previousId)) {
            apply(true, bids);
            apply(false, asks);
            bookTime = time * NANOS_PER_MILLI;
            bookReceived = receiveTime;
        }
        if (isLive && book.hasNews(best)) {
            publish();
        }
    }

    private void readObject(final JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            final String name = parser.currentName();
            final JsonToken value = parser.nextToken();
            switch (name) {
                case "data" -> readObject(parser);
                case "e" -> event = parser.getText();
                case "t" -> id = parser.getLongValue();
                case "p" -> amount(0, parser);
                case "q", "B" -> amount(1, parser);
                case "A" -> amount(3, parser);
                case "T" -> time = parser.getLongValue();
                case "U" -> firstId = parser.getLongValue();
                case "u", "lastUpdateId" -> lastId = parser.getLongValue();
                case "pu" -> previousId = parser.getLongValue();
                case "b", "bids" -> side(0, bids, value, parser);
                case "a", "asks" -> side(2, asks, value, parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void side(final int place, final JacksonLevels side, final JsonToken value, final JsonParser parser)
            throws IOException {
        if (value == JsonToken.START_ARRAY) {
            side.read(parser, decimal);
        } else {
            amount(place, parser);
        }
    }

    private void amount(final int place, final JsonParser parser) throws IOException {
        decimal.read(parser);
        amounts[place] = decimal.mantissa();
        scales[place] = decimal.scale();
    }

    private void apply(final boolean isBid, final JacksonLevels levels) {
        for (int i = 0; i < levels.count(); i++) {
            refine(levels.priceScale(i), levels.sizeScale(i));
            book.set(
                    isBid,
                    levels.price(i) * PowersOfTen.get(priceScale - levels.priceScale(i)),
                    levels.size(i) * PowersOfTen.get(sizeScale - levels.sizeScale(i)));
        }
    }

    private void refine(final int otherPriceScale, final int otherSizeScale) {
        if (otherPriceScale > priceScale || otherSizeScale > sizeScale) {
            final int newPriceScale = Math.max(priceScale, otherPriceScale);
            final int newSizeScale = Math.max(sizeScale, otherSizeScale);
            book.multiply(PowersOfTen.get(newPriceScale - priceScale), PowersOfTen.get(newSizeScale - sizeScale));
            priceScale = newPriceScale;
            sizeScale = newSizeScale;
        }
    }

    private void publish() {
        quotes.next()
                .instrumentId(0)
                .priceScale(priceScale)
                .sizeScale(sizeScale)
                .updateId(book.lastUpdateId())
                .bidPrice(best[0])
                .bidSize(best[1])
                .askPrice(best[2])
                .askSize(best[3])
                .exchangeTime(bookTime)
                .receiveTime(bookReceived);
    }
}
