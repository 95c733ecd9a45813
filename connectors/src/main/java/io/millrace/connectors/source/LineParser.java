package io.millrace.connectors.source;

import java.nio.charset.StandardCharsets;

/** A row is its text. */
final class LineParser implements RowParser<String> {
    @Override
    public boolean quotes() {
        return false;
    }

    @Override
    public boolean hasHeader() {
        return false;
    }

    @Override
    public void header(final byte[] bytes, final int from, final int to) {
        throw new IllegalStateException("lines have no header");
    }

    @Override
    public String parse(final byte[] bytes, final int from, final int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
