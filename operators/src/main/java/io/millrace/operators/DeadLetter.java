package io.millrace.operators;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;
import java.nio.charset.StandardCharsets;

/**
 * What a step inside a guard failed on, in words: for people, who mend the step or the source and then know which items to
 * give again. Reused, as other items are.
 *
 * <p>Thread: the stage's. Allocation: its texts. Deterministic: as far as the texts are; what an exception or an item says of
 * itself must not depend on the run.
 */
public final class DeadLetter {
    /** How dead letters are journaled, kept, and sent to other threads. */
    public static final ItemType<DeadLetter, DeadLetter> TYPE =
            ItemType.of("dead-letter", DeadLetter::new, DeadLetter::write, DeadLetter::read);

    private static final int MAX_ERROR_CHARS = 2_000;
    private static final char MORE = '…';

    private String stepId = "";
    private long inputSeq;
    private long time;
    private String key = "";
    private String error = "";
    private String item = "";

    DeadLetter() {}

    /** Id of the step that failed. */
    public String stepId() {
        return stepId;
    }

    /** Number of the record that the item came from; -1 if it came from a timer or at the end of input. */
    public long inputSeq() {
        return inputSeq;
    }

    /** Stage time, epoch nanoseconds. */
    public long time() {
        return time;
    }

    /** Key of the item, as text; empty if it had none. */
    public String key() {
        return key;
    }

    /** Class and message of what the step threw; at most 2,000 characters. */
    public String error() {
        return error;
    }

    /** The item as text, at most 500 characters; its class if it has no {@code toString} of its own. */
    public String item() {
        return item;
    }

    /** Where it happened. */
    public DeadLetter at(final String failedStep, final long record, final long stageTime) {
        stepId = readable(failedStep);
        inputSeq = record;
        time = stageTime;
        return this;
    }

    /** What happened to which item. */
    public DeadLetter says(final String ofItem, final String itsKey, final Throwable thrown) {
        item = readable(ofItem);
        key = readable(itsKey);
        final String text = textOf(thrown);
        error = readable(text.length() <= MAX_ERROR_CHARS ? text : text.substring(0, MAX_ERROR_CHARS - 1) + MORE);
        return this;
    }

    private static String textOf(final Throwable thrown) {
        try {
            return String.valueOf(thrown);
        } catch (final RuntimeException e) {
            return thrown.getClass().getName();
        }
    }

    /** Half a pair of surrogates does not survive being encoded: the same letter must read alike on either side. */
    private static String readable(final String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void write(final DeadLetter letter, final FieldWriter out) {
        out.putText(letter.stepId)
                .putLong(letter.inputSeq)
                .putLong(letter.time)
                .putText(letter.key)
                .putText(letter.error)
                .putText(letter.item);
    }

    private static void read(final DeadLetter letter, final FieldReader in) {
        letter.stepId = in.takeText();
        letter.inputSeq = in.takeLong();
        letter.time = in.takeLong();
        letter.key = in.takeText();
        letter.error = in.takeText();
        letter.item = in.takeText();
    }

    @Override
    public String toString() {
        return "step '" + stepId + "' failed on " + item + (key.isEmpty() ? "" : " of key " + key) + " at record "
                + inputSeq + ", time " + time + ": " + error;
    }
}
