package io.millrace.feed.simulator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client says, read: a JSON text as maps, lists, strings, numbers, booleans and null. For the few messages that clients
 * send; not fast.
 *
 * <p>Thread: one. Allocation: yes. Deterministic: yes.
 */
public final class ClientText {
    private static final int DEEPEST = 64;

    private final String text;
    private int at;
    private int depth;

    private ClientText(final String text) {
        this.text = text;
    }

    /** Reads a JSON object; null if the text is none. */
    public static Map<String, Object> object(final String text) {
        try {
            final ClientText reader = new ClientText(text);
            final Object value = reader.value();
            reader.space();
            return value instanceof Map && reader.at == text.length() ? asMap(value) : null;
        } catch (final IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    @SuppressWarnings("unchecked") // maps are made here only
    private static Map<String, Object> asMap(final Object value) {
        return (Map<String, Object>) value;
    }

    /** A member that is an object; an empty one if there is none. */
    public static Map<String, Object> object(final Map<String, Object> of, final String key) {
        return of.get(key) instanceof Map ? asMap(of.get(key)) : Map.of();
    }

    /** The objects in a member that is a list. */
    public static List<Map<String, Object>> objects(final Map<String, Object> of, final String key) {
        final List<Map<String, Object>> found = new ArrayList<>();
        for (final Object each : list(of, key)) {
            if (each instanceof Map) {
                found.add(asMap(each));
            }
        }
        return found;
    }

    /** The texts in a member that is a list. */
    public static List<String> texts(final Map<String, Object> of, final String key) {
        final List<String> found = new ArrayList<>();
        for (final Object each : list(of, key)) {
            if (each instanceof String word) {
                found.add(word);
            }
        }
        return found;
    }

    /** A member that is a list; an empty one if there is none. */
    public static List<?> list(final Map<String, Object> of, final String key) {
        return of.get(key) instanceof List<?> all ? all : List.of();
    }

    /** A member that is a text; an empty one if there is none. */
    public static String text(final Map<String, Object> of, final String key) {
        return of.get(key) instanceof String word ? word : "";
    }

    /** A member that is a number; another one if there is none. */
    public static long whole(final Map<String, Object> of, final String key, final long otherwise) {
        return of.get(key) instanceof BigDecimal number ? number.longValue() : otherwise;
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Object value() {
        space();
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("too deep");
        }
        final Object value = switch (text.charAt(at)) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
        depth--;
        return value;
    }

    private Object word(final String expected, final Object value) {
        if (!text.startsWith(expected, at)) {
            throw new IllegalArgumentException(text);
        }
        at += expected.length();
        return value;
    }

    private Map<String, Object> members() {
        final Map<String, Object> members = new LinkedHashMap<>();
        at++;
        space();
        if (take('}')) {
            return members;
        }
        do {
            space();
            final String key = string();
            space();
            expect(':');
            members.put(key, value());
            space();
        } while (take(','));
        expect('}');
        return members;
    }

    private List<Object> elements() {
        final List<Object> elements = new ArrayList<>();
        at++;
        space();
        if (take(']')) {
            return elements;
        }
        do {
            elements.add(value());
            space();
        } while (take(','));
        expect(']');
        return elements;
    }

    private boolean take(final char expected) {
        final boolean is = text.charAt(at) == expected;
        if (is) {
            at++;
        }
        return is;
    }

    private void expect(final char expected) {
        if (!take(expected)) {
            throw new IllegalArgumentException(text);
        }
    }

    private String string() {
        expect('"');
        final StringBuilder word = new StringBuilder();
        while (text.charAt(at) != '"') {
            final char next = text.charAt(at++);
            if (next == '\\') {
                word.append(escaped());
            } else {
                word.append(next);
            }
        }
        at++;
        return word.toString();
    }

    private char escaped() {
        final char next = text.charAt(at++);
        return switch (next) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> next;
        };
    }

    private BigDecimal number() {
        final int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return new BigDecimal(text.substring(start, at));
    }
}
