package io.millrace.operators.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.KeyTime;
import io.millrace.operators.window.Late;
import io.millrace.operators.window.SystemClock;
import io.millrace.operators.window.Window;
import io.millrace.operators.window.WindowContext;
import io.millrace.operators.window.WindowLogic;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clocks: the watermark of a key, by item and as time goes by. */
final class ClockCases {
    private static final Pattern SECONDS_AFTER_MIN = Pattern.compile("MIN\\+(\\d+)");
    private static final Pattern BACK = Pattern.compile("then the system clock jumps back to (\\d\\d:\\d\\d)");
    private static final long SECOND = 1_000_000_000L;

    private ClockCases() {}

    static List<Kind> kinds() {
        return List.of(
                Kind.like(
                        "EventClock logic \\(origin = system time 0;.*\\)",
                        (row, op) -> inSeconds(row, Cut.wait(row.get("wait")))),
                Kind.like("EventClock, wait (\\d+) min \\(times HH:MM\\)", ClockCases::inMinutes),
                Kind.of("EventClock", ClockCases::clockThatGoesBack),
                Kind.of("SystemClock", row -> inSeconds(row, null)));
    }

    /** The clock of one key: what operators do with it for each item, and what is true of it in between. */
    private static final class OneKey {
        private final KeyTime<Long> keyTime;
        private long lead = KeyTime.NO_LEAD;
        private long now = Script.ORIGIN;

        /** @param wait how long late items are waited for, or null for the system clock */
        OneKey(final Duration wait) {
            keyTime = KeyTime.of(
                    wait == null
                            ? new SystemClock<>()
                            : EventClock.<Long>of(time -> time).lateness(wait));
        }

        /** Time of the ingress, which never goes back. */
        void now(final long time) {
            now = Math.max(now, time);
        }

        /** Takes an item; whether it is late. */
        boolean item(final long time) {
            final long itemTime = keyTime.of(time, now);
            final long itemLead = keyTime.lead(itemTime, now);
            if (itemLead > lead) {
                lead = itemLead;
                return false;
            }
            return KeyTime.isLate(itemTime, lead, now);
        }

        long watermark() {
            return KeyTime.watermark(lead, now);
        }
    }

    private static void inSeconds(final Row row, final Duration wait) {
        final Cut cut = new Cut(Cut.tumbling(10), wait, List.of(false));
        if (row.list("steps").stream().anyMatch(step -> Values.mapOf(step).containsKey("eof"))) {
            atEnd(row, cut);
            return;
        }
        final OneKey key = new OneKey(wait);
        long elapsed = 0;
        long firstWatermark = 0;
        for (final Object parsed : row.list("steps")) {
            final Map<Object, Object> step = Values.mapOf(parsed);
            elapsed += step.containsKey("advance") ? Values.whole(step.get("advance")) : 0;
            key.now(Script.at(elapsed));
            if (step.containsKey("item")) {
                key.item(Script.at(step.get("item")));
            }
            firstWatermark = firstWatermark == 0 ? key.watermark() : firstWatermark;
            if (step.containsKey("watermark")) {
                requireWatermark(step.get("watermark"), key.watermark(), firstWatermark);
            }
        }
    }

    /** The peer's least time stands for a watermark that is behind all items, from which it goes on with time. */
    private static void requireWatermark(final Object expected, final long actual, final long first) {
        if (expected instanceof Long) {
            assertThat(actual).isEqualTo(Script.at(expected));
            return;
        }
        assertThat(actual).as("behind every time that an item may have").isLessThan(-(1L << 61));
        final Matcher after = SECONDS_AFTER_MIN.matcher((String) expected);
        if (after.matches()) {
            assertThat(actual).isEqualTo(first + Long.parseLong(after.group(1)) * SECOND);
        } else {
            assertThat(expected).isEqualTo("MIN");
        }
    }

    private static void inMinutes(final Row row, final Matcher op) {
        final OneKey key = new OneKey(Duration.ofMinutes(Long.parseLong(op.group(1))));
        steps(row, key);
    }

    private static void steps(final Row row, final OneKey key) {
        for (final Object parsed : row.list("steps")) {
            final Map<Object, Object> step = Values.mapOf(parsed);
            key.now(clockTime(step.get("sys")));
            if (step.containsKey("item")) {
                assertThat(key.item(clockTime(step.get("item")))).isEqualTo(step.get("late"));
            }
            assertThat(key.watermark()).isEqualTo(clockTime(step.get("watermark")));
        }
    }

    private static long clockTime(final Object time) {
        return Script.at(secondsOfDay(time));
    }

    /** Goes on from the case of times in minutes. A late item tells the watermark that a clock gone back has led to. */
    private static void clockThatGoesBack(final Row row) {
        final Matcher back = BACK.matcher(row.text("note"));
        assertThat(back.matches()).as("a known note: %s", row.text("note")).isTrue();
        final Script script = new Script();
        for (final Object parsed : CaseFile.require().row("event-clock-doc").list("steps")) {
            final Map<Object, Object> step = Values.mapOf(parsed);
            script.pauseUntil(secondsOfDay(step.get("sys")));
            if (step.containsKey("item")) {
                script.item(WindowPlay.item(Values.list(secondsOfDay(step.get("item")), "item")));
            }
        }
        script.pauseUntil(secondsOfDay(back.group(1))).item(WindowPlay.item(Values.list(0L, "late")));
        final Cut cut = new Cut(Cut.tumbling(10), Duration.ofMinutes(5), List.of(false));
        final List<Object> watermarks = Effect.of(
                "late",
                Play.run(
                        script,
                        steps -> steps.pairs(
                                "late",
                                cut.of(steps.keyed(0), false).count().late(),
                                late -> ((Late<?>) late).watermark())));
        assertThat(Values.at(watermarks.get(watermarks.size() - 1), 1))
                .isEqualTo(clockTime(row.map("out").get("watermark")));
    }

    private static long secondsOfDay(final Object time) {
        return LocalTime.parse((String) time).toSecondOfDay();
    }

    /** At the end of input the watermark is behind all time: a window that is open sees it when it closes. */
    private static void atEnd(final Row row, final Cut cut) {
        final Script script = new Script().item(WindowPlay.item(Values.list(0L, "item")));
        for (final Object parsed : row.list("steps")) {
            final Map<Object, Object> step = Values.mapOf(parsed);
            assertThat(step.getOrDefault("watermark", "MAX")).isEqualTo("MAX");
            if (step.containsKey("advance")) {
                script.pause(Script.seconds(step.get("advance")));
            }
        }
        final List<Object> watermarks = new ArrayList<>();
        for (final Object seen : WindowPlay.of(
                WindowPlay.DOWN,
                WindowPlay.run(
                        script, stream -> cut.of(stream, false).apply(Cell.TYPE, Values.CODEC, new WatermarkAtClose())),
                false)) {
            watermarks.add(Values.at(seen, 1));
        }
        assertThat(watermarks).containsExactly(Long.MAX_VALUE);
    }

    /** Tells the watermark at which a window closes, as an item of its own with a time in front. */
    private record WatermarkAtClose() implements WindowLogic<Cell, Object, Object> {
        @Override
        public void onItem(
                final WindowContext<Object> context, final Window window, final Cell state, final Object item) {
            state.value = item;
        }

        @Override
        public void onClose(final WindowContext<Object> context, final Window window, final Cell state) {
            context.emit(Values.list(0L, context.watermark()));
        }
    }
}
