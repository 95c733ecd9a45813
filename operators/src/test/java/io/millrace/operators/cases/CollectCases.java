package io.millrace.operators.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.operators.Collect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collecting items. */
final class CollectCases {
    private static final String KEY = "ALL";
    private static final double NANO = 1e-9;

    private CollectCases() {}

    static List<Kind> kinds() {
        return List.of(Kind.of("collect", CollectCases::run), Kind.of("collect logic", CollectCases::logic));
    }

    private static Collect collect(final Row row) {
        row.knowsCfg("timeout", "max_size");
        final Map<Object, Object> cfg = row.cfg();
        final Collect size = cfg.containsKey("max_size")
                ? Collect.upTo((int) Values.whole(cfg.get("max_size")))
                : Collect.upTo(Integer.MAX_VALUE);
        return cfg.containsKey("timeout") ? size.idleFor(Script.seconds(cfg.get("timeout"))) : size;
    }

    private static void run(final Row row) {
        assertThat(Play.keyed(new Script().items(row.in()), s -> s.collect("step", collect(row))))
                .isEqualTo(row.get("out"));
    }

    /**
     * The steps of a key's logic, whose inside is seen by what comes out when: nothing a nanosecond before a timer, what is
     * there at the timer; and nothing at the end of input of what was given before.
     */
    private static void logic(final Row row) {
        final Script script = new Script();
        final Map<Integer, List<Object>> expected = new TreeMap<>();
        List<Object> left = new ArrayList<>();
        for (final Object parsed : row.list("steps")) {
            final Row step = new Row(row.name(), Values.mapOf(parsed));
            if (step.has("at") && Values.number(step.get("at")) > script.elapsed()) {
                final double at = Values.number(step.get("at"));
                script.pauseUntil(at - NANO);
                expected.put(script.pauseUntil(at).end() - 1, outOf(step));
            }
            for (final Object item : items(step)) {
                script.item(Values.list(KEY, item));
                left.add(item);
            }
            if (step.has("eof")) {
                assertThat(left.isEmpty() ? List.of() : List.of(left)).isEqualTo(outOf(step));
            }
            if (step.has("batch")) {
                assertThat(outOf(step)).isNotEmpty();
                expected.put(-1, outOf(step));
            }
            if (step.has("state")) {
                assertThat(step.get("state")).isEqualTo("discarded");
                left = new ArrayList<>();
            }
            if (step.has("snapshot")) {
                final Map<Object, Object> snapshot = step.map("snapshot");
                final double dueAt = Values.number(snapshot.get("timeout_at"));
                script.pauseUntil(dueAt - NANO);
                expected.put(script.pauseUntil(dueAt).end() - 1, Values.list(snapshot.get("acc")));
                left = new ArrayList<>();
            }
        }
        if (!left.isEmpty()) {
            expected.put(script.end(), Values.list(left));
        }
        check(
                expected,
                Play.run(script, steps -> steps.pairs("out", steps.keyed(0).collect("step", collect(row)))));
    }

    private static List<Object> items(final Row step) {
        if (step.has("batch")) {
            return step.list("batch");
        }
        return step.has("item")
                ? List.of(step.get("item"))
                : step.has("on_item") ? List.of(step.get("on_item")) : List.of();
    }

    private static List<Object> outOf(final Row step) {
        return step.has("out") ? step.list("out") : List.of();
    }

    private static void check(final Map<Integer, List<Object>> expected, final List<Effect> effects) {
        final List<Object> all = new ArrayList<>();
        expected.forEach((step, lists) -> {
            lists.forEach(list -> all.add(Values.list(KEY, list)));
            if (step >= 0) {
                assertThat(Effect.of("out", Effect.at(step, effects)))
                        .as("step %s", step)
                        .hasSameSizeAs(lists);
            }
        });
        assertThat(Effect.of("out", effects)).isEqualTo(all);
    }
}
