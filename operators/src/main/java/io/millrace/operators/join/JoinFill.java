package io.millrace.operators.join;

/**
 * Makes an item of a row of two sides by filling a reused one.
 *
 * @param <L> items of the left side
 * @param <R> items of the right side
 * @param <W> what is filled
 */
@FunctionalInterface
public interface JoinFill<L, R, W> {

    /**
     * Fills an item.
     *
     * @param left  or null if the left side has none
     * @param right or null if the right side has none
     * @param out   must get all of its fields
     */
    void fill(L left, R right, W out);
}
