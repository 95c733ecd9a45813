package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.item.Codecs;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.RunConfig;
import io.millrace.operators.lookup.Lookup;
import io.millrace.operators.lookup.Request;
import io.millrace.operators.support.Await;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.LiveFeed;
import io.millrace.operators.support.Probe;
import io.millrace.operators.support.Runs;
import io.millrace.operators.testing.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Enriching from a live service: its answers are journaled, and a replay gives the same without it. */
@Timeout(60)
class EnrichCachedLiveTest {
    private final LiveFeed feed = new LiveFeed();
    private final ManualTime clock = new ManualTime(1_000);
    private final MemoryLog log = new MemoryLog();
    private final Collected collected = new Collected();

    private FlowRun start(final BiConsumer<Dataflow, Collected> definition, final boolean threaded) {
        final RunConfig config = (threaded ? Runs.threaded(8) : Runs.fused()).clock(clock);
        final FlowRun run = FlowRun.live(new Flow("test", flow -> definition.accept(flow, collected)), log, config);
        run.start();
        return run;
    }

    private void advance(final long nanos) {
        clock.advance(Duration.ofNanos(nanos));
        feed.awaitClock();
    }

    private void replaysAlike(final BiConsumer<Dataflow, Collected> definition) {
        final int sent = feed.requests();
        for (final RunConfig config : List.of(
                Runs.fused(), Runs.fused().specialize(true), Runs.fused().check(true), Runs.threaded(4))) {
            assertThat(Runs.replay(definition, config, log)).isEqualTo(collected.all());
        }
        assertThat(feed.requests()).as("a replay sends nothing").isEqualTo(sent);
    }

    /** Enriches a number by its last digit, which the service multiplies by 1,000. */
    private BiConsumer<Dataflow, Collected> enriching(final Lookup<Long> lookup) {
        return (flow, out) -> flow.input("in", feed.items())
                .onThread("asker")
                .enrichCached("enrich", Request.number(x -> x % 10), lookup, Codecs.INT64, Long::sum)
                .output("out", out.sink());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void asksOnceAndEnrichesAll(final boolean threaded) {
        final BiConsumer<Dataflow, Collected> definition = enriching(Lookup.in(feed.answers()));
        try (FlowRun run = start(definition, threaded)) {
            LongStream.range(0, 500).forEach(feed::put);
            Await.until("all are enriched", () -> collected.of("out").size() == 500);
            feed.end();
            Await.until("the flow ends", run::reachedEndOfInput);
        }
        assertThat(collected.of("out"))
                .containsExactlyInAnyOrderElementsOf(LongStream.range(0, 500)
                        .mapToObj(x -> Long.toString(x + x % 10 * 1_000))
                        .toList());
        assertThat(feed.requests()).isEqualTo(10);
        replaysAlike(definition);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void asksAgainWhenTheAnswerIsTooOld(final boolean threaded) {
        final BiConsumer<Dataflow, Collected> definition =
                enriching(Lookup.in(feed.answers()).ttl(Duration.ofNanos(60)));
        try (FlowRun run = start(definition, threaded)) {
            feed.put(1);
            Await.until("the first is enriched", () -> collected.of("out").size() == 1);
            advance(60);
            feed.put(11);
            Await.until("the second is enriched", () -> collected.of("out").size() == 2);
            assertThat(feed.requests()).isEqualTo(1);
            advance(1);
            feed.put(21);
            Await.until("the third is enriched", () -> collected.of("out").size() == 3);
            assertThat(run.failure()).isNull();
        }
        assertThat(collected.of("out")).containsExactly("1001", "1011", "1021");
        assertThat(feed.requests()).isEqualTo(2);
        replaysAlike(definition);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepsTheKeysOfItemsThatComeFromParts(final boolean threaded) {
        feed.answering(false);
        final BiConsumer<Dataflow, Collected> definition = (flow, out) -> {
            final Stream<Long> in = flow.input("in", feed.items());
            in.output("items", out.sink());
            in.keyByText("key", x -> "k" + x % 7)
                    .parallel(3)
                    .filter("all", x -> true)
                    .enrichCached(
                            "enrich",
                            Request.text(x -> Long.toString(10_000_000 + x % 5)),
                            Lookup.in(feed.answers()).maxInFlight(2),
                            Codecs.INT64,
                            (x, answer) -> x)
                    .parallel(2)
                    .statefulMap("count", Probe.TYPE, Codecs.TEXT, EnrichCachedLiveTest::counted)
                    .output("out", out.sink());
        };
        try (FlowRun run = start(definition, threaded)) {
            LongStream.range(0, 200).forEach(feed::put);
            Await.until("items pass by", () -> collected.of("items").size() == 200);
            Await.until("two requests are on their way", () -> feed.requests() == 2);
            assertThat(collected.of("out")).isEmpty();
            feed.answering(true);
            Await.until("all are enriched", () -> collected.of("out").size() == 200);
            assertThat(run.failure()).isNull();
        }
        assertThat(feed.mostPending()).isLessThanOrEqualTo(2);
        assertThat(collected.of("out"))
                .as("each key has its own count")
                .contains("1 of 0", "1 of 6", "29 of 0", "28 of 6")
                .noneMatch(text -> text.startsWith("30 "));
        replaysAlike(definition);
    }

    private static String counted(final Probe state, final Long item) {
        state.count++;
        return state.count + " of " + item % 7;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stopsWhenTooManyItemsWait(final boolean threaded) {
        feed.answering(false);
        final FlowRun run = start(enriching(Lookup.in(feed.answers()).maxWaiting(50)), threaded);
        LongStream.range(0, 51).forEach(feed::put);
        Await.until("the flow fails", () -> run.failure() != null);
        assertThatThrownBy(run::close)
                .hasStackTraceContaining("step 'enrich' failed")
                .hasStackTraceContaining("50 items are waiting for answers");
    }
}
