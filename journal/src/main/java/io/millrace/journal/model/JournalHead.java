package io.millrace.journal.model;

import io.millrace.engine.graph.FlowInput;
import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.ConnectorException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What a journal is: the first thing in each of its files.
 *
 * <p>Thread: any. Allocation: when made. Deterministic: {@code id} and {@code created} are not.
 *
 * @param id         makes the journal, and the ids of its outputs, unique
 * @param created    when it was begun, to the millisecond
 * @param flow       name of the flow whose input it holds
 * @param arguments  what the flow was started with, in order: a replay's defaults
 * @param inputs     inputs by index
 * @param durability what was promised about its records
 * @param session    which session of the journal the file belongs to
 * @param skips      records at which the failure of a step is passed over, ascending
 */
public record JournalHead(
        UUID id,
        Instant created,
        String flow,
        Map<String, String> arguments,
        List<Input> inputs,
        Durability durability,
        SessionMark session,
        List<Long> skips) {

    /**
     * An input of the flow.
     *
     * @param index        its number in records
     * @param name         id of its step
     * @param codec        name of the encoding of its items; empty if it has none
     * @param codecVersion version of the encoding
     * @param feed         name of the feed that its items came from; empty if it has none
     */
    public record Input(int index, String name, String codec, int codecVersion, String feed) {
        private static Input of(final FlowInput input) {
            final Codec<?> codec = input.origin().codec();
            return new Input(
                    input.index(),
                    input.name(),
                    codec == null ? "" : codec.name(),
                    codec == null ? 0 : codec.version(),
                    input.origin().feed() == null ? "" : input.origin().feed().name());
        }
    }

    public JournalHead {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        inputs = List.copyOf(inputs);
        skips = List.copyOf(skips);
    }

    /** The head of a new journal of a flow. */
    public static JournalHead of(final String flow, final Map<String, String> arguments, final List<FlowInput> inputs) {
        final SessionMark session = SessionMark.now(1, List.of());
        return new JournalHead(
                UUID.randomUUID(),
                session.begun(),
                flow,
                arguments,
                inputs.stream().map(Input::of).toList(),
                Durability.PROCESS,
                session,
                List.of());
    }

    /** The same head with another durability. */
    public JournalHead durability(final Durability value) {
        return new JournalHead(id, created, flow, arguments, inputs, value, session, skips);
    }

    /** The same head with another mark. */
    public JournalHead session(final SessionMark value) {
        return new JournalHead(id, created, flow, arguments, inputs, durability, value, skips);
    }

    /** The same head with other records to skip. */
    public JournalHead skips(final List<Long> value) {
        return new JournalHead(id, created, flow, arguments, inputs, durability, session, value);
    }

    /** The same head with the inputs of a flow that {@link #requireContinues} it. */
    public JournalHead inputs(final List<Input> value) {
        return new JournalHead(id, created, flow, arguments, value, durability, session, skips);
    }

    /**
     * Checks that a flow reads its input as this journal holds it.
     *
     * @throws ConnectorException if it does not; says what differs
     */
    public void requireMatches(final String flowName, final List<FlowInput> flowInputs) {
        final List<String> differences =
                differences(flowName, flowInputs.stream().map(Input::of).toList());
        if (!differences.isEmpty()) {
            throw new ConnectorException("journal " + id + " does not fit the flow: " + String.join("; ", differences)
                    + ". Replay it with the flow that recorded it, in a version that is not older.");
        }
    }

    /**
     * Checks that a run whose journal would have another head can go on with this one.
     *
     * @throws ConnectorException if it can't; says what differs
     */
    public void requireContinues(final JournalHead run) {
        final List<String> differences = differences(run.flow, run.inputs);
        final Set<String> names = new LinkedHashSet<>(arguments.keySet());
        names.addAll(run.arguments.keySet());
        for (final String name : names) {
            if (!Objects.equals(arguments.get(name), run.arguments.get(name))) {
                differences.add("argument '" + name + "' is " + quoted(arguments.get(name)) + " in the journal and "
                        + quoted(run.arguments.get(name)) + " now");
            }
        }
        if (!differences.isEmpty()) {
            throw new ConnectorException(
                    "the run can't go on with journal " + id + ": " + String.join("; ", differences)
                            + ". Start the flow as it was started before, in a version that is not older, or choose"
                            + " another directory for a new journal.");
        }
    }

    private static String quoted(final String value) {
        return value == null ? "not there" : "'" + value + "'";
    }

    private List<String> differences(final String flowName, final List<Input> flowInputs) {
        final List<String> differences = new ArrayList<>();
        if (!flow.equals(flowName)) {
            differences.add("the journal was recorded by flow '" + flow + "', this is flow '" + flowName + "'");
        }
        for (int i = 0; i < Math.max(inputs.size(), flowInputs.size()); i++) {
            if (i >= flowInputs.size()) {
                differences.add("the flow has no input " + i + ", in the journal it is '"
                        + inputs.get(i).name() + "'");
            } else if (i >= inputs.size()) {
                differences.add("the journal has no input " + i + ", in the flow it is '"
                        + flowInputs.get(i).name() + "'");
            } else {
                compare(inputs.get(i), flowInputs.get(i), differences);
            }
        }
        return differences;
    }

    private static void compare(final Input ours, final Input theirs, final List<String> differences) {
        final String where = "input " + ours.index() + " ";
        if (!ours.name().equals(theirs.name())) {
            differences.add(where + "is '" + ours.name() + "' in the journal and '" + theirs.name() + "' in the flow");
        }
        if (!ours.codec().equals(theirs.codec())) {
            differences.add(where + "'" + ours.name() + "' holds items of codec '" + ours.codec()
                    + "', the flow expects '" + theirs.codec() + "'");
        } else if (ours.codecVersion() > theirs.codecVersion()) {
            differences.add(where + "'" + ours.name() + "' holds version " + ours.codecVersion() + " of codec '"
                    + ours.codec() + "', the flow knows only up to version " + theirs.codecVersion());
        }
    }
}
