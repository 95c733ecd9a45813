package io.millrace.connectors.text;

import io.millrace.operators.market.Sum128;

/**
 * Writes JSON objects, one a row.
 *
 * <pre>{@code
 *   json.begin(row).text("symbol", symbol).decimal("price", trade.price(), trade.priceScale()).end();
 * }</pre>
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes; decimals are exact.
 */
public final class JsonRow {
    private static final String HEX = "0123456789abcdef";
    private static final char FIRST_PLAIN = ' ';

    private TextBuffer row;
    private boolean first;

    /** Begins an object. */
    public JsonRow begin(final TextBuffer target) {
        row = target;
        row.append('{');
        first = true;
        return this;
    }

    /** A text, or {@code null}. */
    public JsonRow text(final String name, final CharSequence value) {
        name(name);
        if (value == null) {
            row.append("null");
        } else {
            string(value);
        }
        return this;
    }

    /** A whole number. */
    public JsonRow whole(final String name, final long value) {
        name(name);
        row.append(value);
        return this;
    }

    /** The number {@code mantissa / 10^scale}, with {@code scale} digits behind the point. */
    public JsonRow decimal(final String name, final long mantissa, final int scale) {
        name(name);
        row.appendDecimal(mantissa, scale);
        return this;
    }

    /** The number {@code sum / 10^scale}, with {@code scale} digits behind the point. */
    public JsonRow decimal(final String name, final Sum128 sum, final int scale) {
        name(name);
        row.appendDecimal(sum, scale);
        return this;
    }

    public JsonRow truth(final String name, final boolean value) {
        name(name);
        row.append(value ? "true" : "false");
        return this;
    }

    /** Ends the object. */
    public void end() {
        row.append('}');
    }

    private void name(final String name) {
        if (!first) {
            row.append(',');
        }
        first = false;
        string(name);
        row.append(':');
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259, section 7</a> */
    private void string(final CharSequence value) {
        row.append('"');
        int plain = 0;
        final int length = value.length();
        for (int i = 0; i < length; i++) {
            final char c = value.charAt(i);
            if (c < FIRST_PLAIN || c == '"' || c == '\\') {
                row.append(value, plain, i);
                escape(c);
                plain = i + 1;
            }
        }
        row.append(value, plain, length).append('"');
    }

    private void escape(final char c) {
        row.append('\\');
        switch (c) {
            case '"', '\\' -> row.append(c);
            case '\n' -> row.append('n');
            case '\r' -> row.append('r');
            case '\t' -> row.append('t');
            default -> row.append("u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
        }
    }
}
