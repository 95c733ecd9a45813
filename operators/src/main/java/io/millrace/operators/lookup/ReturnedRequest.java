package io.millrace.operators.lookup;

import io.millrace.engine.item.Codec;
import java.util.Objects;
import java.util.function.Function;
import org.agrona.MutableDirectBuffer;

/** Asks by what a function returns. */
record ReturnedRequest<T, Q>(Codec<Q> codec, Function<? super T, ? extends Q> function) implements Request<T> {
    @Override
    public int write(final T item, final MutableDirectBuffer target) {
        return codec.encode(Objects.requireNonNull(function.apply(item), "the request is null"), target, 0);
    }
}
