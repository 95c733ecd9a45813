package io.millrace.operators.join;

/**
 * Makes an item of a row of three sides by filling a reused one.
 *
 * @param <A> items of the first side
 * @param <B> items of the second side
 * @param <C> items of the third side
 * @param <W> what is filled
 */
@FunctionalInterface
public interface JoinFill3<A, B, C, W> {

    /**
     * Fills an item.
     *
     * @param first  or null if the first side has none
     * @param second or null if the second side has none
     * @param third  or null if the third side has none
     * @param out    must get all of its fields
     */
    void fill(A first, B second, C third, W out);
}
