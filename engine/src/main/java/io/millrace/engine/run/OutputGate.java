package io.millrace.engine.run;

import io.millrace.engine.spi.ExactSink;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.stage.RequestPort;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * Shut while nothing may leave the process: during warm-up, and for requests until all that was journaled has been worked
 * on.
 *
 * <p>What is compiled while it is shut has to hold when it opens. So nobody asks whether it is open, since an answer that
 * never came would be compiled away; items go where {@code out} points. And while it is shut that is one of three
 * classes in turn: of one or two the compiler would make an expectation, and the first item for the real sink would find it
 * wrong.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
final class OutputGate {
    private Guard<?>[] guards = {};

    /** Opens it, or shuts it. It is open when it is made. */
    void set(final boolean isOpen) {
        for (final Guard<?> guard : guards) {
            guard.set(isOpen);
        }
    }

    <T> Sink<T> guard(final Sink<T> sink) {
        final GuardedSink<T> guard =
                sink instanceof ExactSink<T> exact ? new GuardedExactSink<>(exact) : new GuardedSink<>(sink);
        add(guard);
        return guard;
    }

    RequestPort guard(final RequestPort port) {
        final GuardedPort guard = new GuardedPort(port);
        add(guard);
        return guard;
    }

    private void add(final Guard<?> guard) {
        guards = Arrays.copyOf(guards, guards.length + 1);
        guards[guards.length - 1] = guard;
    }

    /** @param <O> what is behind it */
    private abstract static class Guard<O> {
        final O real;
        /** That, or what stands in its place. */
        O out;

        Guard(final O real) {
            this.real = real;
            this.out = real;
        }

        /** What stands in its place while the gate is shut. */
        abstract O nowhere();

        void set(final boolean isOpen) {
            out = isOpen ? real : nowhere();
        }
    }

    private static class GuardedSink<T> extends Guard<Sink<? super T>> implements Sink<T> {
        private final Sink<Object> nowhere;

        GuardedSink(final Sink<T> sink) {
            super(sink);
            final NoSink third = new ThirdNoSink();
            final NoSink second = new SecondNoSink();
            final NoSink first = new FirstNoSink();
            first.onFlush = () -> out = second;
            second.onFlush = () -> out = third;
            third.onFlush = () -> out = first;
            nowhere = first;
        }

        @Override
        Sink<? super T> nowhere() {
            return nowhere;
        }

        @Override
        public void accept(final T item) {
            out.accept(item);
        }

        @Override
        public void flush() {
            out.flush();
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private static final class GuardedExactSink<T> extends GuardedSink<T> implements ExactSink<T> {
        private final ExactSink<T> sink;

        GuardedExactSink(final ExactSink<T> sink) {
            super(sink);
            this.sink = sink;
        }

        @Override
        public long held() {
            return sink.held();
        }

        @Override
        public void sync() {
            sink.sync();
        }

        @Override
        public void cutTo(final long count) {
            sink.cutTo(count);
        }
    }

    /** Takes all, and lets another one take what comes after the batch. */
    private abstract static class NoSink extends DiscardingSink<Object> {
        Runnable onFlush;

        @Override
        public void flush() {
            onFlush.run();
        }
    }

    private static final class FirstNoSink extends NoSink {}

    private static final class SecondNoSink extends NoSink {}

    private static final class ThirdNoSink extends NoSink {}

    private static final class GuardedPort extends Guard<RequestPort> implements RequestPort {
        private final RequestPort nowhere;

        GuardedPort(final RequestPort port) {
            super(port);
            final RequestPort third = (requestId, request, length) -> out = first();
            final RequestPort second = (requestId, request, length) -> out = third;
            nowhere = (requestId, request, length) -> out = second;
        }

        private RequestPort first() {
            return nowhere;
        }

        @Override
        RequestPort nowhere() {
            return nowhere;
        }

        @Override
        public void send(final long requestId, final DirectBuffer request, final int length) {
            out.send(requestId, request, length);
        }
    }
}
