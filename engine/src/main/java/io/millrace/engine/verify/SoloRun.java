package io.millrace.engine.verify;

import io.millrace.engine.graph.Graph;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.InputLogReader;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs one copy of a flow and tells its checkpoints: what one process has to say to another that verifies the flow.
 *
 * <p>Thread: one; opens no sink and no source. Allocation: yes. Deterministic: if the flow is.
 */
public final class SoloRun {
    private final Supplier<Graph> definition;
    private final Supplier<RunConfig> configs;

    /** @param configs a fresh configuration for each copy; observer and sinks are set here */
    public SoloRun(final Supplier<Graph> definition, final Supplier<RunConfig> configs) {
        this.definition = definition;
        this.configs = configs;
    }

    /**
     * Runs from the beginning.
     *
     * @param records from the first on; closed
     */
    public void run(final InputLogReader records, final Look look, final Consumer<Checkpoint> checkpoints) {
        try (records;
                Copy copy = new Copy(definition, configs.get(), look.detail())) {
            final Slices slices = new Slices(records, 0, look.firstSeq(), look.lastSeq(), look.every());
            boolean pending = false;
            while (copy.failure() == null && slices.next()) {
                copy.run(slices);
                pending = !slices.isCheckpoint();
                if (slices.isCheckpoint() && copy.failure() == null) {
                    checkpoints.accept(copy.checkpoint(slices.lastSeq()));
                } else if (slices.isBefore()) {
                    copy.forgetShown();
                }
            }
            if (pending || copy.failure() != null) {
                checkpoints.accept(copy.checkpoint(slices.lastSeq()));
            }
        }
    }
}
