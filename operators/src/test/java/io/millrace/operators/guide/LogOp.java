package io.millrace.operators.guide;

import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StageClock;
import io.millrace.engine.stage.StepContext;
import java.math.BigDecimal;

/** Makes a line of each item: when it comes, its key, and what it is. */
public final class LogOp implements Receiver<Object> {
    private static final int NANOS = 9;

    private final KeySpace keys;
    private final StageClock clock;
    private final Receiver<String> next;

    LogOp(final StepContext context, final Receiver<String> next) {
        this.keys = context.keys();
        this.clock = context.clock();
        this.next = next;
    }

    @Override
    public void onItem(final long key, final Object item) {
        final String seconds =
                BigDecimal.valueOf(clock.now(), NANOS).stripTrailingZeros().toPlainString();
        next.onItem(key, "[" + seconds + " s] " + keys.describe(key) + ": " + item);
    }
}
