package io.millrace.engine.graph;

import io.millrace.engine.spi.Origin;
import java.util.TreeMap;

/**
 * A flow as JSON.
 *
 * <pre>
 *   flow          its name
 *   steps         each a step: id, name, kind, stage, what it takes ("from": step, output, keys, edge), ...
 *                 or a scope: id, name and its own "steps"
 *   stages        index, thread, parts (0: not parallel), ids of its steps
 *   channels      a sending stage, a receiving one, how many channels lead from it (one for each part), their edges
 *   notSpecialized  operator classes that run as they are, with the reason
 * </pre>
 */
final class JsonDrawing {
    private final Drawing drawing;
    private final JsonText out = new JsonText();

    private JsonDrawing(final Drawing drawing) {
        this.drawing = drawing;
    }

    static String render(final Drawing drawing) {
        return new JsonDrawing(drawing).text();
    }

    private String text() {
        out.begin('{').member("flow", drawing.flow());
        parts(Outline.of(drawing.steps()));
        stages();
        channels();
        out.begin("notSpecialized", '{');
        new TreeMap<>(drawing.obstacles()).forEach(out::member);
        out.end('}');
        return out.end('}').toString();
    }

    private void parts(final Outline outline) {
        out.begin("steps", '[');
        for (final Outline part : outline.parts()) {
            out.begin('{').member("id", part.id()).member("name", part.name());
            if (part.isStep()) {
                step(part.step());
            } else {
                parts(part);
            }
            out.end('}');
        }
        out.end(']');
    }

    private void step(final Step step) {
        out.member("kind", step.kind()).member("place", step.place()).member("stage", stage(step));
        if (step.spec() != null) {
            out.member("operator", step.spec().operator().getName())
                    .member("specialized", drawing.obstacle(step) == null);
        }
        if (step.input() != null) {
            input(step.input());
        }
        out.begin("from", '[');
        drawing.linesTo(step).forEach(this::line);
        out.end(']');
        out.begin("outputs", '[');
        step.outputs().forEach(output -> out.element(output.name()));
        out.end(']').member("outlet", step.outlet());
    }

    private int stage(final Step step) {
        for (final StagePlan stage : drawing.plan().stages()) {
            if (stage.steps().stream().anyMatch(other -> other.place() == step.place())) {
                return stage.index();
            }
        }
        throw new IllegalArgumentException(step + " is in no stage of the plan");
    }

    private void input(final FlowInput input) {
        final Origin<?> origin = input.origin();
        out.begin("input", '{').member("index", input.index());
        if (origin.feed() != null) {
            out.member("feed", origin.feed().name());
        }
        out.member("stream", origin.stream()).end('}');
    }

    private void line(final Drawing.Line line) {
        out.begin('{')
                .member("step", line.wire().step().id())
                .member("output", line.wire().name())
                .member("keys", line.keys());
        if (line.edge() != null) {
            out.member("edge", line.edge().id());
        }
        out.end('}');
    }

    private void stages() {
        out.begin("stages", '[');
        for (final StagePlan stage : drawing.plan().stages()) {
            out.begin('{')
                    .member("index", stage.index())
                    .member("thread", stage.group().name())
                    .member("parts", stage.group().parts())
                    .begin("steps", '[');
            stage.steps().forEach(step -> out.element(step.id()));
            out.end(']').end('}');
        }
        out.end(']');
    }

    private void channels() {
        out.begin("channels", '[');
        for (final StagePlan from : drawing.plan().stages()) {
            for (final StagePlan to : drawing.plan().stages()) {
                channel(from, to);
            }
        }
        out.end(']');
    }

    private void channel(final StagePlan from, final StagePlan to) {
        final int[] edges = drawing.plan().edges().stream()
                .filter(edge -> edge.from().index() == from.index() && edge.to().index() == to.index())
                .mapToInt(Edge::id)
                .toArray();
        if (edges.length > 0) {
            out.begin('{')
                    .member("from", from.index())
                    .member("to", to.index())
                    .member("count", from.group().threads())
                    .begin("edges", '[');
            for (final int edge : edges) {
                out.element(edge);
            }
            out.end(']').end('}');
        }
    }
}
