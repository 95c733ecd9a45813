package io.millrace.operators.market;

import io.millrace.engine.stage.DefinitionType;
import io.millrace.engine.stage.Definitions;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * What a stage knows of instruments, from the DEFINITION records that came before their first use.
 *
 * <p>Thread: the stage's. Allocation: for each definition. Deterministic: yes.
 */
public final class Instruments implements Definitions {
    public static final DefinitionType<Instruments> TYPE = new DefinitionType<>("instruments", Instruments::new);

    private static final int FEW = 64;
    private static final int MOST = 1 << 20;

    private Instrument[] byId = new Instrument[FEW];

    @Override
    public void define(final DirectBuffer source, final int offset, final int length) {
        final Instrument instrument = Instrument.read(source, offset);
        final int id = instrument.id();
        if (id < 0 || id >= MOST) {
            throw new IllegalArgumentException("instrument id " + id + " is not from 0 to " + (MOST - 1));
        }
        if (id >= byId.length) {
            byId = Arrays.copyOf(byId, Math.max(id + 1, byId.length * 2));
        }
        byId[id] = instrument;
    }

    @Override
    public void reset() {
        Arrays.fill(byId, null);
    }

    /**
     * What an id stands for.
     *
     * @throws IllegalStateException if it was never defined
     */
    public Instrument get(final int id) {
        final Instrument found = id >= 0 && id < byId.length ? byId[id] : null;
        if (found == null) {
            throw new IllegalStateException("instrument " + id + " is used, but no DEFINITION record has come for it");
        }
        return found;
    }
}
