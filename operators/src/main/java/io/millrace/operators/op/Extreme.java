package io.millrace.operators.op;

import java.util.Comparator;
import java.util.Objects;
import java.util.function.BinaryOperator;

/**
 * Chooses the less or the greater of two items; if they are equal, the first.
 *
 * @param order    what is less and greater
 * @param greatest whether the greater is chosen
 */
public record Extreme<T>(Comparator<? super T> order, boolean greatest) implements BinaryOperator<T> {
    public Extreme {
        Objects.requireNonNull(order, "order");
    }

    @Override
    public T apply(final T first, final T second) {
        final int comparison = order.compare(second, first);
        return (greatest ? comparison > 0 : comparison < 0) ? second : first;
    }
}
