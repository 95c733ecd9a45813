package io.millrace.journal.restart;

import io.millrace.journal.model.JournalOptions;
import java.util.List;

/**
 * How a run goes on with a journal.
 *
 * <p>Thread: any. Allocation: when made. Deterministic: yes.
 *
 * @param writing    how the journal is written from now on
 * @param acceptLoss whether the user accepts that records at the end are gone: the journal then goes on behind what can be
 *                   read, in a new epoch
 * @param skips      records at which the failure of a step is passed over, beside those that the journal knows of
 */
public record ResumeOptions(JournalOptions writing, boolean acceptLoss, List<Long> skips) {

    /** Written as by default, no loss accepted, nothing skipped. */
    public static final ResumeOptions DEFAULTS = new ResumeOptions(JournalOptions.DEFAULTS, false, List.of());

    public ResumeOptions {
        skips = List.copyOf(skips);
    }

    public ResumeOptions writing(final JournalOptions value) {
        return new ResumeOptions(value, acceptLoss, skips);
    }

    public ResumeOptions acceptLoss(final boolean value) {
        return new ResumeOptions(writing, value, skips);
    }

    public ResumeOptions skips(final List<Long> value) {
        return new ResumeOptions(writing, acceptLoss, value);
    }
}
