package io.millrace.operators.cases;

import io.millrace.engine.channel.RecordKind;
import io.millrace.operators.testing.ManualTime;
import io.millrace.operators.testing.TestSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes into a flow: items and the passing of time. Each is a step, counted from 0; the end of input is the step behind
 * the last. With several inputs, which give one item each in turn, only the end is told from the rest.
 */
final class Script {
    /** Epoch nanosecond that cases count from: early in 2023, and a whole number of days. */
    static final long ORIGIN = Duration.ofDays(19_358).toNanos();

    private static final long NEVER_BY_ITSELF = -1;

    private final ManualTime time = new ManualTime(ORIGIN);
    private final List<TestSource<Object>> sources = new ArrayList<>();

    private final List<Object> items = new ArrayList<>();

    /** For each step of the only source: the time that is reached by a pause, or {@link #NEVER_BY_ITSELF}. */
    private final List<Long> steps = new ArrayList<>();

    private long reached = ORIGIN;
    private int current = -1;
    private boolean aborts;

    /** A length of time in seconds, which need not be whole. */
    static Duration seconds(final Object seconds) {
        return Duration.ofNanos(Math.round(Values.number(seconds) * 1e9));
    }

    /** The time that is so many seconds behind the one that cases count from; epoch nanoseconds. */
    static long at(final Object seconds) {
        return ORIGIN + seconds(seconds).toNanos();
    }

    ManualTime time() {
        return time;
    }

    TestSource<Object> source(final int index) {
        while (sources.size() <= index) {
            sources.add(new TestSource<>(Values.CODEC, time));
        }
        return sources.get(index);
    }

    /** A step of a single source: an item. */
    Script item(final Object item) {
        source(0).item(item);
        items.add(item);
        steps.add(NEVER_BY_ITSELF);
        return this;
    }

    /** Steps of a single source: items. */
    Script items(final Iterable<?> items) {
        items.forEach(this::item);
        return this;
    }

    /** A step of a single source: time goes by. */
    Script pause(final Duration duration) {
        source(0).pause(duration);
        reached += duration.toNanos();
        steps.add(reached);
        return this;
    }

    /** Place of an item among the items of a single source. */
    int indexOf(final Object item) {
        return items.indexOf(item);
    }

    /** Seconds that have gone by since the time that cases count from. */
    double elapsed() {
        return (reached - ORIGIN) / 1e9;
    }

    /** A step of a single source: time goes by until so many seconds are over since the time that cases count from. */
    Script pauseUntil(final Object seconds) {
        return pause(Duration.ofNanos(at(seconds) - reached));
    }

    /** The last step of a single source: the run breaks off, without an end of input. */
    Script abort() {
        source(0).abort();
        aborts = true;
        return this;
    }

    boolean aborts() {
        return aborts;
    }

    /** Items of a further source. */
    Script sideItems(final int side, final Iterable<?> items) {
        items.forEach(source(side)::item);
        return this;
    }

    /** Number of steps; that of the end of input. */
    int end() {
        return sources.size() == 1 ? steps.size() : 1;
    }

    /** From the beginning again, for {@link #stepOf}. */
    void rewind() {
        current = -1;
    }

    /**
     * The step that the next record of a journal belongs to.
     *
     * @param at time of the record
     */
    int stepOf(final byte kind, final boolean last, final long at) {
        if (kind == RecordKind.INPUT_END && last) {
            current = end();
        } else if (sources.size() != 1) {
            current = 0;
        } else if (kind == RecordKind.DATA) {
            do {
                current++;
            } while (steps.get(current) != NEVER_BY_ITSELF);
        } else if (kind == RecordKind.TICK) {
            while (current + 1 < steps.size() && isReached(current + 1, at)) {
                current++;
            }
        }
        return current;
    }

    private boolean isReached(final int step, final long at) {
        return steps.get(step) != NEVER_BY_ITSELF && steps.get(step) <= at;
    }
}
