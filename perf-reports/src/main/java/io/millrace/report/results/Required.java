package io.millrace.report.results;

import java.util.OptionalLong;

/** Checks of the parts of a result. */
final class Required {
    private Required() {}

    static String text(final String name, final String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(missing(name));
        }
        return value;
    }

    static <T> T value(final String name, final T value) {
        if (value == null) {
            throw new IllegalArgumentException(missing(name));
        }
        return value;
    }

    static void that(final boolean holds, final String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static void notNegative(final String name, final OptionalLong value) {
        value(name, value);
        that(value.orElse(0) >= 0, "\"" + name + "\" is negative: " + value);
    }

    private static String missing(final String name) {
        return "\"" + name + "\" is missing: a figure without its context is not a result";
    }
}
