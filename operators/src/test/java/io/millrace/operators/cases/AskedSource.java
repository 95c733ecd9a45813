package io.millrace.operators.cases;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.operators.testing.ManualTime;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A live source that is also a service: gives items by a script, and answers what it is asked before the next of them, as a
 * call that waits would.
 */
final class AskedSource implements Feed {
    private static final int MAX_ITEM = 4_096;
    private static final String ITEMS = "items";
    private static final String ANSWERS = "answers";

    private record Asked(int input, long id, Object question) {}

    private final ManualTime time;
    private final Function<Object, Object> service;
    private final List<Runnable> before = new ArrayList<>();
    private final List<Object> items = new ArrayList<>();
    private final Queue<Asked> unanswered = new ArrayDeque<>();
    private int next;
    private boolean isPrepared;
    private boolean ended;

    /** @param service what is answered to a question */
    AskedSource(final ManualTime time, final Function<Object, Object> service) {
        this.time = time;
        this.service = service;
    }

    /** Next in the script: an item, before which time goes by and something else may happen. */
    AskedSource item(final Object item, final Duration pause, final Runnable change) {
        items.add(item);
        before.add(() -> {
            time.advance(pause);
            change.run();
        });
        return this;
    }

    Origin<Object> items() {
        return new Origin<>(this, ITEMS, Values.CODEC, null);
    }

    Origin<Object> answers() {
        return new Origin<>(this, ANSWERS, Values.CODEC, null);
    }

    @Override
    public String name() {
        return "asked";
    }

    @Override
    public Source open(final SourceContext context) {
        return new Player(context.input(ITEMS));
    }

    private final class Player implements Source {
        private final int input;

        Player(final int input) {
            this.input = input;
        }

        @Override
        public int poll(final Inlet inlet) {
            if (!unanswered.isEmpty()) {
                final Asked asked = unanswered.remove();
                return commit(inlet, asked.input, asked.id, service.apply(asked.question));
            }
            if (next == items.size()) {
                ended = true;
                return 0;
            }
            if (!isPrepared) {
                isPrepared = true;
                before.get(next).run();
                return 0;
            }
            isPrepared = false;
            inlet.beginFrame(RecordLayout.NO_POSITION);
            final int offset = inlet.claim(MAX_ITEM);
            inlet.commit(input, RecordKind.DATA, Values.CODEC.encode(items.get(next++), inlet.buffer(), offset));
            inlet.endFrame();
            return 1;
        }

        private int commit(final Inlet inlet, final int answers, final long id, final Object answer) {
            inlet.beginFrame(RecordLayout.NO_POSITION);
            final int offset = inlet.claim(MAX_ITEM);
            final MutableDirectBuffer buffer = inlet.buffer();
            buffer.putLong(offset, id, ByteOrder.LITTLE_ENDIAN);
            final int length = Long.BYTES + Values.CODEC.encode(answer, buffer, offset + Long.BYTES);
            inlet.commit(answers, RecordKind.ANSWER, length);
            inlet.endFrame();
            return 1;
        }

        @Override
        public void onRequest(
                final int answers, final long id, final DirectBuffer request, final int offset, final int length) {
            unanswered.add(new Asked(answers, id, Values.CODEC.decode(request, offset, length, null)));
        }

        @Override
        public boolean ended() {
            return ended;
        }

        @Override
        public void close() {
            // Nothing to let go of.
        }
    }
}
