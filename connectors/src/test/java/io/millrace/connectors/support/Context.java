package io.millrace.connectors.support;

import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.stage.DefinitionType;
import io.millrace.engine.stage.Definitions;
import java.util.UUID;

/** What a sink is given when it is opened, without a flow. */
public record Context(UUID journalId, String stepId, boolean continues) implements SinkContext {
    @Override
    public <D extends Definitions> D definitions(final DefinitionType<D> type) {
        throw new UnsupportedOperationException();
    }
}
