package io.millrace.engine.graph;

import io.millrace.engine.item.Codec;
import java.util.List;

/**
 * An output of a step, as steps behind it see it. Immutable; may be used any number of times.
 *
 * @param step        where items come from
 * @param output      which of its outputs
 * @param codec       type of the items, or null if it is not known
 * @param keys        what the keys are
 * @param group       where steps that use it run
 * @param partitioned whether the keys are those by which {@code group} deals items to its parts
 */
public record Wire(Step step, int output, Codec<?> codec, KeyKind keys, Group group, boolean partitioned) {

    /** Name of the output. */
    public String name() {
        return step.outputs().get(output).name();
    }

    /** The step that made items without a type, if there is none: those behind it have passed them on. */
    public Step lostType() {
        final List<Wire> from = step.inputs();
        return from.isEmpty() || from.get(0).codec() != null
                ? step
                : from.get(0).lostType();
    }

    /** The same items, used on another thread. */
    public Wire on(final Group other) {
        return new Wire(step, output, codec, keys, other, other.isParallel());
    }
}
