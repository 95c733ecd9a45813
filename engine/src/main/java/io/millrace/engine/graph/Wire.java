package io.millrace.engine.graph;

import io.millrace.engine.item.Codec;

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

    /** What to do so that items which have no type get one: names the step that lost it, behind which others pass it on. */
    public String typeRemedy() {
        for (final Wire from : step.inputs()) {
            if (from.codec() == null) {
                return from.typeRemedy();
            }
        }
        return step.inputs().size() > 1
                ? "map the streams of " + step + " to one type"
                : "give " + step + " a codec or an item type";
    }

    /** The same items, used on another thread. */
    public Wire on(final Group other) {
        return new Wire(step, output, codec, keys, other, other.isParallel());
    }
}
