package io.millrace.connectors.testing;

import io.millrace.engine.spi.ExactSink;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.stage.DefinitionType;
import io.millrace.engine.stage.Definitions;
import java.util.UUID;

/** One process in which a sink is open; the context that the sink is given. */
final class Life<T> implements SinkContext {
    static final UUID JOURNAL = new UUID(0x4d696c6c72616365L, 1);
    static final String STEP = "the step";

    private final Place<T> place;
    private final UUID journal;
    private final String step;
    private final boolean continues;
    private long committable = Long.MAX_VALUE;
    private ExactSink<T> sink;

    Life(final Place<T> place, final UUID journal, final String step, final boolean continues) {
        this.place = place;
        this.journal = journal;
        this.step = step;
        this.continues = continues;
    }

    static <T> Life<T> first(final Place<T> place) {
        return new Life<>(place, JOURNAL, STEP, false).begin();
    }

    static <T> Life<T> next(final Place<T> place) {
        return new Life<>(place, JOURNAL, STEP, true).begin();
    }

    Life<T> begin() {
        final Sink<T> opened = place.sink().open(this);
        if (!(opened instanceof ExactSink)) {
            opened.close();
            throw new AssertionError(opened.getClass().getName() + " is no ExactSink, though the run has a journal");
        }
        sink = (ExactSink<T>) opened;
        return this;
    }

    ExactSink<T> sink() {
        return sink;
    }

    long held() {
        return sink.held();
    }

    Life<T> limit(final long count) {
        committable = count;
        return this;
    }

    void kill() {
        place.kill(sink);
    }

    void close() {
        sink.close();
    }

    @Override
    public String stepId() {
        return step;
    }

    @Override
    public <D extends Definitions> D definitions(final DefinitionType<D> type) {
        return type.create().get();
    }

    @Override
    public UUID journalId() {
        return journal;
    }

    @Override
    public boolean continues() {
        return continues;
    }

    @Override
    public long committable() {
        return committable;
    }
}
