package io.millrace.operators.support;

import io.millrace.operators.Emitter;
import io.millrace.operators.Items;
import io.millrace.operators.Key;
import io.millrace.operators.StatefulContext;
import io.millrace.operators.StatefulLogic;
import io.millrace.operators.window.Late;
import io.millrace.operators.window.WindowInfo;

/** What random steps do with probes. */
final class ProbeSteps {
    private ProbeSteps() {}

    static void both(final Probe left, final Probe right, final Probe result) {
        result.value = (left == null ? -1 : left.value) * 31 + (right == null ? -1 : right.value);
        result.key = left == null ? right.key : left.key;
        result.count = left == null ? right.count : left.count;
    }

    static void twist(final Probe in, final Probe result) {
        result.value = in.value * 3 + 1;
        result.key = in.key + in.value % 2;
        result.count = in.count;
    }

    static boolean twistSome(final Probe in, final Probe result) {
        twist(in, result);
        return in.value % 5 != 0;
    }

    static void nameKey(final Key key, final Probe in, final Probe result) {
        result.set(in);
        result.key = in.key + key.text().length();
    }

    static void splitBoth(final Probe state, final Probe in, final Probe reused, final Emitter<Probe> emitter) {
        for (long i = state.count % 3; i > 0; i--) {
            reused.set(state);
            reused.key = in.key;
            emitter.emit(reused);
        }
        state.add(in);
    }

    static void emitAll(final Items<Probe> list, final Probe reused, final Emitter<Probe> emitter) {
        for (int i = 0; i < list.size(); i++) {
            reused.set(list.get(i));
            reused.count += list.size();
            emitter.emit(reused);
        }
    }

    /** Logic that sets, moves and cancels timers, discards keys, and has a last word, as the numbers of items say. */
    record Whims(long delay) implements StatefulLogic<Probe, Probe, Probe, Probe> {
        @Override
        public void onItem(final StatefulContext<Probe, Probe> context, final Probe state, final Probe item) {
            state.add(item);
            switch ((int) Math.floorMod(item.value, 5L)) {
                case 0 -> context.timerAfter(delay);
                case 1 -> context.cancelTimer();
                case 2 -> context.timerAt(context.now() + item.key);
                case 3 -> {
                    tell(context, state);
                    context.discard();
                }
                default -> context.emit(item);
            }
        }

        @Override
        public void onTimer(final StatefulContext<Probe, Probe> context, final Probe state) {
            tell(context, state);
            if (state.count % 2 == 0) {
                state.count++;
                context.timerAfter(delay);
            } else if (state.count % 3 == 0) {
                context.discard();
            }
        }

        @Override
        public void onEnd(final StatefulContext<Probe, Probe> context, final Probe state) {
            tell(context, state);
        }

        private static void tell(final StatefulContext<Probe, Probe> context, final Probe state) {
            context.out().value = state.value;
            context.out().key = context.key().text().length();
            context.out().count = context.now() + (context.isNew() ? 1 : 0);
            context.emit();
        }
    }

    static void split(final Probe in, final Probe reused, final Emitter<Probe> emitter) {
        for (long i = in.value % 3; i >= 0; i--) {
            reused.value = in.value + i;
            reused.key = i + in.key;
            reused.count = in.count;
            emitter.emit(reused);
        }
    }

    static void late(final Late<Probe> late, final Probe result) {
        result.set(late.item());
        result.value = result.value * 7 + late.window();
    }

    static void describe(final WindowInfo window, final Probe result) {
        result.value = window.id() * 31 + window.start();
        result.key = window.mergedCount();
        result.count = window.end();
    }

    static void accumulate(final Probe state, final Probe in, final Probe result) {
        state.add(in);
        result.value = state.value;
        result.key = in.key;
        result.count = in.count;
    }
}
