package io.millrace.engine.stage;

/** An operator threw. Names the step and the item; the cause is what was thrown. */
public final class StepException extends RuntimeException {
    private static final int MAX_ITEM_CHARS = 500;

    private final String stepId;
    private final String item;

    public StepException(final String stepId, final String item, final Throwable cause) {
        super("step '" + stepId + "' failed on " + shorten(item) + ": " + cause, cause);
        this.stepId = stepId;
        this.item = shorten(item);
    }

    private static String shorten(final String text) {
        return text.length() <= MAX_ITEM_CHARS ? text : text.substring(0, MAX_ITEM_CHARS) + "…";
    }

    /** Step that failed. */
    public String stepId() {
        return stepId;
    }

    /** The item that it failed on, as text. */
    public String item() {
        return item;
    }
}
