package io.millrace.operators.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.graph.GraphFormat;
import io.millrace.operators.Flow;
import io.millrace.operators.Stream;
import io.millrace.operators.testing.TestSink;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drawings of flows. Ours show more than the peer's, stages and operators, and name outputs only where there are several;
 * our operators are not made of others. What is compared are the steps, what they are, and the lines between them.
 */
final class GraphCases {
    private static final Pattern NODE = Pattern.compile("\\s*(\\S+\\[\"\\w+ \\(\\w+\\)).*");
    private static final Pattern LINE = Pattern.compile("\\s*(\\S+) --(?: \".*\" --)?> (\\S+)");
    private static final Pattern STEP = Pattern.compile("(input|map|output) (\\w+)");

    private GraphCases() {}

    static List<Kind> kinds() {
        return List.of(
                Kind.like("to_mermaid\\((.+)\\), flow (\\w+)", GraphCases::mermaid),
                Kind.of("to_json(linear flow)", GraphCases::json));
    }

    private static void mermaid(final Row row, final Matcher op) {
        final List<String> kinds = new ArrayList<>();
        final List<String> names = new ArrayList<>();
        for (final String step : op.group(1).split(" -> ", -1)) {
            final Matcher words = STEP.matcher(step);
            if (!words.matches()) {
                throw Words.unknown("step", step);
            }
            kinds.add(words.group(1));
            names.add(words.group(2));
        }
        final String ours = draw(GraphFormat.MERMAID, op.group(2), kinds, names);
        final String expected = row.text("out");
        assertThat(ours).startsWith(expected.substring(0, expected.indexOf('\n')));
        assertThat(found(NODE, ours)).isNotEmpty().isEqualTo(found(NODE, expected));
        assertThat(found(LINE, ours)).isNotEmpty().isEqualTo(found(LINE, expected));
    }

    /** What a pattern's groups match, line by line. */
    private static List<String> found(final Pattern pattern, final String text) {
        final List<String> found = new ArrayList<>();
        for (final String line : text.split("\n", -1)) {
            final Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                found.add(matcher.groupCount() == 1 ? matcher.group(1) : matcher.group(1) + " to " + matcher.group(2));
            }
        }
        return found;
    }

    private static void json(final Row row) {
        final Map<Object, Object> expected = row.map("out");
        final Map<Object, Object> top = Values.mapOf(expected.remove("top"));
        final List<String> names = Values.listOf(top.get("substeps")).stream()
                .map(String.class::cast)
                .toList();
        final String flow = (String) top.get("flow_id");
        final List<String> kinds = new ArrayList<>(Collections.nCopies(names.size(), "map"));
        kinds.set(0, "input");
        kinds.set(names.size() - 1, "output");
        final Map<Object, Object> ours = parsed(draw(GraphFormat.JSON, flow, kinds, names));
        assertThat(ours.get("flow")).isEqualTo(flow);
        final List<Map<Object, Object>> steps =
                Values.listOf(ours.get("steps")).stream().map(Values::mapOf).toList();
        assertThat(steps.stream().map(step -> step.get("id")).toList()).isEqualTo(names);
        expected.forEach((name, step) -> {
            final Map<Object, Object> described = Values.mapOf(step);
            final Map<Object, Object> drawn = steps.get(names.indexOf(name));
            assertThat(drawn.get("kind")).isEqualTo(described.get("op_type"));
            assertThat(from(flow, drawn))
                    .isEqualTo(Values.mapOf(described.get("inp_port")).get("from_port_ids"));
        });
    }

    /** The outputs that a step takes, as the peer names them: each of its steps has one, which it calls "down". */
    private static List<Object> from(final String flow, final Map<Object, Object> step) {
        return Values.listOf(step.get("from")).stream()
                .map(line -> (Object) (flow + "." + Values.mapOf(line).get("step") + ".down"))
                .toList();
    }

    /** JSON is YAML too. */
    private static Map<Object, Object> parsed(final String json) {
        return CaseFile.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String draw(
            final GraphFormat format, final String name, final List<String> kinds, final List<String> names) {
        final Flow flow = new Flow(name, steps -> {
            Stream<Object> stream = null;
            for (int i = 0; i < names.size(); i++) {
                switch (kinds.get(i)) {
                    case "input" ->
                        stream =
                                steps.input(names.get(i), new Script().source(0).origin());
                    case "map" -> stream = stream.map(names.get(i), Values.CODEC, item -> item);
                    default -> stream.output(names.get(i), TestSink.text());
                }
            }
        });
        return format.render(flow.get().plan(true), Map.of());
    }
}
