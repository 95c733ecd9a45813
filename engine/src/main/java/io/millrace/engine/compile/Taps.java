package io.millrace.engine.compile;

import io.millrace.engine.graph.KeyKind;
import io.millrace.engine.graph.Plan;
import io.millrace.engine.graph.Step;
import io.millrace.engine.graph.Use;
import io.millrace.engine.graph.Wire;
import io.millrace.engine.item.Codec;
import io.millrace.engine.stage.EndTap;
import io.millrace.engine.stage.EndTarget;
import io.millrace.engine.stage.InputPort;
import io.millrace.engine.stage.ItemObserver;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.RecordTap;
import io.millrace.engine.stage.TapPort;
import io.millrace.engine.stage.TimerTap;
import io.millrace.engine.stage.TimerTarget;
import java.util.List;

/** Puts an observer's taps in front of steps and behind them; without an observer everything stays as it is. */
final class Taps {
    private final Plan plan;
    private final StageEnvironment environment;
    private final StepObserver observer;
    private final Specializer specializer;
    private final StageUnit unit;

    Taps(final Plan plan, final StageEnvironment environment, final Specializer specializer, final StageUnit unit) {
        this.plan = plan;
        this.environment = environment;
        this.observer = environment.observer();
        this.specializer = specializer;
        this.unit = unit;
    }

    /** In front of one of a step's inputs. */
    Receiver<?> before(final Use use, final Receiver<?> receiver) {
        final Wire wire = plan.wire(use);
        final Step step = plan.graph().steps().get(use.place());
        return (Receiver<?>) tapped(TapPort.class, step, Tap.Kind.IN, use.input(), wire.codec(), wire.keys(), receiver);
    }

    /** Behind one of a step's outputs. */
    Receiver<?> behind(final Step step, final int output, final Receiver<?> receiver) {
        final List<Use> uses = plan.uses(step, output);
        if (uses.isEmpty()) {
            return receiver;
        }
        final Wire wire = plan.wire(uses.get(0));
        return (Receiver<?>) tapped(TapPort.class, step, Tap.Kind.OUT, output, wire.codec(), wire.keys(), receiver);
    }

    /** In front of what takes the answers to a step's requests. */
    InputPort answers(final Step step, final InputPort port) {
        final Codec<?> codec = step.input().origin().codec();
        return (InputPort) tapped(RecordTap.class, step, Tap.Kind.ANSWER, 0, codec, KeyKind.NONE, port);
    }

    /** In front of what takes a step's timers. */
    TimerTarget timers(final Step step, final TimerTarget target) {
        return (TimerTarget) tapped(TimerTap.class, step, Tap.Kind.TIMER, 0, null, keysOf(step), target);
    }

    /** In front of what a step does at the end of input. */
    EndTarget end(final Step step, final EndTarget target) {
        return (EndTarget) tapped(EndTap.class, step, Tap.Kind.END, 0, null, keysOf(step), target);
    }

    private static KeyKind keysOf(final Step step) {
        return step.inputs().isEmpty() ? KeyKind.NONE : step.inputs().get(0).keys();
    }

    private Object tapped(
            final Class<?> port,
            final Step step,
            final Tap.Kind kind,
            final int index,
            final Codec<?> codec,
            final KeyKind keys,
            final Object next) {
        if (observer == null) {
            return next;
        }
        final ItemObserver watching = observer.observe(new Tap(
                step, kind, index, codec, keys, unit.keys(keys), environment.part(), unit.clock(), unit.record()));
        if (watching == null) {
            return next;
        }
        unit.tellTime();
        unit.tellRecord();
        return specializer.instantiate(port, watching, next);
    }
}
