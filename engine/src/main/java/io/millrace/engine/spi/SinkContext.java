package io.millrace.engine.spi;

import io.millrace.engine.stage.DefinitionType;
import io.millrace.engine.stage.Definitions;

/** What a sink is given when it is opened. */
public interface SinkContext {

    /** Id of the output step. */
    String stepId();

    /** What the stage knows from DEFINITION records; always as it was when the item was emitted. */
    <D extends Definitions> D definitions(DefinitionType<D> type);
}
