package io.millrace.engine.run;

import io.millrace.engine.spi.Sink;

/** In place of a sink that is not opened, or behind a gate that is shut. */
class DiscardingSink<T> implements Sink<T> {
    @Override
    public void accept(final T item) {
        // Not wanted.
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing to let go of.
    }
}
