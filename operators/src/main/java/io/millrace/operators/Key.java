package io.millrace.operators;

/**
 * The key of an item. Valid during the call only.
 *
 * <p>Thread: the stage's. Allocation: none, but for the text of a number. Deterministic: yes.
 */
public interface Key {

    /**
     * The key as a number.
     *
     * @throws IllegalStateException if the keys are text
     */
    long number();

    /** The key as text; numbers in decimal, which allocates. */
    String text();
}
