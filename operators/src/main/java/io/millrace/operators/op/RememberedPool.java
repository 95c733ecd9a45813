package io.millrace.operators.op;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.store.Spares;
import io.millrace.operators.store.StatePool;

/**
 * Memories for keys.
 *
 * <p>Thread: the stage's. Allocation: only for more keys than ever before. Deterministic: yes.
 */
final class RememberedPool implements StatePool<Remembered> {
    private final Spares<Remembered> spares = new Spares<>();

    @Override
    public Remembered take() {
        final Remembered spare = spares.take();
        return spare == null ? new Remembered() : spare;
    }

    @Override
    public void release(final Remembered remembered) {
        remembered.clear();
        spares.giveBack(remembered);
    }

    @Override
    public void write(final Remembered remembered, final StateWriter out) {
        remembered.write(out);
    }

    @Override
    public Remembered read(final StateReader in) {
        final Remembered remembered = take();
        remembered.read(in);
        return remembered;
    }
}
