package io.millrace.engine.stage;

/**
 * Shut during warm-up, when nothing may leave the process.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
public final class OutputGate {
    private boolean open = true;

    public boolean isOpen() {
        return open;
    }

    public void set(final boolean isOpen) {
        open = isOpen;
    }
}
