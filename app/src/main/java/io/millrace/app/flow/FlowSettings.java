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
 * @param emptyCandles whether intervals without trades get a candle, flat at the close before
 * @param depth    levels of a side that are wanted of books, 0 for what is usual
 * @param parallel parts that the keys are dealt to, or 0 to leave them together
 */
public record FlowSettings(Duration interval, Duration lateBy, boolean emptyCandles, int depth, int parallel) {
    private static final String INTERVAL = "interval";
    private static final String LATE_BY = "late-by";
    private static final String EMPTY_CANDLES = "empty-candles";
    private static final String DEPTH = "depth";
    private static final int USUAL_DEPTH = 5;

    /** What is usual for candles: a minute, and half a second for trades that come late. */
    public static final FlowSettings USUAL =
            new FlowSettings(Duration.ofMinutes(1), Duration.ofMillis(500), false, 0, 0);

    public FlowSettings {
        if (interval.isNegative() || interval.isZero()) {
            throw new ConnectorException("--interval must be longer than nothing");
        }
        if (lateBy.isNegative()) {
            throw new ConnectorException("--late-by must not be negative");
        }
        if (depth < 0) {
            throw new ConnectorException("--depth must be at least 1");
        }
    }

    /** As text, for the journal's head. How keys are dealt changes no result and does not belong there. */
    public Map<String, String> arguments() {
        final Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put(INTERVAL, Durations.text(interval));
        arguments.put(LATE_BY, Durations.text(lateBy));
        if (emptyCandles) {
            arguments.put(EMPTY_CANDLES, Boolean.toString(true));
        }
        if (depth != 0) {
            arguments.put(DEPTH, Integer.toString(depth));
        }
        return arguments;
    }

    /** Levels of a side that are shown of books. */
    public int shownDepth() {
        return depth == 0 ? USUAL_DEPTH : depth;
    }

    /** What a journal's head says. */
    public static FlowSettings of(final Map<String, String> arguments) {
        return new FlowSettings(
                Durations.parse(arguments.get(INTERVAL)),
                Durations.parse(arguments.get(LATE_BY)),
                Boolean.parseBoolean(arguments.get(EMPTY_CANDLES)),
                Integer.parseInt(arguments.getOrDefault(DEPTH, "0")),
                0);
    }

    /** The same, with these lengths where they are not null. */
    public FlowSettings with(final Duration otherInterval, final Duration otherLateBy) {
        return new FlowSettings(
                otherInterval != null ? otherInterval : interval,
                otherLateBy != null ? otherLateBy : lateBy,
                emptyCandles,
                depth,
                parallel);
    }

    /** The same, with empty candles or without. */
    public FlowSettings emptyCandles(final boolean wanted) {
        return new FlowSettings(interval, lateBy, wanted, depth, parallel);
    }

    /** The same, with books of another depth. */
    public FlowSettings depth(final int levels) {
        return new FlowSettings(interval, lateBy, emptyCandles, levels, parallel);
    }

    /** The same, in so many parts. */
    public FlowSettings parallel(final int parts) {
        return new FlowSettings(interval, lateBy, emptyCandles, depth, parts);
    }
}
