package io.millrace.engine.verify;

import io.millrace.engine.graph.Graph;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.InputLogReader;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Two copies of a flow, of two calls of its definition, that get the same records and are compared. In one of them items
 * are spoiled when they have been used, so that a step that keeps one does not do the same.
 *
 * <p>Thread: one. Allocation: yes.
 */
final class Twins {
    private final Supplier<Graph> definition;
    private final Supplier<RunConfig> configs;

    Twins(final Supplier<Graph> definition, final Supplier<RunConfig> configs) {
        this.definition = definition;
        this.configs = configs;
    }

    /**
     * What became of two copies.
     *
     * @param checkpoints how often they were compared
     * @param lastSeq     last record that they worked on
     * @param lastEqual   where they were the same for the last time
     * @param one         the first checkpoint that differs, of the first copy; null if there is none
     * @param other       the same of the other copy
     * @param failure     what both failed with in the same way, or null
     */
    record Sight(
            long checkpoints,
            long lastSeq,
            Remembered lastEqual,
            Checkpoint one,
            Checkpoint other,
            RuntimeException failure) {

        boolean differs() {
            return one != null;
        }
    }

    /**
     * Runs both from a place on.
     *
     * @param records begin at that place or before; closed
     * @param look    what is compared
     * @param equal   takes checkpoints at which they are equal
     */
    Sight look(
            final Remembered start, final InputLogReader records, final Look look, final Consumer<Checkpoint> equal) {
        try (records;
                Copy one = new Copy(definition, configs.get().check(false), look.detail());
                Copy other = new Copy(definition, configs.get().check(true), look.detail())) {
            one.restore(start);
            other.restore(start);
            final Slices slices = new Slices(records, start.nextSeq(), look.firstSeq(), look.lastSeq(), look.every());
            return compare(one, other, start, slices, equal);
        }
    }

    private static Sight compare(
            final Copy one,
            final Copy other,
            final Remembered start,
            final Slices slices,
            final Consumer<Checkpoint> equal) {
        Remembered lastEqual = start;
        long checkpoints = 0;
        long lastSeq = start.nextSeq() - 1;
        boolean pending = false;
        boolean more = slices.next();
        while (more || pending) {
            if (more) {
                lastSeq = slices.lastSeq();
                one.run(slices);
                other.run(slices);
                if (slices.isBefore()) {
                    one.forgetShown();
                    other.forgetShown();
                }
            }
            final boolean failed = one.failure() != null || other.failure() != null;
            pending = more && !slices.isCheckpoint() && !slices.isBefore();
            if (!pending || failed) {
                final Checkpoint ofOne = one.checkpoint(lastSeq);
                final Checkpoint ofOther = other.checkpoint(lastSeq);
                checkpoints++;
                if (!ofOne.equalsIn(ofOther)) {
                    return new Sight(checkpoints, lastSeq, lastEqual, ofOne, ofOther, null);
                }
                equal.accept(ofOne);
                if (failed) {
                    return new Sight(checkpoints, lastSeq, lastEqual, null, null, one.failure());
                }
                lastEqual = one.remember(lastSeq);
            }
            more = more && slices.next();
        }
        return new Sight(checkpoints, lastSeq, lastEqual, null, null, null);
    }
}
