package io.millrace.operators.lookup;

import java.nio.ByteOrder;
import java.util.function.ToLongFunction;
import org.agrona.MutableDirectBuffer;

/** Asks for a number. */
record NumberRequest<T>(ToLongFunction<? super T> number) implements Request<T> {
    @Override
    public int write(final T item, final MutableDirectBuffer target) {
        target.putLong(0, number.applyAsLong(item), ByteOrder.LITTLE_ENDIAN);
        return Long.BYTES;
    }
}
