package io.millrace.report.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes elements. Every text and attribute is escaped, every element is closed.
 *
 * <p>Thread: one. Allocates. Deterministic.
 */
public final class Markup {
    /** Elements between which a line break changes nothing. */
    private static final Set<String> INLINE =
            Set.of("span", "strong", "em", "code", "a", "text", "tspan", "title", "time", "b", "sub", "sup");

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values by turns. */
    public Markup open(final String element, final String... attributes) {
        tag(element, attributes).append('>');
        open.push(element);
        return this;
    }

    /** Closes the element that was opened last. */
    public Markup close() {
        final String element = open.pop();
        out.append("</").append(element).append('>');
        return breakAfter(element);
    }

    /** An element that holds only a text. */
    public Markup leaf(final String element, final String text, final String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** An element that holds nothing and needs no end, like {@code meta} or {@code path}. */
    public Markup empty(final String element, final String... attributes) {
        tag(element, attributes).append("/>");
        return breakAfter(element);
    }

    /** Text. */
    public Markup text(final String text) {
        escape(text);
        return this;
    }

    /**
     * An element whose text a browser does not unescape.
     *
     * @throws IllegalArgumentException if the text would need escapes
     */
    public Markup raw(final String element, final String text) {
        if (text.indexOf('<') >= 0 || text.indexOf('&') >= 0) {
            throw new IllegalArgumentException("a " + element + " can't hold '<' or '&'");
        }
        tag(element).append(">\n").append(text).append("</").append(element).append('>');
        return breakAfter(element);
    }

    /**
     * All that was written.
     *
     * @throws IllegalStateException if an element is still open
     */
    public String end() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }

    private StringBuilder tag(final String element, final String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        return out;
    }

    private Markup breakAfter(final String element) {
        if (!INLINE.contains(element)) {
            out.append('\n');
        }
        return this;
    }

    private void escape(final String text) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isAllowed(point) ? point : REPLACEMENT);
            }
        });
    }

    /** Whether XML has a way to write it. */
    private static boolean isAllowed(final int point) {
        return point == '\t'
                || point == '\n'
                || point >= ' ' && point < 0x7F
                || point > 0x9F && point < Character.MIN_SURROGATE
                || point > Character.MAX_SURROGATE && point < 0xFFFE
                || point > 0xFFFF;
    }
}
