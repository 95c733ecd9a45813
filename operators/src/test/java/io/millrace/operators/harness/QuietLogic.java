package io.millrace.operators.harness;

import io.millrace.operators.StatefulContext;
import io.millrace.operators.StatefulLogic;
import io.millrace.operators.support.Probe;
import io.millrace.operators.testing.HarnessFlow;

/** Uses everything that a context offers: sums up, tells when it is quiet, takes timers back, forgets. */
final class QuietLogic implements StatefulLogic<Probe, Probe, Probe, Probe> {
    private static final long PATIENCE = 6 * HarnessFlow.INTERVAL;

    @Override
    public void onItem(final StatefulContext<Probe, Probe> context, final Probe state, final Probe item) {
        state.add(item);
        if (item.value % 7 == 0) {
            context.cancelTimer();
        } else if (item.value % 11 == 0) {
            emit(context, state);
            context.discard();
        } else {
            context.timerAfter(PATIENCE);
        }
    }

    @Override
    public void onTimer(final StatefulContext<Probe, Probe> context, final Probe state) {
        emit(context, state);
        if (state.value % 2 == 0) {
            context.discard();
        } else if (state.value % 3 == 0) {
            context.timerAt(context.now() + PATIENCE);
        }
    }

    @Override
    public void onEnd(final StatefulContext<Probe, Probe> context, final Probe state) {
        emit(context, state);
    }

    private static void emit(final StatefulContext<Probe, Probe> context, final Probe state) {
        final Probe out = context.out();
        out.set(state);
        out.key = context.isNew() ? 1 : 0;
        context.emit();
    }
}
