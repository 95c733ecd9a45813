package io.millrace.app.flow;

import io.millrace.engine.spi.ConnectorException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a flow can be told. It stands in the journal's head, so that a replay does the same if it is told nothing else.
 *
 * @param interval length of a candle
 * @param lateBy   how long a candle waits for trades that come late
 * @param parallel parts that the keys are dealt to, or 0 to leave them together
 */
public record FlowSettings(Duration interval, Duration lateBy, int parallel) {
    private static final String INTERVAL = "interval";
    private static final String LATE_BY = "late-by";

    /** What is usual for candles: a minute, and half a second for trades that come late. */
    public static final FlowSettings USUAL = new FlowSettings(Duration.ofMinutes(1), Duration.ofMillis(500), 0);

    public FlowSettings {
        if (interval.isNegative() || interval.isZero()) {
            throw new ConnectorException("--interval must be longer than nothing");
        }
        if (lateBy.isNegative()) {
            throw new ConnectorException("--late-by must not be negative");
        }
    }

    /** As text, for the journal's head. How keys are dealt changes no result and does not belong there. */
    public Map<String, String> arguments() {
        final Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put(INTERVAL, Durations.text(interval));
        arguments.put(LATE_BY, Durations.text(lateBy));
        return arguments;
    }

    /** These settings with what a journal's head says in place of what is null here. */
    public static FlowSettings of(
            final Duration interval, final Duration lateBy, final int parallel, final Map<String, String> defaults) {
        return new FlowSettings(
                interval != null ? interval : Durations.parse(defaults.get(INTERVAL)),
                lateBy != null ? lateBy : Durations.parse(defaults.get(LATE_BY)),
                parallel);
    }
}
