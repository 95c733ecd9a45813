package io.millrace.engine.graph;

import java.util.Map;

/**
 * Ways to draw a flow: its steps in the scopes that the dots in their ids name, the stages that they run on, and what
 * leads from one to another. Text in lines that end with {@code \n}.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: the same plan gives the same text.
 */
public enum GraphFormat {
    /** For pages: GitHub and others draw it. */
    MERMAID,
    /** For Graphviz. */
    DOT,
    /** For programs. */
    JSON;

    /**
     * Draws a flow.
     *
     * @param plan      the flow, dealt to stages
     * @param obstacles operator classes that were not specialised, by name, with the reason
     */
    public String render(final Plan plan, final Map<String, String> obstacles) {
        final Drawing drawing = new Drawing(plan, obstacles);
        return switch (this) {
            case MERMAID -> MermaidDrawing.render(drawing);
            case DOT -> DotDrawing.render(drawing);
            case JSON -> JsonDrawing.render(drawing);
        };
    }
}
