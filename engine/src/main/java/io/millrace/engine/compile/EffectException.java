package io.millrace.engine.compile;

import io.millrace.engine.stage.StepException;

/** A stage failed while it worked on an effect. Says at which record. */
public final class EffectException extends RuntimeException {
    private final long inputSeq;

    EffectException(final long inputSeq, final Throwable cause) {
        super(message(inputSeq, cause), cause);
        this.inputSeq = inputSeq;
    }

    private static String message(final long inputSeq, final Throwable cause) {
        final String what = cause instanceof StepException ? cause.getMessage() : cause.toString();
        return "at record " + inputSeq + ": " + what;
    }

    /** Record at which, or just before which, it happened. */
    public long inputSeq() {
        return inputSeq;
    }
}
