package io.millrace.operators.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.verify.Trace;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.support.AlarmOp;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Probe;
import io.millrace.operators.testing.TimedItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a step got and gave, as lines. */
@Timeout(60)
class TraceTest {
    private final List<String> lines = new ArrayList<>();

    private static MemoryLog record(final Flow flow) {
        final MemoryLog log = new MemoryLog();
        try (FlowRun run =
                FlowRun.live(flow, log, Recorded.config().discard(true).batchRecords(1))) {
            run.start();
            run.await();
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
        return log;
    }

    private void trace(final Consumer<Dataflow> definition, final long from, final long to, final String... steps) {
        final Flow flow = new Flow("traced", definition);
        Trace.run(
                flow,
                Recorded.config().discard(true),
                record(flow).reader(),
                Set.of(steps),
                from,
                to,
                line -> lines.add(line.strip().replaceAll("1970-01-01T00:00:00.?|Z", "")));
    }

    private static void alarms(final Dataflow flow) {
        Recorded.probes(flow)
                .values("plain")
                .keyByText("text", probe -> "key " + probe.key)
                .operator("alarm", OperatorSpec.of(AlarmOp.class, Scope.KEY, 1_500L, 1), Probe.TYPE)
                .output("out", new Collected().sink());
    }

    @Test
    void tellsItemsAndTimersWithTheirKeys() {
        trace(TraceTest::alarms, 2, 2, "alarm");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo("2  000001500  alarm  timer  key 0");
        assertThat(lines.get(1)).startsWith("2  000001500  alarm  out  key 0  ");
        assertThat(lines.get(2)).isEqualTo("2  000002  alarm  in  key 2  2/2/0");
        assertThat(lines.get(3)).isEqualTo("2  000002  alarm  out  key 2  2/2/0");
    }

    @Test
    void tellsTheEnd() {
        trace(TraceTest::alarms, Recorded.ITEMS, Long.MAX_VALUE, "alarm");
        assertThat(lines).anyMatch(line -> line.matches("1000  \\d+  alarm  end  key \\d"));
    }

    @Test
    void tellsWhatCameBySeveralInputsAndWentBySeveralOutputs() {
        trace(
                flow -> {
                    final var sides =
                            Recorded.probes(flow).values("plain").branch("odd", probe -> probe.value % 2 == 1);
                    flow.merge("both", sides.matched(), sides.unmatched().map("copied", Probe.TYPE, (a, b) -> b.set(a)))
                            .output("out", new Collected().sink());
                },
                7,
                8,
                "odd",
                "both");
        assertThat(lines)
                .containsExactly(
                        "7  000007  odd  in  -  7/1/0",
                        "7  000007  odd  out matched  -  7/1/0",
                        "7  000007  both  in odd  -  7/1/0",
                        "7  000007  both  out  -  7/1/0",
                        "8  000008  odd  in  -  8/2/0",
                        "8  000008  odd  out unmatched  -  8/2/0",
                        "8  000008  both  in copied  -  8/2/0",
                        "8  000008  both  out  -  8/2/0");
    }

    @Test
    void tellsAnswers() {
        final TimedItems.Asked<Long, String> asked = TimedItems.answering(
                Codecs.INT64,
                List.of(new TimedItems.At<>(1, 41L), new TimedItems.At<>(2, 42L)),
                Codecs.INT64,
                Codecs.TEXT,
                number -> "answer " + number);
        trace(
                flow -> flow.input("in", asked.items())
                        .request("ask", asked.answers(), 4)
                        .output("out", new Collected().sink()),
                0,
                Long.MAX_VALUE,
                "ask");
        assertThat(lines).contains("0  000000001  ask  in  -  41");
        assertThat(lines)
                .anyMatch(line -> line.matches("\\d+  00000000\\d  ask  answer  -  answer to request 0: answer 41"));
        assertThat(lines).anyMatch(line -> line.matches("\\d+  00000000\\d  ask  out  -  answer 41"));
    }

    @Test
    void namesTheStepsThatThereAre() {
        assertThatThrownBy(() -> trace(TraceTest::alarms, 0, 1, "alarm", "none"))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("flow 'traced' has no step 'none': it has 'in', 'key', 'plain', 'text', 'alarm', 'out'");
    }
}
