package io.millrace.journal.restart;

import io.millrace.engine.spi.SnapshotStore;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/**
 * How a run goes on with a journal.
 *
 * <p>Thread: any. Allocation: when made. Deterministic: yes.
 *
 * @param writing    how the journal is written from now on
 * @param acceptLoss whether the user accepts that records at the end are gone: the journal then goes on behind what can be
 *                   read, in a new epoch
 * @param skips      records at which the failure of a step is passed over, beside those that the journal knows of
 * @param snapshots  gives the snapshots of a journal, by its directory and head
 */
public record ResumeOptions(
        JournalOptions writing,
        boolean acceptLoss,
        List<Long> skips,
        BiFunction<Path, JournalHead, SnapshotStore> snapshots) {

    /** Written as by default, no loss accepted, nothing skipped, no snapshots. */
    public static final ResumeOptions DEFAULTS =
            new ResumeOptions(JournalOptions.DEFAULTS, false, List.of(), (dir, head) -> SnapshotStore.NONE);

    public ResumeOptions {
        skips = List.copyOf(skips);
    }

    public ResumeOptions writing(final JournalOptions value) {
        return new ResumeOptions(value, acceptLoss, skips, snapshots);
    }

    public ResumeOptions acceptLoss(final boolean value) {
        return new ResumeOptions(writing, value, skips, snapshots);
    }

    public ResumeOptions skips(final List<Long> value) {
        return new ResumeOptions(writing, acceptLoss, value, snapshots);
    }

    public ResumeOptions snapshots(final BiFunction<Path, JournalHead, SnapshotStore> value) {
        return new ResumeOptions(writing, acceptLoss, skips, value);
    }
}
