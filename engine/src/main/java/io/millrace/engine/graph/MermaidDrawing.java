package io.millrace.engine.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A flow as a mermaid flowchart. Lines come after all boxes: mermaid puts a step into the box in which it is named first.
 *
 * <p>Identifiers are made of letters, digits, {@code _} and dots, since most else means something to mermaid somewhere;
 * and all begin with the flow's, which is kept from beginning with one of its words. Texts say what a thing is really
 * called, with every character that could mean something written as its number.
 */
final class MermaidDrawing {
    /** Mermaid takes some of its words for what they are even where a longer word begins with them. */
    private static final Pattern UNSAFE_BEGINNING = Pattern.compile(
            "(?:[^a-z]|graph|flowchart|subgraph|end|style|linkstyle|class|click|call|href|default|interpolate).*");

    private static final Pattern PLAIN_ASCII = Pattern.compile("[A-Za-z0-9 _.,()-]");
    private static final int ASCII = 128;

    /** What ends a line, beyond ASCII. */
    private static final String LINE_ENDS = "\u2028\u2029";

    private final Drawing drawing;
    private final StringBuilder out = new StringBuilder();
    private final Set<String> taken = new HashSet<>();
    private final Map<Integer, String> nodes = new HashMap<>();
    private int depth;

    private MermaidDrawing(final Drawing drawing) {
        this.drawing = drawing;
    }

    static String render(final Drawing drawing) {
        return new MermaidDrawing(drawing).text();
    }

    private String text() {
        line("flowchart TD");
        final String flow = identifier(safeBeginning(word(drawing.flow())));
        begin(flow, drawing.title());
        for (final Step step : drawing.steps()) {
            nodes.put(step.place(), identifier(flow + "." + word(step.id())));
        }
        for (final StagePlan stage : drawing.plan().stages()) {
            final String id = identifier(flow + "_stage_" + stage.index());
            begin(id, Drawing.thread(stage));
            parts(id, Outline.of(stage.steps()));
            end();
        }
        for (final Drawing.Line line : drawing.lines()) {
            line(arrow(line));
        }
        end();
        return out.toString();
    }

    private void parts(final String box, final Outline outline) {
        for (final Outline part : outline.parts()) {
            if (part.isStep()) {
                line(node(part.step()) + "[\"" + texts(drawing.texts(part.name(), part.step())) + "\"]");
            } else {
                final String id = identifier(box + "." + word(part.name()));
                begin(id, part.name());
                parts(id, part);
                end();
            }
        }
    }

    private String arrow(final Drawing.Line line) {
        final String label = line.label().isEmpty() ? "" : '"' + escaped(line.label()) + "\" ";
        final String from = node(line.wire().step());
        final String to = node(line.to());
        if (line.edge() != null) {
            return from + " == " + label + "==> " + to;
        }
        return from + (label.isEmpty() ? " " : " -- " + label) + "--> " + to;
    }

    private String node(final Step step) {
        return nodes.get(step.place());
    }

    private void begin(final String id, final String title) {
        line("subgraph " + id + "[\"" + escaped(title) + "\"]");
        depth++;
        // Without it a box that no line leaves or enters is drawn across.
        line("direction TB");
    }

    private void end() {
        depth--;
        line("end");
    }

    private void line(final String line) {
        out.append("  ".repeat(depth)).append(line).append('\n');
    }

    /** The wanted identifier, or a longer one if that is taken. */
    private String identifier(final String wanted) {
        String identifier = wanted;
        while (!taken.add(identifier)) {
            identifier += "_";
        }
        return identifier;
    }

    private static String word(final String name) {
        return name.replaceAll("[^A-Za-z0-9_.]", "_");
    }

    private static String safeBeginning(final String word) {
        return UNSAFE_BEGINNING.matcher(word.toLowerCase(Locale.ROOT)).matches() ? "flow_" + word : word;
    }

    private static String texts(final List<String> texts) {
        return texts.stream().map(MermaidDrawing::escaped).collect(Collectors.joining("<br/>"));
    }

    private static String escaped(final String text) {
        if (text.isBlank()) {
            return "#160;";
        }
        final StringBuilder escaped = new StringBuilder();
        Drawing.visible(text).codePoints().forEach(c -> {
            final String character = Character.toString(c);
            if (c < ASCII ? PLAIN_ASCII.matcher(character).matches() : !LINE_ENDS.contains(character)) {
                escaped.append(character);
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        // "direction LR" is a command, wherever it stands in a line.
        return escaped.toString().replace("direction ", "direction#32;");
    }
}
