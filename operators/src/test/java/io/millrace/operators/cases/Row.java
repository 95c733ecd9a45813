package io.millrace.operators.cases;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One case, or one row of a case's table.
 *
 * @param name   id of the case, and which row
 * @param fields of the case, and of the row, which win
 */
record Row(String name, Map<Object, Object> fields) {

    /** What the case is about. */
    String op() {
        return text("op");
    }

    boolean has(final String field) {
        return fields.containsKey(field);
    }

    /** A field that must be there. */
    Object get(final String field) {
        if (!has(field)) {
            throw new AssertionError("op '" + op() + "' has no field '" + field + "': unknown shape");
        }
        return fields.get(field);
    }

    String text(final String field) {
        return (String) get(field);
    }

    List<Object> list(final String field) {
        return Values.listOf(get(field));
    }

    Map<Object, Object> map(final String field) {
        return Values.mapOf(get(field));
    }

    /** Configuration of the operator; nothing of it may be left unread. */
    Map<Object, Object> cfg() {
        return has("cfg") ? map("cfg") : Map.of();
    }

    /** A configuration value that must be there. */
    Object cfg(final String name) {
        final Object value = cfg().get(name);
        if (value == null) {
            throw new AssertionError("no configuration '" + name + "': unknown shape");
        }
        return value;
    }

    /** Fails if the configuration has anything that the runner does not know. */
    void knowsCfg(final String... known) {
        final Set<Object> unknown = new LinkedHashSet<>(cfg().keySet());
        unknown.removeAll(Set.of(known));
        if (!unknown.isEmpty()) {
            throw new AssertionError("unknown configuration " + unknown);
        }
    }

    /** The error that the case expects, if any. */
    boolean fails() {
        return fields.get("error") != null;
    }

    /** The items that go in: a list, or the short form "KEY: values" or "first..last". */
    List<Object> in() {
        return get("in") instanceof String text ? Words.items(text) : list("in");
    }

    /** The same row with other fields. */
    Row with(final Map<Object, Object> others) {
        final Map<Object, Object> all = new LinkedHashMap<>(fields);
        all.putAll(others);
        return new Row(name, all);
    }
}
