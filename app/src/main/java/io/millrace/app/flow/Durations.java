package io.millrace.app.flow;

import io.millrace.engine.spi.ConnectorException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 1m}. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,15})(ns|us|ms|s|m|h|d)");
    private static final Map<String, ChronoUnit> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("d", ChronoUnit.DAYS);
        UNITS.put("h", ChronoUnit.HOURS);
        UNITS.put("m", ChronoUnit.MINUTES);
        UNITS.put("s", ChronoUnit.SECONDS);
        UNITS.put("ms", ChronoUnit.MILLIS);
        UNITS.put("us", ChronoUnit.MICROS);
        UNITS.put("ns", ChronoUnit.NANOS);
    }

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @throws ConnectorException if it is none; says what there is
     */
    public static Duration parse(final String text) {
        final Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new ConnectorException(
                    "'" + text + "' is not a duration: write a number and ns, us, ms, s, m, h or d, such as 500ms");
        }
        try {
            final Duration duration = Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)));
            return Duration.ofNanos(duration.toNanos());
        } catch (final ArithmeticException e) {
            throw new ConnectorException("'" + text + "' is too long: at most 292 years", e);
        }
    }

    /** Writes a duration in the largest unit that it is a multiple of. */
    public static String text(final Duration duration) {
        final long nanos = duration.toNanos();
        for (final Map.Entry<String, ChronoUnit> unit : UNITS.entrySet()) {
            final long length = unit.getValue().getDuration().toNanos();
            if (nanos % length == 0 && nanos >= length) {
                return nanos / length + unit.getKey();
            }
        }
        return nanos + "ns";
    }
}
