package io.millrace.engine.graph;

import io.millrace.engine.spi.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a drawing of a flow shows in every format, and in which words. */
record Drawing(Plan plan, Map<String, String> obstacles) {

    /**
     * A line of a drawing: a use of an output.
     *
     * @param edge what it crosses by, or null if it stays in its stage
     */
    record Line(Wire wire, Step to, int input, Edge edge) {

        /** Name of the output that it starts at, or nothing if its step has no other. */
        String output() {
            return wire.step().outputs().size() == 1 ? "" : wire.name();
        }

        /** What it is besides a line; may be nothing. */
        String label() {
            final List<String> parts = new ArrayList<>();
            parts.add(output());
            parts.add(wire.keys() == KeyKind.NONE ? "" : keys() + " keys");
            parts.add(edge == null ? "" : "edge " + edge.id());
            parts.removeIf(String::isEmpty);
            return String.join(", ", parts);
        }

        /** What its keys are, in a word. */
        String keys() {
            return wire.keys().name().toLowerCase(Locale.ROOT);
        }
    }

    String flow() {
        return plan.graph().name();
    }

    String title() {
        return flow() + " (Dataflow)";
    }

    /** Steps by place, each with the group that it runs in. */
    List<Step> steps() {
        return plan.stages().stream()
                .flatMap(stage -> stage.steps().stream())
                .sorted(Comparator.comparingInt(Step::place))
                .toList();
    }

    /** Lines by the step that they lead to and by its inputs. */
    List<Line> lines() {
        final List<Line> lines = new ArrayList<>();
        for (final Step to : steps()) {
            lines.addAll(linesTo(to));
        }
        return lines;
    }

    List<Line> linesTo(final Step to) {
        final List<Line> lines = new ArrayList<>();
        for (int input = 0; input < to.inputs().size(); input++) {
            lines.add(new Line(to.inputs().get(input), to, input, plan.edge(new Use(to.place(), input))));
        }
        return lines;
    }

    /** Why the class of a step's operator was not specialised, or null if it was or there is none. */
    String obstacle(final Step step) {
        return step.spec() == null ? null : obstacles.get(step.spec().operator().getName());
    }

    static String thread(final StagePlan stage) {
        final Group group = stage.group();
        return "thread " + group.name() + (group.isParallel() ? ", " + parts(group.parts()) : "");
    }

    private static String parts(final int parts) {
        return parts == 1 ? "1 part" : parts + " parts";
    }

    /**
     * What stands in the box of a step.
     *
     * @param name its id, or the part of it that the boxes around it do not say
     */
    List<String> texts(final String name, final Step step) {
        final List<String> texts = new ArrayList<>();
        texts.add(name + " (" + step.kind() + ")");
        if (step.input() != null) {
            texts.add("from " + origin(step.input().origin()));
        }
        if (step.spec() != null) {
            final String operator = step.spec().operator().getName();
            texts.add(operator.substring(operator.lastIndexOf('.') + 1));
        }
        final String obstacle = obstacle(step);
        if (obstacle != null) {
            texts.add("not specialised: " + obstacle);
        }
        return texts;
    }

    private static String origin(final Origin<?> origin) {
        return (origin.feed() == null ? "" : origin.feed().name() + ": ") + origin.stream();
    }

    /** Text in which what has no shape can be seen: a line break as {@code \n}. */
    static String visible(final String text) {
        final StringBuilder visible = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == '\n') {
                visible.append("\\n");
            } else if (Character.isISOControl(c)) {
                visible.append(String.format("\\u%04x", (int) c));
            } else {
                visible.append(c);
            }
        }
        return visible.toString();
    }
}
