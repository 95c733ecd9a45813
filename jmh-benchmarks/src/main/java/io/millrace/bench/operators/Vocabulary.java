package io.millrace.bench.operators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All steps that are measured, by name, family by family. A name tells the family and the methods that are used. */
final class Vocabulary {
    /** What there is without any step: costs of others are to be read as a difference from this, or from a key's. */
    static final String NOTHING = "none: input and output only";

    private Vocabulary() {}

    static Map<String, Consumer<Workbench>> all() {
        final Map<String, Consumer<Workbench>> all = new LinkedHashMap<>();
        all.put(NOTHING, bench -> bench.out(bench.stream(), Tick::sum));
        for (final Map<String, Consumer<Workbench>> family :
                List.of(ItemSteps.all(), KeySteps.all(), LookupSteps.all(), WindowSteps.all(), JoinSteps.all())) {
            family.forEach((name, definition) -> {
                if (all.put(name, definition) != null) {
                    throw new IllegalStateException("two steps are called '" + name + "'");
                }
            });
        }
        return all;
    }

    /** The step of a name. */
    static Consumer<Workbench> of(final String name) {
        final Consumer<Workbench> definition = all().get(name);
        if (definition == null) {
            throw new IllegalArgumentException("no step is called '" + name + "'");
        }
        return definition;
    }
}
