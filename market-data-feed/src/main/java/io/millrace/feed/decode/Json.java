package io.millrace.feed.decode;

/**
 * Steps over the parts of JSON text that nobody asked for. All methods take an index and give the one behind what they
 * stepped over, or {@link #BROKEN}.
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 *
 * <p>What is skipped is checked only as far as it takes to find its end: strings and brackets must close. Text is UTF-8;
 * escapes are stepped over, not resolved. Format: RFC 8259.
 */
public final class Json {
    /** Instead of an index: this can't be JSON. */
    public static final int BROKEN = -1;

    private static final int TRUE = (int) Words.of("true");
    private static final int FALS = (int) Words.of("fals");
    private static final long QUOTES = Words.fill('"');
    private static final long BACKSLASHES = Words.fill('\\');

    private Json() {}

    /** Index of the next character that is no white space, or {@code end}. */
    public static int space(final byte[] bytes, final int at, final int end) {
        int next = at;
        while (next < end && isSpace(bytes[next])) {
            next++;
        }
        return next;
    }

    private static boolean isSpace(final byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    /**
     * Finds the end of a text that has no escape.
     *
     * @param at behind the opening quote
     * @return index of the closing quote, or {@link #BROKEN} if there is none, or if there is an escape before it
     */
    public static int plainText(final byte[] bytes, final int at, final int end) {
        final int next = quoteOrBackslash(bytes, at, end);
        return next < end && bytes[next] == '"' ? next : BROKEN;
    }

    /**
     * Steps over a string.
     *
     * @param at behind the opening quote
     * @return index behind the closing quote
     */
    public static int string(final byte[] bytes, final int at, final int end) {
        int next = at;
        while (true) {
            next = quoteOrBackslash(bytes, next, end);
            if (next >= end) {
                return BROKEN;
            }
            if (bytes[next] == '"') {
                return next + 1;
            }
            next += 2;
        }
    }

    private static int quoteOrBackslash(final byte[] bytes, final int at, final int end) {
        int next = at;
        while (next < end) {
            final long word = Words.at(bytes, next);
            final long marks = Words.equal(word, QUOTES) | Words.equal(word, BACKSLASHES);
            if (marks != 0) {
                return next + Words.lowest(marks);
            }
            next += Long.BYTES;
        }
        return end;
    }

    /** Steps over true or false, or gives {@link #BROKEN} if it is neither; four bytes are there to be read. */
    public static int truth(final byte[] bytes, final int at) {
        final int letters = Words.halfAt(bytes, at);
        if (letters == TRUE) {
            return at + Integer.BYTES;
        }
        return letters == FALS && bytes[at + Integer.BYTES] == 'e' ? at + Integer.BYTES + 1 : BROKEN;
    }

    /** Steps over a value of any kind. */
    public static int value(final byte[] bytes, final int at, final int end) {
        if (at >= end) {
            return BROKEN;
        }
        return switch (bytes[at]) {
            case '"' -> string(bytes, at + 1, end);
            case '{', '[' -> nested(bytes, at, end);
            default -> scalar(bytes, at, end);
        };
    }

    private static int scalar(final byte[] bytes, final int at, final int end) {
        int next = at;
        while (next < end && isScalar(bytes[next])) {
            next++;
        }
        return next == at ? BROKEN : next;
    }

    /** A number or one of true, false, null. */
    private static boolean isScalar(final byte character) {
        return character >= 'a' && character <= 'z'
                || character >= '0' && character <= '9'
                || character == '-'
                || character == '+'
                || character == '.'
                || character == 'E';
    }

    /** The kinds of the open brackets are the bits of a word, so 63 may be open at once. */
    private static int nested(final byte[] bytes, final int at, final int end) {
        long open = 1;
        int next = at;
        while (next < end) {
            final byte character = bytes[next++];
            switch (character) {
                case '"' -> {
                    next = string(bytes, next, end);
                    if (next == BROKEN) {
                        return BROKEN;
                    }
                }
                case '{', '[' -> {
                    if (open < 0) {
                        return BROKEN;
                    }
                    open = open << 1 | (character == '{' ? 1 : 0);
                }
                case '}', ']' -> {
                    if ((open & 1) != (character == '}' ? 1 : 0)) {
                        return BROKEN;
                    }
                    open >>>= 1;
                    if (open == 1) {
                        return next;
                    }
                }
                default -> {
                    // Inside a value.
                }
            }
        }
        return BROKEN;
    }
}
