package io.millrace.operators.cases;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that came out of a flow.
 *
 * @param step   of the script
 * @param output of the flow
 * @param value  what came out
 */
record Effect(int step, String output, Object value) {

    /** What came out of an output. */
    static List<Object> of(final String output, final List<Effect> effects) {
        return effects.stream()
                .filter(effect -> effect.output.equals(output))
                .map(Effect::value)
                .collect(Collectors.toList());
    }

    /** What came out at a step. */
    static List<Effect> at(final int step, final List<Effect> effects) {
        return effects.stream().filter(effect -> effect.step == step).toList();
    }
}
