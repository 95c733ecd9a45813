package io.millrace.engine.verify;

import io.millrace.engine.spi.InputLogReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Compares what another process does with what this one has done. */
final class ProcessPass {
    private final SoloRun own;
    private final LongFunction<InputLogReader> records;
    private final OtherCopy other;
    private final String copies;

    ProcessPass(final SoloRun own, final LongFunction<InputLogReader> records, final OtherCopy other) {
        this.own = own;
        this.records = records;
        this.other = other;
        this.copies = "this JVM and " + other.name();
    }

    /**
     * Compares.
     *
     * @param expected checkpoints of this process
     * @param look     how they were made
     */
    Optional<Difference> compare(final List<Checkpoint> expected, final Look look) {
        final Parting coarse = part(expected, look);
        if (coarse == null) {
            return Optional.empty();
        }
        final Look closer = new Look(coarse.firstSeq(), coarse.one().inputSeq(), 1, Detail.SHOWN);
        final List<Checkpoint> ofOwn = new ArrayList<>();
        own.run(records.apply(0), closer, ofOwn::add);
        final Parting exact = part(ofOwn, closer);
        return Optional.of(
                exact == null
                        ? new Suspect(coarse.one(), coarse.other())
                                .inRange(copies, coarse.firstSeq(), coarse.one().inputSeq())
                        : new Suspect(exact.one(), exact.other())
                                .found(
                                        copies,
                                        exact.one().inputSeq(),
                                        exact.one().inputSeq()));
    }

    /** Where two rows of checkpoints part, and the record behind the last equal one. */
    private record Parting(long firstSeq, Checkpoint one, Checkpoint other) {}

    private Parting part(final List<Checkpoint> expected, final Look look) {
        final Comparison comparison = new Comparison(expected, look.firstSeq());
        other.run(look, comparison::take);
        return comparison.parting();
    }

    private static final class Comparison {
        private static final Checkpoint NOTHING = new Checkpoint(Long.MAX_VALUE, "no such record", "", List.of());

        private final List<Checkpoint> expected;
        private long firstSeq;
        private int next;
        private Parting parting;

        Comparison(final List<Checkpoint> expected, final long firstSeq) {
            this.expected = expected;
            this.firstSeq = firstSeq;
        }

        /** Gives whether they are still the same. */
        boolean take(final Checkpoint checkpoint) {
            final Checkpoint own = next < expected.size() ? expected.get(next) : NOTHING;
            if (!own.equalsIn(checkpoint)) {
                parting = new Parting(firstSeq, own, checkpoint);
            }
            firstSeq = own.inputSeq() + 1;
            next++;
            return parting == null;
        }

        Parting parting() {
            return parting == null && next < expected.size()
                    ? new Parting(firstSeq, expected.get(next), NOTHING)
                    : parting;
        }
    }
}
