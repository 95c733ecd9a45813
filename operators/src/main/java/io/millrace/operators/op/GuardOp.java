package io.millrace.operators.op;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.CurrentRecord;
import io.millrace.engine.stage.FailureTarget;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StageClock;
import io.millrace.engine.stage.StepContext;
import io.millrace.engine.stage.StepException;
import io.millrace.operators.DeadLetter;
import org.agrona.concurrent.status.AtomicCounter;

/** Hands items to the steps that it guards, and what these fail on to where dead letters go. */
public final class GuardOp<T> implements Receiver<T>, FailureTarget {
    private static final long NO_KEY = 0;

    private final Receiver<T> guarded;
    private final Receiver<DeadLetter> failed;
    private final CurrentRecord record;
    private final StageClock clock;
    private final AtomicCounter failures;
    private final DeadLetter letter = DeadLetter.TYPE.create();
    private final ItemType<DeadLetter, DeadLetter> spoiling;

    GuardOp(final StepContext context, final Receiver<T> guarded, final Receiver<DeadLetter> failed) {
        this.guarded = guarded;
        this.failed = failed;
        this.record = context.record();
        this.clock = context.clock();
        this.failures = context.counter("items failed");
        this.spoiling = context.checks() ? DeadLetter.TYPE : null;
    }

    @Override
    public void onItem(final long key, final T item) {
        guarded.onItem(key, item);
    }

    @Override
    public void onFailure(final StepException failure, final String key) {
        failures.incrementRelease();
        if (spoiling != null) {
            spoiling.spoil(letter);
        }
        letter.at(failure.stepId(), record.inputSeq(), clock.now()).says(failure.item(), key, failure.getCause());
        failed.onItem(NO_KEY, letter);
    }
}
