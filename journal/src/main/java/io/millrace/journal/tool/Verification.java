package io.millrace.journal.tool;

import io.millrace.journal.model.DamageException;
import io.millrace.journal.model.TornTail;
import java.util.List;

/**
 * What a look at a whole journal found.
 *
 * @param outcome   in a word
 * @param sessions  sessions whose records count, up to the damage if there is any
 * @param documents documents that are intact, up to the damage if there is any
 * @param firstSeq  number of the first record; more than 0 if the first files are missing
 * @param nextSeq   one past the last intact record
 * @param timesBack records whose time is before that of the one before: unusual, but not damage
 * @param tornTails documents that were never completed at the end of older sessions
 * @param damage    what is wrong and where, or null
 */
public record Verification(
        Outcome outcome,
        int sessions,
        long documents,
        long firstSeq,
        long nextSeq,
        long timesBack,
        List<TornTail> tornTails,
        DamageException damage) {

    /** What was found. */
    public enum Outcome {
        /** Everything is as it was written. */
        OK,
        /** So it is, but for a last document that was never completed: its writer was killed. Readers skip it. */
        OK_BUT_INCOMPLETE_END,
        /** It is not. */
        DAMAGED
    }

    /** Whether everything that was completed is there as it was written. */
    public boolean isSound() {
        return outcome != Outcome.DAMAGED;
    }

    /** The finding as text. */
    @Override
    public String toString() {
        final String extent = documents + " documents, "
                + (nextSeq == firstSeq ? "no records" : "records " + firstSeq + " to " + (nextSeq - 1))
                + (sessions > 1 ? " in " + sessions + " sessions" : "")
                + (tornTails.isEmpty() ? "" : ", after which " + tornTails.size() + " were never completed")
                + (timesBack > 0 ? ", " + timesBack + " of them with a time before that of the one before" : "");
        return switch (outcome) {
            case OK -> "OK: " + extent;
            case OK_BUT_INCOMPLETE_END -> "OK: " + extent + ", and one document at the end that was never completed";
            case DAMAGED -> "DAMAGED after " + extent + ": " + damage.getMessage();
        };
    }
}
