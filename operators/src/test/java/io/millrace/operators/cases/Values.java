package io.millrace.operators.cases;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.Codecs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of cases: null, whole numbers, doubles, truth values, texts, lists and maps of these; all immutable. */
final class Values {
    /** How values become bytes: by way of text. */
    static final Codec<Object> CODEC = Codecs.viaText("case-value", Values::write, Values::read);

    private Values() {}

    /** A value as the file's parser gives it, in the types used here. */
    static Object of(final Object parsed) {
        if (parsed instanceof Number number && !(parsed instanceof Double)) {
            return number.longValue();
        }
        if (parsed instanceof List<?> list) {
            return list(list.stream().map(Values::of).toArray());
        }
        if (parsed instanceof Map<?, ?> map) {
            final Map<Object, Object> values = new LinkedHashMap<>();
            map.forEach((key, value) -> values.put(of(key), of(value)));
            return Collections.unmodifiableMap(values);
        }
        return parsed;
    }

    /** A list, which may hold nulls. */
    static List<Object> list(final Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** The list that a value is. */
    static List<Object> listOf(final Object value) {
        return new ArrayList<>((List<?>) value);
    }

    /** An element of the list that a value is. */
    static Object at(final Object list, final int index) {
        return ((List<?>) list).get(index);
    }

    /** The map that a value is. */
    static Map<Object, Object> mapOf(final Object value) {
        return new LinkedHashMap<>((Map<?, ?>) value);
    }

    /** The number that a value is. */
    static double number(final Object value) {
        return ((Number) value).doubleValue();
    }

    /** The whole number that a value is. */
    static long whole(final Object value) {
        return (Long) value;
    }

    static String write(final Object value) {
        final StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    static Object read(final String text) {
        return new Reader(text).value();
    }

    private static void write(final Object value, final StringBuilder out) {
        if (value instanceof List<?> list) {
            out.append('[').append(list.size()).append(';');
            list.forEach(element -> write(element, out));
        } else if (value instanceof Map<?, ?> map) {
            out.append('{').append(map.size()).append(';');
            map.forEach((key, element) -> {
                write(key, out);
                write(element, out);
            });
        } else if (value instanceof String text) {
            out.append('"').append(text.length()).append(';').append(text);
        } else {
            out.append(mark(value)).append(value).append(';');
        }
    }

    private static char mark(final Object value) {
        if (value == null) {
            return 'n';
        }
        if (value instanceof Long) {
            return 'i';
        }
        if (value instanceof Double) {
            return 'd';
        }
        if (value instanceof Boolean) {
            return 'b';
        }
        throw new IllegalArgumentException("not a value of cases: " + value + ", a " + value.getClass());
    }

    /** Reads what {@link #write} wrote. */
    private static final class Reader {
        private final String text;
        private int next;

        Reader(final String text) {
            this.text = text;
        }

        Object value() {
            final char mark = text.charAt(next++);
            final int end = text.indexOf(';', next);
            final String body = text.substring(next, end);
            next = end + 1;
            return switch (mark) {
                case 'n' -> null;
                case 'i' -> Long.valueOf(body);
                case 'd' -> Double.valueOf(body);
                case 'b' -> Boolean.valueOf(body);
                case '"' -> text(Integer.parseInt(body));
                case '[' -> elements(Integer.parseInt(body));
                case '{' -> entries(Integer.parseInt(body));
                default -> throw new IllegalArgumentException("not a value: " + text);
            };
        }

        private String text(final int length) {
            next += length;
            return text.substring(next - length, next);
        }

        private List<Object> elements(final int count) {
            final List<Object> list = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                list.add(value());
            }
            return Collections.unmodifiableList(list);
        }

        private Map<Object, Object> entries(final int count) {
            final Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                final Object key = value();
                map.put(key, value());
            }
            return Collections.unmodifiableMap(map);
        }
    }
}
