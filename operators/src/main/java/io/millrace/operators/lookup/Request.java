package io.millrace.operators.lookup;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.ItemType;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.agrona.MutableDirectBuffer;

/**
 * What is asked for an item. The bytes of a request are the look-up key: items whose requests are equal share an answer.
 *
 * <p>Thread: the stage's. Allocation: none, unless the user's function makes an object. Deterministic: must be.
 *
 * @param <T> type of the items
 */
public interface Request<T> {

    /**
     * Writes the request for an item.
     *
     * @param target where to, from offset 0; it grows
     * @return bytes written, at most {@link io.millrace.engine.stage.RequestPort#MAX_LENGTH}
     */
    int write(T item, MutableDirectBuffer target);

    /** The same request, which makes sure that the user's function fills all that it should. For the check mode. */
    default Request<T> checked() {
        return this;
    }

    /** Asks for a number: eight bytes, little-endian, as {@link io.millrace.engine.item.Codecs#INT64} reads them. */
    static <T> Request<T> number(final ToLongFunction<? super T> number) {
        return new NumberRequest<>(number);
    }

    /** Asks for a text: its UTF-8, as {@link io.millrace.engine.item.Codecs#TEXT} reads it. */
    static <T> Request<T> text(final Function<? super T, ? extends CharSequence> text) {
        return new TextRequest<>(text);
    }

    /**
     * Asks for more than one thing, by filling a reused request: makes no garbage.
     *
     * @param fill gets the item and the request, and must set all of its fields
     */
    static <T, Q, W extends Q> Request<T> of(final ItemType<Q, W> type, final BiConsumer<? super T, ? super W> fill) {
        return new FilledRequest<>(type, fill, type.create(), false);
    }

    /** Asks for more than one thing, by a function that returns the request. */
    static <T, Q> Request<T> of(final Codec<Q> codec, final Function<? super T, ? extends Q> function) {
        return new ReturnedRequest<>(codec, function);
    }
}
