package io.millrace.bench.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.millrace.feed.decode.FrameInstrument;
import java.io.IOException;
import java.util.Arrays;

/** One side of a book message, read with Jackson. */
final class JacksonLevels {
    private static final int USUAL = 1_024;

    private long[] mantissas = new long[2 * USUAL];
    private byte[] scales = new byte[2 * USUAL];
    private int count;

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    void read(final JsonParser parser, final JacksonDecimal decimal) throws IOException {
        count = 0;
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            final int place = 2 * count++;
            if (place == mantissas.length) {
                mantissas = Arrays.copyOf(mantissas, 2 * place);
                scales = Arrays.copyOf(scales, 2 * place);
            }
            parser.nextToken();
            decimal.read(parser);
            mantissas[place] = decimal.mantissa();
            scales[place] = (byte) decimal.scale();
            parser.nextToken();
            decimal.read(parser);
            mantissas[place + 1] = decimal.mantissa();
            scales[place + 1] = (byte) decimal.scale();
            parser.nextToken();
        }
    }

    void takeIn(final FrameInstrument instrument) {
        for (int level = 0; level < count; level++) {
            instrument.price(mantissas[2 * level], scales[2 * level]);
            instrument.size(mantissas[2 * level + 1], scales[2 * level + 1]);
        }
    }

    long price(final int level, final FrameInstrument instrument) {
        return instrument.scaledPrice(mantissas[2 * level], scales[2 * level]);
    }

    int priceScale(final int level) {
        return scales[2 * level];
    }

    int sizeScale(final int level) {
        return scales[2 * level + 1];
    }

    long size(final int level, final FrameInstrument instrument) {
        return instrument.scaledSize(mantissas[2 * level + 1], scales[2 * level + 1]);
    }

    /** Price of a level, as it was sent. */
    long price(final int level) {
        return mantissas[2 * level];
    }

    /** Size of a level, as it was sent. */
    long size(final int level) {
        return mantissas[2 * level + 1];
    }
}
