package io.millrace.operators.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Cases that say step by step what goes in and what comes out at once: an item, some time, the end of input. What they say
 * of the peer's inside, its state and when it wants to be woken, shows in what comes out later.
 */
final class WindowSteps {
    private static final Set<Object> KNOWN =
            Set.of("in", "advance", "notify", "eof", "down", "late", "meta", "note", "notify_at", "state");

    private WindowSteps() {}

    static void check(final Row row, final Function<KeyedStream<Object>, Windowed<Object, ?>> windows) {
        final Script script = new Script();
        final List<Map<Object, Object>> steps = new ArrayList<>();
        boolean withKeys = false;
        for (final Object parsed : row.list("steps")) {
            final Map<Object, Object> step = Values.mapOf(parsed);
            if (!KNOWN.containsAll(step.keySet())) {
                throw Words.unknown("step", step);
            }
            if (step.containsKey("in")) {
                withKeys |= Values.listOf(step.get("in")).size() > 2;
                script.item(WindowPlay.item(step.get("in")));
            } else if (step.containsKey("notify")) {
                script.pause(Script.seconds(step.getOrDefault("advance", 0L)));
            } else if (!step.containsKey("eof")) {
                throw Words.unknown("step", step);
            }
            steps.add(step);
        }
        final List<Effect> effects = WindowPlay.run(script, windows);
        for (int i = 0; i < steps.size(); i++) {
            for (final String output : List.of(WindowPlay.DOWN, WindowPlay.LATE, WindowPlay.META)) {
                if (isTold(output, steps.get(i))) {
                    assertThat(WindowPlay.of(output, Effect.at(i, effects), withKeys))
                            .as("%s of step %s: %s", output, i, steps.get(i))
                            .isEqualTo(steps.get(i).getOrDefault(output, List.of()));
                }
            }
        }
    }

    /** What a step does not mention does not come, but a case may leave out the windows of what it mentions. */
    private static boolean isTold(final String output, final Map<Object, Object> step) {
        return !output.equals(WindowPlay.META) || step.containsKey(WindowPlay.META) || isNothing(step);
    }

    private static boolean isNothing(final Map<Object, Object> step) {
        return List.of().equals(step.getOrDefault(WindowPlay.DOWN, List.of()));
    }
}
