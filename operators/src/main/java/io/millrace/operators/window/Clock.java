package io.millrace.operators.window;

/**
 * What time an item belongs to, and how long windows wait for late ones.
 *
 * <p>Thread: any, immutable. Allocation: none. Deterministic: knows stage time only.
 */
public sealed interface Clock<T> permits EventClock, SystemClock {}
