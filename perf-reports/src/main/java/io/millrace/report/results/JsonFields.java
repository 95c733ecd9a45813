package io.millrace.report.results;

import io.millrace.report.machine.Machine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The fields of one JSON object, and where it stands, so that what is missing or wrong is named together with its file.
 * Every accessor throws a {@link ReportException} if the field is missing, null, empty or of another type.
 */
final class JsonFields {
    private final String where;
    private final Map<?, ?> fields;

    private JsonFields(final String where, final Map<?, ?> fields) {
        this.where = where;
        this.fields = fields;
    }

    /** The object that a file holds. */
    static JsonFields ofObject(final Path file) {
        return object(file.toString(), JsonTree.read(file));
    }

    /** The objects of the list that a file holds. */
    static List<JsonFields> ofList(final Path file) {
        if (!(JsonTree.read(file) instanceof List<?> items)) {
            throw new ReportException(file + ": must hold a list. Delete it, or measure again");
        }
        final List<JsonFields> entries = new ArrayList<>();
        for (final Object item : items) {
            entries.add(object(file + ", entry " + (entries.size() + 1), item));
        }
        return entries;
    }

    private static JsonFields object(final String where, final Object value) {
        if (value instanceof Map<?, ?> fields) {
            return new JsonFields(where, fields);
        }
        throw new ReportException(where + ": must be an object. Delete it, or measure again");
    }

    /** What the supplier makes of these fields; what it finds wrong is told with the file. */
    <T> T make(final Supplier<T> maker) {
        try {
            return maker.get();
        } catch (final IllegalArgumentException e) {
            throw new ReportException(where + ": " + e.getMessage(), e);
        }
    }

    /** Whether the field is there at all. */
    boolean has(final String name) {
        return fields.get(name) != null;
    }

    String text(final String name) {
        final String text = textOrEmpty(name);
        if (text.isEmpty()) {
            throw missing(name);
        }
        return text;
    }

    /** A text that may be empty, as a benchmark's parameter may. */
    String textOrEmpty(final String name) {
        return required(name, String.class, "a text").strip();
    }

    boolean flag(final String name) {
        return required(name, Boolean.class, "true or false");
    }

    long whole(final String name) {
        return required(name, Long.class, "a whole number");
    }

    int count(final String name) {
        final long value = whole(name);
        if (value != (int) value) {
            throw wrong(name, "a smaller number", value);
        }
        return (int) value;
    }

    double decimal(final String name) {
        return required(name, Number.class, "a number").doubleValue();
    }

    /** A number, or what JMH writes for those that JSON has no form for. */
    double decimalOrNaN(final String name) {
        return toDouble(name, required(name, Object.class, "a number"));
    }

    OptionalLong wholeOrUnknown(final String name) {
        return isUnknown(name) ? OptionalLong.empty() : OptionalLong.of(whole(name));
    }

    OptionalDouble decimalOrUnknown(final String name) {
        return isUnknown(name) ? OptionalDouble.empty() : OptionalDouble.of(decimal(name));
    }

    /** A field that older files have not. */
    OptionalLong wholeIfThere(final String name) {
        return has(name) ? wholeOrUnknown(name) : OptionalLong.empty();
    }

    /** A field that older files have not. */
    OptionalDouble decimalIfThere(final String name) {
        return has(name) ? decimalOrUnknown(name) : OptionalDouble.empty();
    }

    /** The objects of a list. */
    List<JsonFields> list(final String name) {
        final List<JsonFields> entries = new ArrayList<>();
        for (final Object item : required(name, List.class, "a list")) {
            entries.add(object(where + ", \"" + name + "\", entry " + (entries.size() + 1), item));
        }
        return entries;
    }

    JsonFields fields(final String name) {
        return new JsonFields(where + ", \"" + name + "\"", required(name, Map.class, "an object"));
    }

    /** Names of the fields that hold something. */
    List<String> names() {
        return fields.keySet().stream().map(String::valueOf).filter(this::has).toList();
    }

    List<String> texts(final String name) {
        final List<String> texts = new ArrayList<>();
        for (final Object item : required(name, List.class, "a list")) {
            if (!(item instanceof String text)) {
                throw wrong(name, "a list of texts", item);
            }
            texts.add(text.strip());
        }
        return texts;
    }

    /** All numbers of a list, or of a list of lists, one after the other. */
    List<Double> decimals(final String name) {
        final List<Double> numbers = new ArrayList<>();
        for (final Object item : required(name, List.class, "a list")) {
            for (final Object inner : item instanceof List<?> list ? list : List.of(item)) {
                numbers.add(toDouble(name, inner));
            }
        }
        return numbers;
    }

    /** The field's own fields as numbers by their names. */
    Map<String, Double> decimalsByName(final String name) {
        final JsonFields inner = fields(name);
        final Map<String, Double> numbers = new LinkedHashMap<>();
        inner.names().forEach(key -> numbers.put(key, inner.decimalOrNaN(key)));
        return numbers;
    }

    private double toDouble(final String name, final Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value.equals("NaN") || value.equals("+INF") || value.equals("-INF")) {
            return Double.NaN;
        }
        throw wrong(name, "a number", value);
    }

    private boolean isUnknown(final String name) {
        return Machine.UNKNOWN.equals(fields.get(name));
    }

    private <T> T required(final String name, final Class<T> type, final String kind) {
        final Object value = fields.get(name);
        if (value == null) {
            throw missing(name);
        }
        if (!type.isInstance(value)) {
            throw wrong(name, kind, value);
        }
        return type.cast(value);
    }

    private ReportException missing(final String name) {
        return new ReportException(where + ": \"" + name
                + "\" is missing: a figure without its context is not a result. Measure again, or delete the file");
    }

    private ReportException wrong(final String name, final String kind, final Object value) {
        return new ReportException(where + ": \"" + name + "\" must be " + kind + ", but is " + value
                + ". Measure again, or delete the file");
    }
}
