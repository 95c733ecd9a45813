package io.millrace.operators.lookup;

import io.millrace.engine.item.Utf8;
import java.util.function.Function;
import org.agrona.MutableDirectBuffer;

/** Asks for a text. */
record TextRequest<T>(Function<? super T, ? extends CharSequence> text) implements Request<T> {
    @Override
    public int write(final T item, final MutableDirectBuffer target) {
        return Utf8.encode(text.apply(item), target, 0);
    }
}
