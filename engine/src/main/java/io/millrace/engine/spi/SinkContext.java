package io.millrace.engine.spi;

import io.millrace.engine.stage.DefinitionType;
import io.millrace.engine.stage.Definitions;
import java.util.UUID;

/** What a sink is given when it is opened. */
public interface SinkContext {

    /** Id of the output step. */
    String stepId();

    /** What the stage knows from DEFINITION records; always as it was when the item was emitted. */
    <D extends Definitions> D definitions(DefinitionType<D> type);

    /**
     * The journal whose life the sink's items are numbered in, or null if the run has none that it could go on with: a
     * replay, or a run without a journal.
     */
    default UUID journalId() {
        return null;
    }

    /**
     * Whether the run goes on with its journal: the sink then continues what it holds of it, if it holds any. If not, the
     * sink must be new.
     */
    default boolean continues() {
        return false;
    }

    /**
     * Running count of items that may leave: their inputs are as durable as the journal promises. {@link Long#MAX_VALUE} if
     * all may. To be asked in {@link Sink#flush}, on the sink's thread.
     */
    default long committable() {
        return Long.MAX_VALUE;
    }
}
