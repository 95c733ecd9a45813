package io.millrace.operators.guide;

import io.millrace.operators.StatefulContext;
import io.millrace.operators.StatefulLogic;
import java.time.Duration;

/** Emits what was not followed by a price of 0 in time. */
record Unanswered(Duration patience) implements StatefulLogic<Tick, Tick, Tick, Tick> {

    @Override
    public void onItem(final StatefulContext<Tick, Tick> context, final Tick open, final Tick tick) {
        if (tick.price() == 0) {
            context.cancelTimer();
        } else {
            open.set(tick);
            context.timerAfter(patience);
        }
    }

    @Override
    public void onTimer(final StatefulContext<Tick, Tick> context, final Tick open) {
        context.out().set(open);
        context.emit();
    }
}
