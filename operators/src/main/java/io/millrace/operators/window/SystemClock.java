package io.millrace.operators.window;

/** The clock that says that an item belongs to the stage time at which it came. Nothing is ever late. */
public record SystemClock<T>() implements Clock<T> {}
