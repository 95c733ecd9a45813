package io.millrace.bench.decode;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Takes a decimal from the characters of Jackson's current token; no string, no double. */
final class JacksonDecimal {
    private long mantissa;
    private int scale;

    long mantissa() {
        return mantissa;
    }

    int scale() {
        return scale;
    }

    void read(final JsonParser parser) throws IOException {
        final char[] text = parser.getTextCharacters();
        final int end = parser.getTextOffset() + parser.getTextLength();
        long value = 0;
        int point = end - 1;
        for (int i = parser.getTextOffset(); i < end; i++) {
            final char character = text[i];
            if (character == '.') {
                point = i;
            } else if (character >= '0' && character <= '9') {
                value = value * 10 + character - '0';
            } else {
                throw new IOException("not a number");
            }
        }
        mantissa = value;
        scale = end - 1 - point;
    }
}
