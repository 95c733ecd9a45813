package io.millrace.engine.run;

import io.millrace.engine.spi.Sink;
import io.millrace.engine.stage.RequestPort;

/**
 * Shut during warm-up, when nothing may leave the process. Only flows that are warmed up have one.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
final class OutputGate {
    private boolean open = true;

    void set(final boolean isOpen) {
        open = isOpen;
    }

    <T> Sink<T> guard(final Sink<T> sink) {
        return new Sink<>() {
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
        };
    }

    RequestPort guard(final RequestPort port) {
        return (requestId, request, length) -> {
            if (open) {
                port.send(requestId, request, length);
            }
        };
    }
}
