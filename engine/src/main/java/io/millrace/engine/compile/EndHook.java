package io.millrace.engine.compile;

import io.millrace.engine.stage.EndTarget;
import io.millrace.engine.stage.KeySpace;

/**
 * What a step does at the end of input.
 *
 * @param place  the step's
 * @param target its operator
 * @param keys   how its keys compare
 */
public record EndHook(int place, EndTarget target, KeySpace keys) {}
