package io.millrace.engine.stage;

import java.util.Arrays;
import java.util.function.Consumer;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * The records at which one step may fail.
 *
 * <p>Thread: the stage's. Allocation: when a step fails. Deterministic: yes.
 */
public final class StepSkips {
    private static final String LABEL = "items skipped";

    private final long[] records;
    private final CurrentRecord current;
    private final AtomicCounter skipped;
    private final Consumer<String> reporter;
    private long reported = CurrentRecord.NONE;

    /**
     * @param context of the step
     * @param records in ascending order
     */
    public StepSkips(final StepContext context, final long[] records, final Consumer<String> reporter) {
        this.records = records.clone();
        this.current = context.record();
        this.skipped = context.counter(LABEL);
        this.reporter = reporter;
    }

    /**
     * Passes over a failure.
     *
     * @throws StepException if it is at another record
     */
    void pass(final StepException failure) {
        final long inputSeq = current.inputSeq();
        if (Arrays.binarySearch(records, inputSeq) < 0) {
            throw failure;
        }
        skipped.incrementRelease();
        if (reported != inputSeq) {
            reported = inputSeq;
            reporter.accept(message(inputSeq, failure));
        }
    }

    private static String message(final long inputSeq, final StepException failure) {
        return "skipped at record " + inputSeq + ", as asked for: " + failure.getMessage();
    }
}
