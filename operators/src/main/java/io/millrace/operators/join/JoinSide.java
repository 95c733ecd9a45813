package io.millrace.operators.join;

import io.millrace.operators.KeyedStream;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * One of the streams that are joined in windows.
 *
 * @param stream the stream
 * @param time   epoch nanoseconds of an item, or null if that is the stage time at which it comes
 * @param <T>    type of the items
 */
public record JoinSide<T>(KeyedStream<T> stream, ToLongFunction<? super T> time) {
    public JoinSide {
        Objects.requireNonNull(stream, "stream");
    }

    /**
     * A stream whose items carry their time.
     *
     * @param time epoch nanoseconds of an item
     */
    public static <T> JoinSide<T> of(final KeyedStream<T> stream, final ToLongFunction<? super T> time) {
        return new JoinSide<>(stream, Objects.requireNonNull(time, "time"));
    }

    /** A stream whose items belong to the stage time at which they come. Then all sides must do so. */
    public static <T> JoinSide<T> of(final KeyedStream<T> stream) {
        return new JoinSide<>(stream, null);
    }
}
