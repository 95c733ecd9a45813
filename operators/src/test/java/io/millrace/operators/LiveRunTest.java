package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.operators.support.Await;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.LiveFeed;
import io.millrace.operators.support.Probe;
import io.millrace.operators.support.Runs;
import io.millrace.operators.testing.ManualTime;
import io.millrace.operators.window.SystemClock;
import io.millrace.operators.window.TumblingWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Live sources, ticks, requests and commands: what happens is journaled, and a replay gives the same. */
@Timeout(60)
class LiveRunTest {
    private final LiveFeed feed = new LiveFeed();
    private final ManualTime clock = new ManualTime(1_000);
    private final MemoryLog log = new MemoryLog();
    private final Collected collected = new Collected();

    private RunConfig config(final boolean threaded) {
        return (threaded ? Runs.threaded(8) : Runs.fused()).clock(clock);
    }

    private FlowRun start(final BiConsumer<Dataflow, Collected> definition, final boolean threaded) {
        final FlowRun run =
                FlowRun.live(new Flow("test", flow -> definition.accept(flow, collected)), log, config(threaded));
        run.start();
        return run;
    }

    private void replaysAlike(final BiConsumer<Dataflow, Collected> definition) {
        final Map<String, List<String>> expected = collected.all();
        assertThat(Runs.replay(definition, Runs.fused(), log)).isEqualTo(expected);
        assertThat(Runs.replay(definition, Runs.threaded(4), log)).isEqualTo(expected);
    }

    private List<String> kinds() {
        final List<String> kinds = new ArrayList<>();
        long seq = 0;
        try (InputLogReader reader = log.reader()) {
            while (reader.next()) {
                for (int at = 0;
                        at < reader.length();
                        at += RecordLayout.aligned(RecordLayout.length(reader.buffer(), at))) {
                    assertThat(RecordLayout.inputSeq(reader.buffer(), at)).isEqualTo(seq++);
                    kinds.add(RecordKind.name(RecordLayout.kind(reader.buffer(), at)));
                }
            }
        }
        return kinds;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closesWindowsByTicksWhileNothingComes(final boolean threaded) {
        final BiConsumer<Dataflow, Collected> definition = (flow, out) -> flow.input("in", feed.items())
                .keyBy("key", x -> x % 2)
                .parallel(2)
                .window("w", new SystemClock<>(), new TumblingWindow(100, 0))
                .fold(Probe.TYPE, (probe, x) -> probe.value += x)
                .closed()
                .output("sums", out.sink());
        try (FlowRun run = start(definition, threaded)) {
            feed.put(1).put(2).put(5);
            Await.until("items are journaled", () -> kinds().size() == 3);
            assertThat(collected.of("sums")).isEmpty();
            clock.advance(Duration.ofNanos(150));
            Await.until("the windows close", () -> collected.of("sums").size() == 2);
        }
        assertThat(collected.of("sums")).containsExactly("2/0/0", "6/0/0");
        assertThat(kinds()).containsExactly("DATA", "DATA", "DATA", "TICK");
        replaysAlike(definition);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sendsRequestsToTheSourceAndJournalsItsAnswers(final boolean threaded) {
        final BiConsumer<Dataflow, Collected> definition = (flow, out) -> {
            final Stream<Long> answers = flow.input("in", feed.items())
                    .filter("even", x -> x % 2 == 0)
                    .onThread("asker")
                    .request("ask", feed.answers(), 4);
            answers.output("answers", out.sink());
        };
        final int even = 500;
        try (FlowRun run = start(definition, threaded)) {
            LongStream.range(0, even * 2L).forEach(feed::put);
            Await.until("all are answered", () -> collected.of("answers").size() == even);
            feed.end();
            Await.until("the flow ends", run::reachedEndOfInput);
        }
        assertThat(feed.mostPending()).isLessThanOrEqualTo(4);
        assertThat(collected.of("answers"))
                .containsExactlyElementsOf(LongStream.range(0, even)
                        .mapToObj(x -> Long.toString(x * 2_000))
                        .toList());
        assertThat(feed.closed()).isTrue();
        final int sent = feed.requests();
        replaysAlike(definition);
        assertThat(feed.requests()).as("a replay sends nothing").isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepsRequestsWhileTheSourceDoesNotAnswer(final boolean threaded) {
        feed.answering(false);
        final BiConsumer<Dataflow, Collected> definition = (flow, out) -> {
            final Stream<Long> in = flow.input("in", feed.items());
            in.request("ask", feed.answers(), 2).output("answers", out.sink());
            in.output("items", out.sink());
        };
        try (FlowRun run = start(definition, threaded)) {
            LongStream.range(0, 100).forEach(feed::put);
            Await.until("items pass by", () -> collected.of("items").size() == 100);
            Await.until("two requests are on their way", () -> feed.requests() == 2);
            assertThat(collected.of("answers")).isEmpty();
            feed.answering(true);
            Await.until("all are answered", () -> collected.of("answers").size() == 100);
        }
        assertThat(feed.mostPending()).isLessThanOrEqualTo(2);
        replaysAlike(definition);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takesCommandsAsJournaledInput(final boolean threaded) {
        final BiConsumer<Dataflow, Collected> definition = (flow, out) -> {
            final Stream<Long> items = flow.input("in", feed.items());
            final Stream<Long> added = flow.commands("add", Codecs.INT64);
            flow.merge("both", items, added.map("x10", Codecs.INT64, x -> x * 10))
                    .output("out", out.sink());
        };
        try (FlowRun run = start(definition, threaded)) {
            feed.put(1);
            Await.until("the item is out", () -> collected.of("out").size() == 1);
            assertThat(run.command("add", Codecs.INT64, 7L)).isTrue();
            Await.until("the command is out", () -> collected.of("out").size() == 2);
        }
        assertThat(collected.of("out")).containsExactly("1", "70");
        assertThat(kinds()).containsExactly("DATA", "COMMAND");
        replaysAlike(definition);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stopsWithoutAnEndOfInput(final boolean threaded) {
        final BiConsumer<Dataflow, Collected> definition = (flow, out) -> flow.input("in", feed.items())
                .keyBy("key", x -> 0)
                .parallel(2)
                .window("w", new SystemClock<>(), new TumblingWindow(1_000_000, 0))
                .fold(Probe.TYPE, (probe, x) -> probe.value += x)
                .closed()
                .output("sums", out.sink());
        final FlowRun run = start(definition, threaded);
        LongStream.range(0, 1_000).forEach(feed::put);
        Await.until("items are journaled", () -> kinds().size() == 1_000);
        run.close();
        assertThat(run.reachedEndOfInput()).isFalse();
        assertThat(collected.of("sums")).as("an open window stays open").isEmpty();
        assertThat(kinds()).doesNotContain("INPUT_END");
    }
}
