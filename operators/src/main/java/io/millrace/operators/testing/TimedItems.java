package io.millrace.operators.testing;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.item.Codec;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.spi.TimedSource;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A source of items that bring their own times, as a recording does. Several of them in one flow are merged by time. Its
 * position is the number of items given: a run that goes on with a journal goes on behind them.
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

    private static final String ITEMS = "items";
    private static final String ANSWERS = "answers";

    /** Polls without anything to give, after which nobody asks any more. */
    private static final int LAST_REQUESTS = 8;

    private final Codec<T> codec;
    private final List<At<T>> items;
    private final Service service;

    private TimedItems(final Codec<T> codec, final List<At<T>> items, final Service service) {
        this.codec = codec;
        this.items = items;
        this.service = service;
    }

    /**
     * What a flow's input is given.
     *
     * @param codec type of the items
     * @param items by time
     */
    public static <T> Origin<T> of(final Codec<T> codec, final List<At<T>> items) {
        return new Origin<>(new TimedItems<>(codec, items, null), ITEMS, codec, null);
    }

    /**
     * What a flow's input is given, from a source that also answers requests. An answer comes behind the batch of
     * records in which it was asked for, at the time of the next item: with one record in a batch, at once.
     *
     * @param requests type of the requests
     * @param answers  type of the answers
     * @param function answers a request
     */
    public static <T, Q, A> Asked<T, A> answering(
            final Codec<T> codec,
            final List<At<T>> items,
            final Codec<Q> requests,
            final Codec<A> answers,
            final Function<? super Q, ? extends A> function) {
        final Service service = (request, offset, length, target, at) ->
                answers.encode(function.apply(requests.decode(request, offset, length, requests.create())), target, at);
        final TimedItems<T> feed = new TimedItems<>(codec, items, service);
        return new Asked<>(new Origin<>(feed, ITEMS, codec, null), new Origin<>(feed, ANSWERS, answers, null));
    }

    /**
     * A source that gives items and answers.
     *
     * @param items   what an input is given
     * @param answers what a step that makes requests is given
     */
    public record Asked<T, A>(Origin<T> items, Origin<A> answers) {}

    /** Answers a request: reads it from one buffer and writes the answer to another. */
    @FunctionalInterface
    private interface Service {
        int answer(DirectBuffer request, int offset, int length, MutableDirectBuffer target, int at);
    }

    private record Pending(int input, long id, DirectBuffer request) {}

    @Override
    public String name() {
        return "timed items";
    }

    @Override
    public Source open(final SourceContext context) {
        return new Player(context.input(ITEMS), (int) Math.max(0, context.position()));
    }

    private final class Player implements TimedSource {
        private final int input;
        private final Deque<Pending> pending = new ArrayDeque<>();
        private int next;
        private int idle;

        Player(final int input, final int next) {
            this.input = input;
            this.next = next;
        }

        @Override
        public long headTime() {
            if (next < items.size()) {
                return items.get(next).time();
            }
            idle = pending.isEmpty() ? idle + 1 : 0;
            return pending.isEmpty() ? WAITING : items.get(next - 1).time();
        }

        @Override
        public int poll(final Inlet inlet) {
            inlet.beginFrame(pending.isEmpty() ? next + 1 : next);
            final int offset = inlet.claim(MAX_ITEM);
            if (pending.isEmpty()) {
                inlet.commit(
                        input, RecordKind.DATA, codec.encode(items.get(next++).item(), inlet.buffer(), offset));
            } else {
                final Pending first = pending.remove();
                inlet.buffer().putLong(offset, first.id(), ByteOrder.LITTLE_ENDIAN);
                final int length = service.answer(
                        first.request(), 0, first.request().capacity(), inlet.buffer(), offset + Long.BYTES);
                inlet.commit(first.input(), RecordKind.ANSWER, Long.BYTES + length);
            }
            inlet.endFrame();
            return 1;
        }

        @Override
        public void onRequest(
                final int toInput,
                final long requestId,
                final DirectBuffer request,
                final int offset,
                final int length) {
            final byte[] copy = new byte[length];
            request.getBytes(offset, copy);
            pending.add(new Pending(toInput, requestId, new UnsafeBuffer(copy)));
        }

        @Override
        public boolean ended() {
            return next == items.size() && pending.isEmpty() && (service == null || idle > LAST_REQUESTS);
        }

        @Override
        public void close() {
            // Nothing to let go of.
        }
    }
}
