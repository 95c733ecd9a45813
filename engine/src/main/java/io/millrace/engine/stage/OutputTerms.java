package io.millrace.engine.stage;

import io.millrace.engine.spi.InputLog;
import java.util.UUID;

/**
 * On which terms items leave one copy of a flow: whose journal numbers them, and how far that is durable.
 *
 * <p>Thread: any; {@link #goLive} is called by the ingress thread. Allocation: none. Deterministic: changes no item.
 */
public final class OutputTerms {
    private final UUID journalId;
    private final boolean continues;
    private final boolean acceptsLoss;
    private final boolean hashes;
    private volatile InputLog log = InputLog.NONE;
    private volatile boolean live;
    private volatile boolean lossTaken;

    /**
     * @param journalId   the journal, or null if there is none that could be continued
     * @param continues   whether the run goes on with it
     * @param acceptsLoss whether sinks that are ahead of the journal are cut back
     * @param hashes      whether outputs are hashed, for comparison with another copy
     */
    public OutputTerms(final UUID journalId, final boolean continues, final boolean acceptsLoss, final boolean hashes) {
        this.journalId = journalId;
        this.continues = continues;
        this.acceptsLoss = acceptsLoss;
        this.hashes = hashes;
    }

    /** No journal. */
    public static OutputTerms none() {
        return new OutputTerms(null, false, false, false);
    }

    public UUID journalId() {
        return journalId;
    }

    public boolean continues() {
        return continues;
    }

    public boolean acceptsLoss() {
        return acceptsLoss;
    }

    public boolean hashes() {
        return hashes;
    }

    /** A sink was ahead of the journal and was cut back. */
    public void takeLoss() {
        lossTaken = true;
    }

    /** Whether a sink was ahead of the journal and was cut back. */
    public boolean lossTaken() {
        return lossTaken;
    }

    /** Where records are appended; what was read before is as durable as it will ever be. */
    public InputLog log() {
        return log;
    }

    /** From now on records are appended here. */
    public void goLive(final InputLog appended) {
        log = appended;
        live = true;
    }

    /** Whether records are appended, or whether the copy still works on what was journaled before. */
    public boolean isLive() {
        return live;
    }
}
