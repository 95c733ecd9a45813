package io.millrace.engine.graph;

/** JSON as it is written: two spaces for each level, a line for each value. */
final class JsonText {
    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean empty = true;

    /** Begins an object or an array without a name: the whole, or an element. */
    JsonText begin(final char bracket) {
        next();
        return open(bracket);
    }

    /** Begins an object or an array that is a member of an object. */
    JsonText begin(final String name, final char bracket) {
        name(name);
        return open(bracket);
    }

    private JsonText open(final char bracket) {
        out.append(bracket);
        depth++;
        empty = true;
        return this;
    }

    JsonText end(final char bracket) {
        depth--;
        if (!empty) {
            newLine();
        }
        out.append(bracket);
        empty = false;
        return this;
    }

    JsonText member(final String name, final String value) {
        name(name);
        quote(value);
        return this;
    }

    JsonText member(final String name, final long value) {
        name(name);
        out.append(value);
        return this;
    }

    JsonText member(final String name, final boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    JsonText element(final long value) {
        next();
        out.append(value);
        return this;
    }

    JsonText element(final String value) {
        next();
        quote(value);
        return this;
    }

    private void name(final String name) {
        next();
        quote(name);
        out.append(": ");
    }

    private void next() {
        if (!empty) {
            out.append(',');
        }
        if (depth > 0) {
            newLine();
        }
        empty = false;
    }

    private void newLine() {
        out.append('\n').append("  ".repeat(depth));
    }

    private void quote(final String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                default -> {
                    if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    @Override
    public String toString() {
        return out.append('\n').toString();
    }
}
