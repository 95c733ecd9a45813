package io.millrace.engine.stage;

/** A total order of numbers that stand for something: keys, timers. */
public interface LongOrder {

    /** Negative, zero or positive, as the left one stands before, with, or behind the right one. */
    int compare(long left, long right);
}
