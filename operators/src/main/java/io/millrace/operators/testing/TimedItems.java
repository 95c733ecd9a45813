package io.millrace.operators.testing;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.item.Codec;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.spi.TimedSource;
import java.util.List;

/**
 * A source of items that bring their own times, as a recording does. Several of them in one flow are merged by time.
 *
 * <p>Thread: made by the test, then read by the ingress thread.
 *
 * @param <T> type of the items
 */
public final class TimedItems<T> implements Feed {
    private static final int MAX_ITEM = 1 << 14;

    /**
     * An item and its time.
     *
     * @param time epoch nanosecond at which it comes
     */
    public record At<T>(long time, T item) {}

    private final Codec<T> codec;
    private final List<At<T>> items;

    private TimedItems(final Codec<T> codec, final List<At<T>> items) {
        this.codec = codec;
        this.items = items;
    }

    /**
     * What a flow's input is given.
     *
     * @param codec type of the items
     * @param items by time
     */
    public static <T> Origin<T> of(final Codec<T> codec, final List<At<T>> items) {
        return new Origin<>(new TimedItems<>(codec, items), "items", codec, null);
    }

    @Override
    public String name() {
        return "timed items";
    }

    @Override
    public Source open(final SourceContext context) {
        final int input = context.input("items");
        return new TimedSource() {
            private int next;

            @Override
            public long headTime() {
                return items.get(next).time();
            }

            @Override
            public int poll(final Inlet inlet) {
                inlet.beginFrame(next);
                final int offset = inlet.claim(MAX_ITEM);
                final int length = codec.encode(items.get(next++).item(), inlet.buffer(), offset);
                inlet.commit(input, RecordKind.DATA, length);
                inlet.endFrame();
                return 1;
            }

            @Override
            public boolean ended() {
                return next == items.size();
            }

            @Override
            public void close() {
                // Nothing to let go of.
            }
        };
    }
}
