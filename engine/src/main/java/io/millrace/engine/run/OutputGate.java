package io.millrace.engine.run;

import io.millrace.engine.spi.ExactSink;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.stage.RequestPort;

/**
 * Shut while nothing may leave the process: during warm-up, and for requests until all that was journaled has been worked
 * on.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
final class OutputGate {
    private boolean open = true;

    void set(final boolean isOpen) {
        open = isOpen;
    }

    <T> Sink<T> guard(final Sink<T> sink) {
        return sink instanceof ExactSink<T> exact ? new GuardedExact<>(exact) : new Guarded<>(sink);
    }

    private class Guarded<T> implements Sink<T> {
        private final Sink<T> sink;

        Guarded(final Sink<T> sink) {
            this.sink = sink;
        }

        @Override
        public void accept(final T item) {
            if (open) {
                sink.accept(item);
            }
        }

        @Override
        public void flush() {
            if (open) {
                sink.flush();
            }
        }

        @Override
        public void close() {
            sink.close();
        }
    }

    private final class GuardedExact<T> extends Guarded<T> implements ExactSink<T> {
        private final ExactSink<T> sink;

        GuardedExact(final ExactSink<T> sink) {
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

    RequestPort guard(final RequestPort port) {
        return (requestId, request, length) -> {
            if (open) {
                port.send(requestId, request, length);
            }
        };
    }
}
