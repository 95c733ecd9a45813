package io.millrace.operators;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Output;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.graph.Wire;
import io.millrace.engine.item.Codec;
import io.millrace.operators.lookup.Enrichment;
import io.millrace.operators.lookup.Lookup;
import io.millrace.operators.lookup.Request;
import io.millrace.operators.op.EnrichOp;

/** What streams with and without keys do alike to enrich their items. */
final class EnrichStep {
    private static final String KIND = "enrichCached";

    private EnrichStep() {}

    /** Adds the step, and gives its output: items with the keys of those that they were made from. */
    static Wire add(
            final Graph graph,
            final String id,
            final Wire from,
            final Request<?> request,
            final Lookup<?> lookup,
            final Enrichment<?, ?, ?> enrichment,
            final Codec<?> codec) {
        if (from.codec() == null) {
            throw new FlowException(
                    KIND + " '" + id + "' keeps its items, but they have no type: " + from.typeRemedy());
        }
        // All items: a part would not know which of the answers, which are one stream, are its own.
        final OperatorSpec spec =
                OperatorSpec.of(EnrichOp.class, Scope.STREAM, request, lookup, from.codec(), enrichment);
        return graph.request(id, KIND, spec, from, lookup.answers(), Output.like(from, codec))
                .get(0);
    }
}
