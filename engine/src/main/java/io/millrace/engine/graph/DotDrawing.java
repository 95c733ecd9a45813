package io.millrace.engine.graph;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A flow as a Graphviz digraph: steps are nodes named by their ids, stages and scopes are clusters. All names and texts
 * are in quotes.
 */
final class DotDrawing {
    private final Drawing drawing;
    private final StringBuilder out = new StringBuilder();
    private int depth;
    private int clusters;

    private DotDrawing(final Drawing drawing) {
        this.drawing = drawing;
    }

    static String render(final Drawing drawing) {
        return new DotDrawing(drawing).text();
    }

    private String text() {
        begin("digraph " + quoted(drawing.flow()), drawing.title());
        line("node [shape=box];");
        for (final StagePlan stage : drawing.plan().stages()) {
            beginCluster(Drawing.thread(stage));
            parts(Outline.of(stage.steps()));
            end();
        }
        for (final Drawing.Line line : drawing.lines()) {
            line(arrow(line));
        }
        end();
        return out.toString();
    }

    private void parts(final Outline outline) {
        for (final Outline part : outline.parts()) {
            if (part.isStep()) {
                line(quoted(part.id()) + " [label=\"" + texts(drawing.texts(part.name(), part.step())) + "\"];");
            } else {
                beginCluster(part.name());
                parts(part);
                end();
            }
        }
    }

    private static String arrow(final Drawing.Line line) {
        final String label = line.label().isEmpty() ? "" : "label=" + quoted(line.label());
        final String style = line.edge() == null ? "" : "style=bold";
        final String attributes = label + (label.isEmpty() || style.isEmpty() ? "" : ", ") + style;
        return quoted(line.wire().step().id()) + " -> " + quoted(line.to().id())
                + (attributes.isEmpty() ? "" : " [" + attributes + "]") + ";";
    }

    private void beginCluster(final String title) {
        begin("subgraph cluster_" + clusters++, title);
    }

    private void begin(final String head, final String title) {
        line(head + " {");
        depth++;
        line("label=" + quoted(title) + ";");
    }

    private void end() {
        depth--;
        line("}");
    }

    private void line(final String line) {
        out.append("  ".repeat(depth)).append(line).append('\n');
    }

    private static String texts(final List<String> texts) {
        return texts.stream().map(DotDrawing::escaped).collect(Collectors.joining("\\n"));
    }

    private static String quoted(final String text) {
        return '"' + escaped(text) + '"';
    }

    /** Graphviz reads {@code \} in labels, and {@code &} as the beginning of an HTML entity. */
    private static String escaped(final String text) {
        return Drawing.visible(text).replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;");
    }
}
