package io.millrace.engine.compile;

import io.millrace.engine.graph.Edge;
import io.millrace.engine.graph.KeyKind;
import io.millrace.engine.graph.Plan;
import io.millrace.engine.graph.StagePlan;
import io.millrace.engine.graph.Step;
import io.millrace.engine.graph.Use;
import io.millrace.engine.graph.Wire;
import io.millrace.engine.item.Codec;
import io.millrace.engine.item.OffHeapCodec;
import io.millrace.engine.stage.CheckPort;
import io.millrace.engine.stage.ConstantDriver;
import io.millrace.engine.stage.CountedOutput;
import io.millrace.engine.stage.EdgeEntry;
import io.millrace.engine.stage.EdgeExit;
import io.millrace.engine.stage.EdgePort;
import io.millrace.engine.stage.EdgeSwitch;
import io.millrace.engine.stage.EndTarget;
import io.millrace.engine.stage.FanOut;
import io.millrace.engine.stage.InputEntry;
import io.millrace.engine.stage.InputPort;
import io.millrace.engine.stage.InputSwitch;
import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.LiveTarget;
import io.millrace.engine.stage.MultiReceiver;
import io.millrace.engine.stage.NoEdge;
import io.millrace.engine.stage.NoTimer;
import io.millrace.engine.stage.Nowhere;
import io.millrace.engine.stage.OtherRecords;
import io.millrace.engine.stage.PlainDriver;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.RoundRobin;
import io.millrace.engine.stage.SidePort;
import io.millrace.engine.stage.StageDriver;
import io.millrace.engine.stage.StageRoot;
import io.millrace.engine.stage.StatePart;
import io.millrace.engine.stage.StepContext;
import io.millrace.engine.stage.TimerPort;
import io.millrace.engine.stage.TimerSwitch;
import io.millrace.engine.stage.TimerTarget;
import io.millrace.engine.stage.TurnEnd;
import io.millrace.engine.stage.ViewEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds one stage: its operators from the sink upward, so that whatever an operator is given exists and is final.
 *
 * <p>Thread: one; a new compiler for each stage. Allocation: yes. Deterministic: the same behaviour, specialised or not.
 */
public final class StageCompiler {
    private final Plan plan;
    private final StagePlan stage;
    private final StageEnvironment environment;
    private final Specializer specializer;
    private final StageUnit unit;
    private final Taps taps;
    private final FailurePorts failures;
    private final Map<Integer, Object> operators = new HashMap<>();
    private final Map<Integer, StepContext> contexts = new HashMap<>();

    public StageCompiler(
            final Plan plan, final StagePlan stage, final StageEnvironment environment, final Specializer specializer) {
        this.plan = plan;
        this.stage = stage;
        this.environment = environment;
        this.specializer = specializer;
        this.failures = new FailurePorts(plan.graph(), environment, specializer);
        this.unit = new StageUnit(
                keyKinds(plan),
                plan.graph().inputs(),
                new StatePart(environment.part(), stage.group().threads()));
        this.taps = new Taps(plan, environment, specializer, unit);
    }

    /** Kinds of the keys that steps get, by place. */
    private static KeyKind[] keyKinds(final Plan plan) {
        return plan.graph().steps().stream()
                .map(step -> step.inputs().isEmpty()
                        ? KeyKind.NONE
                        : step.inputs().get(0).keys())
                .toArray(KeyKind[]::new);
    }

    /**
     * Builds the stage. If that fails, what was opened is closed again.
     *
     * @throws RuntimeException from a sink that can't be opened or an operator that can't be made
     */
    public StageUnit compile() {
        try {
            final List<Step> steps = stage.steps();
            for (int i = steps.size() - 1; i >= 0; i--) {
                build(steps.get(i));
            }
            steps.forEach(this::register);
            unit.complete(driver());
            return unit;
        } catch (final RuntimeException | Error e) {
            unit.close(e::addSuppressed);
            throw e;
        }
    }

    private void build(final Step step) {
        final StageStepContext context = new StageStepContext(step, unit, environment, keysAt(step.place()));
        contexts.put(step.place(), context);
        context.shield(failures.shield(step, context));
        if (step.spec() == null) {
            operators.put(step.place(), output(step, 0));
            return;
        }
        final List<Object> arguments = new ArrayList<>(step.spec().config());
        arguments.add(contexts.get(step.place()));
        for (int output = 0; output < step.outputs().size(); output++) {
            arguments.add(output(step, output));
        }
        operators.put(step.place(), specializer.instantiate(step.spec().operator(), arguments.toArray()));
        failures.built(step, operators.get(step.place()));
    }

    /** What an output of a step leads to: one receiver, or a tree that hands items to one user after another. */
    private Receiver<?> output(final Step step, final int output) {
        final List<Use> uses = plan.uses(step, output);
        if (uses.isEmpty()) {
            return new Nowhere<>();
        }
        Receiver<?> receiver = use(step, uses.get(uses.size() - 1));
        for (int i = uses.size() - 2; i >= 0; i--) {
            receiver = (Receiver<?>) specializer.instantiate(FanOut.class, use(step, uses.get(i)), receiver);
        }
        return taps.behind(step, output, receiver);
    }

    private Receiver<?> use(final Step from, final Use use) {
        final Edge edge = plan.edge(use);
        if (edge == null) {
            return checked(use, receiver(use));
        }
        return (Receiver<?>) specializer.instantiate(
                EdgeExit.class,
                edge.id(),
                edge.wire().codec(),
                keysOf(edge),
                environment.sender(edge, unit.effect()),
                contexts.get(from.place()));
    }

    /** Where an operator takes the items of one of its inputs. */
    private Receiver<?> receiver(final Use use) {
        final Object operator = operators.get(use.place());
        final Receiver<?> receiver = operator instanceof MultiReceiver several
                ? (Receiver<?>) specializer.instantiate(SidePort.class, use.input(), several)
                : (Receiver<?>) operator;
        return failures.before(plan.graph().steps().get(use.place()), receiver);
    }

    private Receiver<?> checked(final Use use, final Receiver<?> receiver) {
        final Codec<?> codec = plan.wire(use).codec();
        final Receiver<?> safe = environment.checks() && codec != null
                ? (Receiver<?>) specializer.instantiate(CheckPort.class, codec, contexts.get(use.place()), receiver)
                : receiver;
        return taps.before(use, safe);
    }

    /** Items without keys that go to parts are dealt one after another. */
    private KeySpace keysOf(final Edge edge) {
        return edge.wire().keys() == KeyKind.NONE && edge.to().group().isParallel()
                ? new RoundRobin(unit.effect())
                : unit.keys(edge.wire().keys());
    }

    private void register(final Step step) {
        final Object operator = operators.get(step.place());
        if (step.spec() == null) {
            return;
        }
        final StepState state = StepState.of(step, keysAt(step.place()), operator);
        if (state != null) {
            unit.add(state);
        }
        if (operator instanceof CountedOutput output) {
            unit.add(output);
        }
        if (operator instanceof TurnEnd turnEnd) {
            unit.add(turnEnd);
        }
        if (operator instanceof LiveTarget target) {
            unit.add(target);
        }
        if (operator instanceof EndTarget target) {
            unit.endHooks().add(new EndHook(step.place(), taps.end(step, target), keysAt(step.place())));
        }
    }

    private StageDriver driver() {
        final InputPort inputs = inputs();
        final EdgePort edges = edges();
        final TimerPort timers = timerTargets();
        // Asked last: until here somebody may have wanted to be told.
        final Object root = specializer.instantiate(
                StageRoot.class,
                unit.tellsTime(),
                unit.tellsRecord(),
                unit.clock(),
                unit.timers(),
                inputs,
                edges,
                timers,
                unit,
                unit.record());
        return (StageDriver)
                (root.getClass().isHidden()
                        ? specializer.instantiateWithData(ConstantDriver.class, root)
                        : specializer.instantiate(PlainDriver.class, root));
    }

    private InputPort inputs() {
        final InputPort[] entries = new InputPort[plan.graph().inputs().size()];
        for (final Step step : stage.steps()) {
            if (step.input() != null) {
                entries[step.input().index()] = inputEntry(step);
            }
        }
        Object chain = specializer.instantiate(OtherRecords.class, entries, unit);
        for (int input = entries.length - 1; input >= 0; input--) {
            if (entries[input] != null) {
                chain = specializer.instantiate(InputSwitch.class, input, entries[input], chain);
            }
        }
        return (InputPort) chain;
    }

    private InputPort inputEntry(final Step step) {
        final Object operator = operators.get(step.place());
        // What stands behind a plain input may take records too: those of its own input, not of this one.
        if (step.spec() != null && operator instanceof InputPort takesRecords) {
            return taps.answers(step, takesRecords);
        }
        final Codec<?> codec = step.input().origin().codec();
        final InputPort entry = (InputPort) specializer.instantiate(
                codec instanceof OffHeapCodec ? ViewEntry.class : InputEntry.class,
                codec,
                codec.create(),
                contexts.get(step.place()),
                operator);
        return failures.before(step, entry);
    }

    private EdgePort edges() {
        Object chain = new NoEdge();
        for (final Edge edge : plan.edges()) {
            if (edge.to().index() == stage.index()) {
                final Wire wire = edge.wire();
                final int place = edge.use().place();
                final Object entry = specializer.instantiate(
                        EdgeEntry.class,
                        wire.codec(),
                        wire.codec().create(),
                        unit.keys(wire.keys()),
                        contexts.get(place),
                        checked(edge.use(), receiver(edge.use())));
                chain = specializer.instantiate(EdgeSwitch.class, edge.id(), entry, chain);
            }
        }
        return (EdgePort) chain;
    }

    private TimerPort timerTargets() {
        Object chain = new NoTimer();
        for (final Step step : stage.steps()) {
            if (step.spec() != null && operators.get(step.place()) instanceof TimerTarget target) {
                chain = specializer.instantiate(TimerSwitch.class, step.place(), taps.timers(step, target), chain);
            }
        }
        return (TimerPort) chain;
    }

    private KeySpace keysAt(final int place) {
        return unit.keySpaces().at(place);
    }
}
