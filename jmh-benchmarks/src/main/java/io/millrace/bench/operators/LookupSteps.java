package io.millrace.bench.operators;

import io.millrace.operators.lookup.Lookup;
import io.millrace.operators.lookup.Request;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Steps that ask a service. It answers after each batch; what it takes to pass its answers on is counted too. */
final class LookupSteps {
    private static final Duration SHORT = Duration.ofMillis(11);

    private LookupSteps() {}

    static Map<String, Consumer<Workbench>> all() {
        final Map<String, Consumer<Workbench>> steps = new LinkedHashMap<>();
        steps.put(
                "look-up: request for each",
                bench -> bench.out(bench.stream().request("step", Workbench.answers(), 64), Tick::sum));
        steps.put("look-up: enrichCached, all answers kept", enriched(Lookup.in(Workbench.answers())));
        steps.put(
                "look-up: enrichCached, a tenth asked for",
                enriched(Lookup.in(Workbench.answers()).ttl(SHORT)));
        return steps;
    }

    private static Consumer<Workbench> enriched(final Lookup<Tick> lookup) {
        return bench -> bench.out(
                bench.keyed()
                        .enrichCached("step", Request.number(Tick::key), lookup, Tick.TYPE, (tick, answer, out) -> {
                            out.key = answer.key;
                            out.value = tick.value + answer.value;
                            out.time = tick.time;
                            out.sent = tick.sent;
                        }),
                Tick::sum);
    }
}
