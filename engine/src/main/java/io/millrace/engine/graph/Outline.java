package io.millrace.engine.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps as the dots in their ids nest them: {@code bars.minute.fold} is the step {@code fold} of the scope {@code minute}
 * of the scope {@code bars}. Entries stand in the order in which they come first.
 *
 * @param id    of the step, or what the ids of all steps of the scope begin with; empty for the whole
 * @param name  last part of the id
 * @param step  the step, or null if this is a scope
 * @param parts what the scope holds
 */
record Outline(String id, String name, Step step, List<Outline> parts) {

    static Outline of(final List<Step> steps) {
        final Outline whole = new Outline("", "", null, new ArrayList<>());
        for (final Step step : steps) {
            whole.add(step);
        }
        return whole;
    }

    boolean isStep() {
        return step != null;
    }

    private void add(final Step added) {
        final int inside = id.isEmpty() ? 0 : id.length() + 1;
        final int dot = added.id().indexOf('.', inside);
        if (dot < 0) {
            parts.add(new Outline(added.id(), added.id().substring(inside), added, List.of()));
        } else {
            scope(added.id().substring(0, dot), added.id().substring(inside, dot))
                    .add(added);
        }
    }

    private Outline scope(final String scopeId, final String scopeName) {
        for (final Outline part : parts) {
            if (!part.isStep() && part.id.equals(scopeId)) {
                return part;
            }
        }
        final Outline scope = new Outline(scopeId, scopeName, null, new ArrayList<>());
        parts.add(scope);
        return scope;
    }
}
