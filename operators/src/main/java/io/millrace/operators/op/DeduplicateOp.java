package io.millrace.operators.op;

import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StageClock;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.engine.stage.StepTimers;
import io.millrace.engine.stage.TimerTarget;
import java.util.function.ToLongFunction;

/**
 * Only the first of the items of a key that are the same, until it is forgotten.
 *
 * <p>A key has one timer, for the time at which all that was known of it when the timer was set may be forgotten.
 */
public final class DeduplicateOp<T> implements Receiver<T>, TimerTarget, Stateful {
    private final ToLongFunction<T> identity;
    private final long remember;
    private final StepContext context;
    private final Receiver<T> next;
    private final StageClock clock;
    private final StepTimers timers;
    private final KeyedStates<Remembered> states;

    DeduplicateOp(
            final ToLongFunction<T> identity, final Long remember, final StepContext context, final Receiver<T> next) {
        this.identity = identity;
        this.remember = remember;
        this.context = context;
        this.next = next;
        this.clock = context.clock();
        this.timers = context.timers();
        this.states = KeyedStates.of(new RememberedPool(), context.keys());
    }

    @Override
    public void onItem(final long key, final T item) {
        final long id;
        try {
            id = identity.applyAsLong(item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        final long now = clock.now();
        Remembered remembered = states.find(key);
        if (remembered == null) {
            remembered = states.add(key);
            timers.set(key, now + remember, 0);
        }
        remembered.forgetUpTo(now - remember);
        if (remembered.add(id, now)) {
            next.onItem(key, item);
        }
    }

    @Override
    public void onTimer(final long key, final long tag) {
        final Remembered remembered = states.find(key);
        remembered.forgetUpTo(clock.now() - remember);
        if (remembered.isEmpty()) {
            states.remove(key, remembered);
        } else {
            timers.set(key, remembered.newestTime() + remember, 0);
        }
    }

    @Override
    public void reset() {
        states.reset();
    }

    @Override
    public void writeState(final StateWriter out) {
        states.write(out);
    }

    @Override
    public void readState(final StateReader in) {
        states.read(in);
    }
}
