package io.millrace.app.cli;

import io.millrace.engine.compile.EffectException;
import io.millrace.engine.run.Layout;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.stage.StepException;
import java.nio.file.Path;
import java.util.Optional;

/** Tells, with what a flow failed with, the command that shows it again. */
final class Reproduction {
    /** A failure, and what to do about it. */
    static final class FlowFailure extends RuntimeException {
        FlowFailure(final String message, final Throwable cause) {
            super(message, cause);
        }
    }

    private Reproduction() {}

    /**
     * What to throw.
     *
     * @param replay the command that replays the journal
     */
    static RuntimeException of(final EffectException failure, final String replay, final Layout layout) {
        if (isOutside(failure)) {
            return failure;
        }
        final long seq = Math.max(0, failure.inputSeq());
        final StringBuilder command = new StringBuilder(replay);
        if (failure.getCause() instanceof StepException step) {
            command.append(" --from ").append(seq);
            // With threads a stage only knows the last record before a timer.
            command.append(layout == Layout.FUSED ? " --to " + seq : "");
            command.append(" --trace ").append(step.stepId());
        } else {
            command.append(layout == Layout.FUSED ? " --to " + seq : "");
        }
        return new FlowFailure(failure.getMessage() + "; to see it again: " + command, failure);
    }

    /** What to throw when a built-in flow has failed; as it is if there is no journal. */
    static RuntimeException ofRun(
            final EffectException failure, final String flow, final Optional<Path> journal, final Layout layout) {
        return journal.map(directory -> of(failure, replay(flow, directory), layout))
                .orElse(failure);
    }

    /** The command that replays a journal. */
    static String replay(final String flow, final Path journal) {
        return "./millrace replay " + flow + " --journal " + word(journal);
    }

    /** Whether it failed because of the world, not because of the input. */
    private static boolean isOutside(final Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectorException) {
                return true;
            }
        }
        return false;
    }

    /** A word of a command, in quotes if it needs them. */
    static String word(final Object text) {
        final String word = text.toString();
        return word.matches("[\\w./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
