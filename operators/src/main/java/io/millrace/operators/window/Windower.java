package io.millrace.operators.window;

/**
 * How a stream is cut into windows.
 *
 * <p>Thread: any, immutable. Allocation: none. Deterministic: yes.
 */
public sealed interface Windower permits TumblingWindow, SlidingWindow, SessionWindow, CountWindow {}
