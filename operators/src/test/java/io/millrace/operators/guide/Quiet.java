package io.millrace.operators.guide;

import io.millrace.operators.StatefulContext;
import io.millrace.operators.StatefulLogic;
import java.time.Duration;

/** Emits the last tick of a key once none has come for a while, and forgets the key; says at the end what is open. */
record Quiet(Duration patience) implements StatefulLogic<Tick, Tick, String, Void> {

    @Override
    public void onItem(final StatefulContext<String, Void> context, final Tick last, final Tick tick) {
        if (context.isNew()) {
            context.emit(context.key().text() + " begins");
        }
        last.set(tick);
        context.timerAfter(patience); // one timer per key: this sets or moves it
    }

    @Override
    public void onTimer(final StatefulContext<String, Void> context, final Tick last) {
        context.emit("quiet since " + last);
        context.discard();
    }

    @Override
    public void onEnd(final StatefulContext<String, Void> context, final Tick last) {
        context.emit("ends with " + last);
    }
}
