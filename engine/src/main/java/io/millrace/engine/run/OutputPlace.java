package io.millrace.engine.run;

import io.millrace.engine.compile.StageUnit;
import java.util.List;

/**
 * How far an output had come at a cut.
 *
 * @param stepId of the output
 * @param count  items given
 * @param hash   of these items, or 0 if they are not hashed
 */
record OutputPlace(String stepId, long count, long hash) {
    /** The outputs of a stage as they are now. */
    static List<OutputPlace> of(final StageUnit unit) {
        return unit.outputs().stream()
                .map(output -> new OutputPlace(output.stepId(), output.count(), output.hash()))
                .toList();
    }
}
