package io.millrace.operators.testing;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.Codec;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A live source that follows a script: items, pauses, ends, stops and crashes. Several of them in one flow give one item each in
 * turn, in the order in which the flow declares them.
 *
 * <pre>{@code
 * ManualTime time = new ManualTime();
 * TestSource<Long> source = new TestSource<>(Codecs.INT64, time).item(1L).pause(Duration.ofSeconds(10)).item(2L);
 * flow.input("in", source.origin())...
 * }</pre>
 *
 * <p>A run ends at the end of the script, or at an {@link #end()}, {@link #stop()} or {@link #abort()} mark; a run that
 * follows goes on behind the mark. A {@link TestRun#restart()} goes on behind the last item that was journaled.
 *
 * <p>Thread: written by the test, then read by the ingress thread.
 *
 * @param <T> type of the items
 */
public final class TestSource<T> implements Feed {
    private static final int MAX_ITEM = 1 << 14;
    private static final String STREAM = "items";

    /** What a flow fails with at an {@link #abort()} mark. */
    public static final class Aborted extends RuntimeException {
        Aborted() {
            super("aborted by the script of a test source");
        }
    }

    private sealed interface Mark permits Item, Pause, End, Stop, Abort {}

    private record Item(Object value) implements Mark {}

    private record Pause(Duration duration) implements Mark {}

    private record End() implements Mark {}

    private record Stop() implements Mark {}

    private record Abort() implements Mark {}

    private final Codec<T> codec;
    private final ManualTime time;
    private final List<Mark> script = new ArrayList<>();
    private int next;

    /** Marks that have had their effect: a restart that goes over them again does not stop there once more. */
    private int done;

    /**
     * A source with an empty script.
     *
     * @param codec type of its items
     * @param time  the clock that pauses move; must be that of the run
     */
    public TestSource(final Codec<T> codec, final ManualTime time) {
        this.codec = codec;
        this.time = time;
    }

    /** Next in the script: an item. */
    public TestSource<T> item(final T item) {
        script.add(new Item(item));
        return this;
    }

    /** Next in the script: these items. */
    @SafeVarargs
    public final TestSource<T> items(final T... items) {
        for (final T item : items) {
            item(item);
        }
        return this;
    }

    /** Next in the script: time goes by, and wakes the timers that it makes due. */
    public TestSource<T> pause(final Duration duration) {
        script.add(new Pause(duration));
        return this;
    }

    /** Next in the script: the source ends. */
    public TestSource<T> end() {
        script.add(new End());
        return this;
    }

    /** Next in the script: the run stops as it would by a signal, without an end of input. */
    public TestSource<T> stop() {
        script.add(new Stop());
        return this;
    }

    /** Next in the script: the run breaks off, with {@link Aborted}, and without an end of input. */
    public TestSource<T> abort() {
        script.add(new Abort());
        return this;
    }

    /** What a flow's input is given. */
    public Origin<T> origin() {
        return new Origin<>(this, STREAM, codec, null);
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public Source open(final SourceContext context) {
        if (context.position() != RecordLayout.NO_POSITION) {
            next = (int) context.position();
        } else if (time.isRestarted()) {
            next = 0;
        }
        return new Player(context.input(STREAM));
    }

    private final class Player implements Source {
        private final int input;
        private boolean waking;
        private boolean stopped;
        private boolean ended;

        Player(final int input) {
            this.input = input;
        }

        @Override
        public int poll(final Inlet inlet) {
            if (waking) {
                waking = false;
                return commit(inlet, RecordKind.TICK, null);
            }
            if (stopped) {
                return 0;
            }
            if (next == script.size()) {
                ended = true;
                return 0;
            }
            final boolean again = next < done;
            final Mark mark = script.get(next++);
            done = Math.max(done, next);
            if (mark instanceof Item item) {
                @SuppressWarnings("unchecked") // only item() makes one
                final T value = (T) item.value();
                return commit(inlet, RecordKind.DATA, value);
            }
            if (mark instanceof Pause pause) {
                time.advance(again ? Duration.ZERO : pause.duration());
                waking = true;
            } else if (!again) {
                breakOff(mark);
            }
            return 0;
        }

        private void breakOff(final Mark mark) {
            if (mark instanceof Abort) {
                throw new Aborted();
            }
            if (mark instanceof Stop) {
                stopped = true;
                time.stop();
            } else {
                ended = true;
            }
        }

        private int commit(final Inlet inlet, final byte kind, final T item) {
            inlet.beginFrame(next);
            final int offset = inlet.claim(MAX_ITEM);
            inlet.commit(input, kind, item == null ? 0 : codec.encode(item, inlet.buffer(), offset));
            inlet.endFrame();
            return 1;
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
