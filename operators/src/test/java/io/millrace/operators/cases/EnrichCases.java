package io.millrace.operators.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.operators.lookup.Lookup;
import io.millrace.operators.lookup.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Look-ups whose answers are kept for a time. */
final class EnrichCases {
    private static final Object USUAL_ANSWER = 1L;

    private EnrichCases() {}

    static List<Kind> kinds() {
        return List.of(Kind.of("enrich_cached", EnrichCases::enrich), Kind.of("TTLCache", EnrichCases::cache));
    }

    private static void nothing() {
        // Changes between two items.
    }

    private static void enrich(final Row row) {
        row.knowsCfg("getter", "mapper", "ttl");
        if (!"cache.get(item)".equals(row.cfg("mapper"))) {
            throw Words.unknown("mapper with a cache", row.cfg("mapper"));
        }
        final Script script = new Script();
        final AskedSource source = new AskedSource(script.time(), Words.dictionary(row.cfg("getter"))::get);
        row.in().forEach(item -> source.item(item, Duration.ZERO, EnrichCases::nothing));
        final Object ttl = row.cfg().get("ttl");
        assertThat(play(script, source, lookup -> ttl == null ? lookup : lookup.ttl(Script.seconds(ttl))))
                .isEqualTo(row.get("out"));
    }

    private static List<Object> play(
            final Script script, final AskedSource source, final UnaryOperator<Lookup<Object>> settings) {
        return Effect.of(
                "out",
                Play.run(
                        script,
                        steps -> steps.output(
                                "out",
                                steps.flow()
                                        .input("in", source.items())
                                        .enrichCached(
                                                "step",
                                                Request.of(Values.CODEC, item -> item),
                                                settings.apply(Lookup.in(source.answers())),
                                                Values.CODEC,
                                                (item, answer) -> answer))));
    }

    /** Each look-up is an item; what stands behind the cache changes between them. */
    private static void cache(final Row row) {
        row.knowsCfg("ttl");
        final Map<Object, Object> backing = new HashMap<>();
        final int[] calls = new int[1];
        final Function<Object, Object> service =
                countsCalls(row) ? key -> (long) ++calls[0] : key -> backing.getOrDefault(key, USUAL_ANSWER);
        final Script script = new Script();
        final AskedSource source = new AskedSource(script.time(), service);
        final List<Object> expected = new ArrayList<>();
        double elapsed = 0;
        for (final Object parsed : row.list("steps")) {
            final Map<Object, Object> step = Values.mapOf(parsed);
            final Object key = step.remove("get");
            final double at = step.containsKey("at")
                    ? Values.number(step.remove("at"))
                    : elapsed + (step.containsKey("advance") ? Values.number(step.remove("advance")) : 0);
            final Object changed = step.containsKey("backing") ? step.remove("backing") : step.remove("backing_" + key);
            expected.add(step.remove("out"));
            if (key == null || !step.isEmpty()) {
                throw Words.unknown("step", parsed);
            }
            source.item(
                    key,
                    Script.seconds(at).minus(Script.seconds(elapsed)),
                    changed == null ? EnrichCases::nothing : () -> backing.put(key, changed));
            elapsed = at;
        }
        assertThat(play(script, source, lookup -> lookup.ttl(Script.seconds(row.cfg("ttl")))))
                .isEqualTo(expected);
    }

    private static boolean countsCalls(final Row row) {
        return row.has("note") && row.text("note").contains("getter returns call count");
    }
}
