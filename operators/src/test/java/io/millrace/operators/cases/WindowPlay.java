package io.millrace.operators.cases;

import io.millrace.operators.Items;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowed;
import io.millrace.operators.window.Late;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What comes out of windows, in the form of the cases: what closed with the id of its window, late items, and windows. */
final class WindowPlay {
    static final String DOWN = "down";
    static final String LATE = "late";
    static final String META = "meta";

    private static final String KEY = "ALL";

    private WindowPlay() {}

    /** The item of a key: one of the key ALL has a time and a value, others a key in front. */
    static Object item(final Object listed) {
        final List<Object> parts = Values.listOf(listed);
        return parts.size() == 2
                ? Values.list(KEY, listed)
                : Values.list(parts.get(0), Values.list(parts.get(1), parts.get(2)));
    }

    /** What is made of items that are pairs of time and value, without the times. */
    private static Object withoutTimes(final Object made) {
        if (made instanceof Items<?> items) {
            return Values.list(
                    items.toList().stream().map(WindowPlay::withoutTimes).toArray());
        }
        if (made instanceof Late<?> late) {
            return Values.list(late.window(), withoutTimes(late.item()));
        }
        return made instanceof List<?> item ? item.get(1) : Plain.of(made);
    }

    /** Runs windows over items of {@link #item}. */
    static List<Effect> run(final Script script, final Function<KeyedStream<Object>, Windowed<Object, ?>> windows) {
        return namedByWindow(Play.run(script, steps -> {
            final Windowed<Object, ?> windowed = windows.apply(steps.keyed(0));
            steps.pairs(DOWN, windowed.closed(), WindowPlay::withoutTimes);
            steps.pairs(LATE, windowed.late(), WindowPlay::withoutTimes);
            steps.pairs(META, windowed.meta());
        }));
    }

    /** Gives what closed the id of its window, which comes right behind it. */
    private static List<Effect> namedByWindow(final List<Effect> effects) {
        final List<Effect> named = new ArrayList<>();
        final Map<Object, List<Effect>> unnamed = new HashMap<>();
        for (final Effect effect : effects) {
            final Object key = Values.at(effect.value(), 0);
            if (effect.output().equals(DOWN)) {
                unnamed.computeIfAbsent(key, k -> new ArrayList<>()).add(effect);
            } else {
                if (effect.output().equals(META)) {
                    final Object window = Values.at(Values.at(effect.value(), 1), 0);
                    unnamed.getOrDefault(key, List.of())
                            .forEach(down -> named.add(new Effect(
                                    down.step(),
                                    DOWN,
                                    Values.list(key, Values.list(window, Values.at(down.value(), 1))))));
                    unnamed.remove(key);
                }
                named.add(effect);
            }
        }
        if (!unnamed.isEmpty()) {
            throw new AssertionError("closed without a window: " + unnamed);
        }
        return named;
    }

    /** What came out of an output, as cases of one key write it, or those of several. */
    static List<Object> of(final String output, final List<Effect> effects, final boolean withKeys) {
        return Effect.of(output, effects).stream()
                .map(pair -> withKeys ? flat(pair) : Values.at(pair, 1))
                .toList();
    }

    private static Object flat(final Object pair) {
        final List<Object> flat = Values.listOf(Values.at(pair, 1));
        flat.add(0, Values.at(pair, 0));
        return flat;
    }
}
