package io.millrace.engine.stage;

/**
 * Which part of a stage writes or reads state.
 *
 * <p>Thread: any, immutable. Allocation: none. Deterministic: yes.
 *
 * @param part  from 0
 * @param parts number of parts
 */
public record StatePart(int part, int parts) {
    /** A stage that is not dealt to parts. */
    public static final StatePart WHOLE = new StatePart(0, 1);

    public StatePart {
        if (part < 0 || part >= parts) {
            throw new StateException("part " + part + " of " + parts + " parts: there is no such part");
        }
    }

    /** Whether keys with this hash belong to the part. */
    public boolean has(final int keyHash) {
        return has(keyHash, part, parts);
    }

    /** Whether keys with this hash belong to a part. */
    public static boolean has(final int keyHash, final int part, final int parts) {
        return Math.floorMod(keyHash, parts) == part;
    }

    @Override
    public String toString() {
        return "part " + part + " of " + parts;
    }
}
