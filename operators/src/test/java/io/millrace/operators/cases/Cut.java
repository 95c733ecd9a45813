package io.millrace.operators.cases;

import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowing;
import io.millrace.operators.window.Clock;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.SessionWindow;
import io.millrace.operators.window.SlidingWindow;
import io.millrace.operators.window.SystemClock;
import io.millrace.operators.window.TumblingWindow;
import io.millrace.operators.window.Windower;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a case cuts a stream into windows: windower, clock and order, as its configuration has them, or its op.
 *
 * @param windower how time is cut
 * @param lateness how long late items are waited for, or null for the system clock
 * @param orders   whether items are put in order; several if the case says that it makes no difference
 */
record Cut(Windower windower, Duration lateness, List<Boolean> orders) {
    private static final Duration UNTIL_THE_END = Duration.ofNanos(EventClock.ENDLESS);
    private static final Pattern TUMBLING = Pattern.compile("tumbling (\\d+)(h?)");
    private static final Pattern SLIDING = Pattern.compile("sliding \\((\\d+), ?(\\d+)\\)");
    private static final Pattern SESSION = Pattern.compile("session gap (\\d+)");
    private static final Pattern WAIT = Pattern.compile("wait (\\d+|max)");
    private static final Pattern SYSTEM = Pattern.compile("SystemClock");
    private static final Pattern NO_DIFFERENCE = Pattern.compile("ordered true AND false give the same");
    private static final Pattern ORDERED = Pattern.compile("(?i)ordered( true| false)?");
    private static final Set<String> REMARKS = Set.of("", "no input only system time passes");
    private static final double MINUTE = 60;
    private static final double HOUR = 3_600;

    /** The cut of a case's configuration; anything else there must be known to the runner. */
    static Cut ofConfig(final Row row, final boolean ordered) {
        final Map<Object, Object> cfg = row.cfg();
        return new Cut(windower(row), wait(row.cfg("wait")), List.of((Boolean) cfg.getOrDefault("ordered", ordered)));
    }

    private static Windower windower(final Row row) {
        final Map<Object, Object> cfg = row.cfg();
        for (final double unit : new double[] {1, MINUTE}) {
            final String suffix = unit == 1 ? "" : "_min";
            if (cfg.containsKey("tumbling" + suffix)) {
                return tumbling(Values.number(cfg.get("tumbling" + suffix)) * unit);
            }
            if (cfg.containsKey("sliding" + suffix)) {
                final Object sliding = cfg.get("sliding" + suffix);
                return sliding(
                        Values.number(Values.at(sliding, 0)) * unit, Values.number(Values.at(sliding, 1)) * unit);
            }
            if (cfg.containsKey("session_gap" + suffix)) {
                return SessionWindow.of(Script.seconds(Values.number(cfg.get("session_gap" + suffix)) * unit));
            }
        }
        throw Words.unknown("windower", cfg);
    }

    static Windower tumbling(final double seconds) {
        return TumblingWindow.of(Script.seconds(seconds)).alignedTo(Script.ORIGIN);
    }

    static Windower sliding(final double length, final double offset) {
        return SlidingWindow.of(Script.seconds(length), Script.seconds(offset)).alignedTo(Script.ORIGIN);
    }

    static Duration wait(final Object words) {
        return "max".equals(words) ? UNTIL_THE_END : Script.seconds(words);
    }

    /** The cut that an op describes, in which there is nothing else. */
    static Cut ofWords(final String words, final boolean usualOrder) {
        final List<String> rest = new ArrayList<>(List.of(words));
        final Windower windower = windower(words, rest);
        final Duration wait = takes(SYSTEM, words, rest) == null ? wait(waitIn(words, rest)) : null;
        final List<Boolean> orders;
        if (takes(NO_DIFFERENCE, words, rest) != null) {
            orders = List.of(true, false);
        } else {
            final Matcher ordered = takes(ORDERED, words, rest);
            orders = List.of(
                    ordered == null
                            ? usualOrder
                            : ordered.group(1) == null || ordered.group(1).equals(" true"));
        }
        final String remark =
                rest.get(0).replaceAll("[,;]", "").replaceAll(" +", " ").trim();
        if (!REMARKS.contains(remark)) {
            throw Words.unknown("words about windows", words);
        }
        return new Cut(windower, wait, orders);
    }

    private static Object waitIn(final String words, final List<String> rest) {
        final Matcher wait = takes(WAIT, words, rest);
        if (wait == null) {
            throw Words.unknown("clock", words);
        }
        return "max".equals(wait.group(1)) ? "max" : Long.valueOf(wait.group(1));
    }

    private static Windower windower(final String words, final List<String> rest) {
        final Matcher tumbling = takes(TUMBLING, words, rest);
        if (tumbling != null) {
            return tumbling(
                    Long.parseLong(tumbling.group(1)) * (tumbling.group(2).isEmpty() ? 1 : HOUR));
        }
        final Matcher sliding = takes(SLIDING, words, rest);
        if (sliding != null) {
            return sliding((double) Long.parseLong(sliding.group(1)), (double) Long.parseLong(sliding.group(2)));
        }
        final Matcher session = takes(SESSION, words, rest);
        if (session != null) {
            return SessionWindow.of(Duration.ofSeconds(Long.parseLong(session.group(1))));
        }
        throw Words.unknown("windower", words);
    }

    /** Finds something in the words and takes it out of the rest. */
    private static Matcher takes(final Pattern pattern, final String words, final List<String> rest) {
        final Matcher matcher = pattern.matcher(words);
        if (!matcher.find()) {
            return null;
        }
        rest.set(0, rest.get(0).replace(matcher.group(), ""));
        return matcher;
    }

    /** The clock of items that are pairs of time, in seconds, and value. */
    Clock<Object> clock() {
        return lateness == null
                ? new SystemClock<>()
                : EventClock.<Object>of(item -> Script.at(Values.at(item, 0))).lateness(lateness);
    }

    /** Cuts a stream of pairs of time and value. */
    Windowing<Object> of(final KeyedStream<Object> stream, final boolean ordered) {
        final Windowing<Object> windowing = stream.window("step", clock(), windower);
        return ordered ? windowing.ordered() : windowing;
    }
}
