package io.millrace.operators.join;

/**
 * Makes an item of a row of three sides by returning it.
 *
 * @param <A> items of the first side
 * @param <B> items of the second side
 * @param <C> items of the third side
 * @param <R> what is made
 */
@FunctionalInterface
public interface JoinFunction3<A, B, C, R> {

    /**
     * An item of a row.
     *
     * @param first  or null if the first side has none
     * @param second or null if the second side has none
     * @param third  or null if the third side has none
     */
    R apply(A first, B second, C third);
}
