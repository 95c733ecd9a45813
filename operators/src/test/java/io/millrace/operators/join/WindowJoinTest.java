package io.millrace.operators.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.item.Codecs;
import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowed;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Runs;
import io.millrace.operators.testing.TimedItems;
import io.millrace.operators.window.SessionWindow;
import io.millrace.operators.window.SlidingWindow;
import io.millrace.operators.window.TumblingWindow;
import io.millrace.operators.window.WindowInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class WindowJoinTest {
    private static final Duration ENDLESS = Duration.ofDays(100 * 365);
    private static final SessionWindow SESSIONS = new SessionWindow(10);

    /** Items such as {@code key:value@time}, the i-th of them comes at i; a blank stands for an item of another side. */
    private static KeyedStream<String> stream(final Dataflow flow, final String id, final String... items) {
        final List<TimedItems.At<String>> list = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            if (!items[i].isBlank()) {
                list.add(new TimedItems.At<>(i, items[i]));
            }
        }
        return flow.input(id, TimedItems.of(Codecs.TEXT, list))
                .keyByText(id + "-key", item -> item.substring(0, item.indexOf(':') + 1))
                .map(id + "-value", Codecs.TEXT, item -> item.substring(item.indexOf(':') + 1));
    }

    private static JoinSide<String> side(final Dataflow flow, final String id, final String... items) {
        return JoinSide.of(stream(flow, id, items), item -> Long.parseLong(item.substring(item.indexOf('@') + 1)));
    }

    private static void output(final Windowed<JoinRow, JoinRow> windows, final Collected out) {
        windows.closed().output("rows", out.sink(row -> row.window() + " " + row));
        windows.late().output("late", out.sink(late -> late.window() + " " + late.item()));
        windows.meta().output("meta", out.sink(WindowJoinTest::text));
    }

    private static String text(final WindowInfo info) {
        final StringBuilder text = new StringBuilder(info.id() + " " + info.start() + " " + info.end());
        for (int i = 0; i < info.mergedCount(); i++) {
            text.append(" +").append(info.mergedId(i));
        }
        return text.toString();
    }

    private static Map<String, List<String>> run(final BiConsumer<Dataflow, Collected> definition) {
        final Map<String, List<String>> fused =
                Runs.run(definition, Runs.fused().check(true));
        assertThat(Runs.run(definition, Runs.threaded(8))).isEqualTo(fused);
        assertThat(Runs.run(definition, Runs.fused().specialize(true))).isEqualTo(fused);
        return fused;
    }

    private static JoinMode mode(final String insert, final String emit) {
        return new JoinMode(JoinMode.Insert.valueOf(insert), JoinMode.Emit.valueOf(emit), JoinMode.Rows.USUAL);
    }

    /** L1 L2 R1 R2 L3 in one window, then its close; the tick behind each shows which rows it gave. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "FIRST  ; COMPLETE; 0 1 2 (L1, R1) 3 4 (L3, R2) close",
                "FIRST  ; FINAL   ; 0 1 2 3 4 close (L1, R1)",
                "FIRST  ; RUNNING ; 0 (L1, –) 1 (L1, –) 2 (L1, R1) 3 (L1, R1) 4 (L1, R1) close",
                "LAST   ; COMPLETE; 0 1 2 (L2, R1) 3 4 (L3, R2) close",
                "LAST   ; FINAL   ; 0 1 2 3 4 close (L3, R2)",
                "LAST   ; RUNNING ; 0 (L1, –) 1 (L2, –) 2 (L2, R1) 3 (L2, R2) 4 (L3, R2) close",
                "PRODUCT; COMPLETE; 0 1 2 (L1, R1) (L2, R1) 3 4 (L3, R2) close",
                "PRODUCT; FINAL   ; 0 1 2 3 4 close (L1, R1) (L1, R2) (L2, R1) (L2, R2) (L3, R1) (L3, R2)",
                "PRODUCT; RUNNING ; 0 (L1, –) 1 (L1, –) (L2, –) 2 (L1, R1) (L2, R1)"
                        + " 3 (L1, R1) (L1, R2) (L2, R1) (L2, R2)"
                        + " 4 (L1, R1) (L1, R2) (L2, R1) (L2, R2) (L3, R1) (L3, R2) close",
            })
    void givesTheRowsOfItsMode(final String insert, final String emit, final String expected) {
        final Map<String, List<String>> outputs = run((flow, out) -> {
            final KeyedStream<String> ticks = stream(flow, "t", "k:0", "k:1", "k:2", "k:3", "k:4", "k:close");
            final Windowed<JoinRow, JoinRow> windows = flow.joinWindow(
                    "join",
                    WindowJoin.in(new TumblingWindow(5, 0))
                            .mode(mode(insert, emit))
                            .ordered(false),
                    JoinSide.of(stream(flow, "l", "k:L1", "k:L2", " ", " ", "k:L3")),
                    JoinSide.of(stream(flow, "r", " ", " ", "k:R1", "k:R2")));
            windows.meta().output("meta", out.sink(WindowJoinTest::text));
            // The window closes at 5, by a timer, which comes before the tick of that time.
            flow.merge("all", ticks, windows.closed().map("text", Codecs.TEXT, JoinRow::toString))
                    .output("rows", out.sink());
        });
        final String closing = expected.replaceAll("^(.*) close(.*)$", "$1$2 close");
        assertThat(String.join(" ", outputs.get("rows"))).isEqualTo(closing);
        assertThat(outputs.get("meta")).containsExactly("0 0 5");
    }

    @Test
    void takesItemsInTheOrderOfTheirTimes() {
        final Map<String, List<String>> outputs = run((flow, out) -> output(
                flow.joinWindow(
                        "join",
                        WindowJoin.in(SESSIONS)
                                .mode(JoinMode.first().complete())
                                .lateness(ENDLESS),
                        side(flow, "l", "k:1@0"),
                        side(flow, "r", " ", "k:3@2", "k:2@1")),
                out));
        assertThat(outputs.get("rows")).containsExactly("0 (1@0, 2@1)");
        assertThat(outputs.get("late")).isEmpty();
        assertThat(outputs.get("meta")).containsExactly("0 0 2");
    }

    @Test
    void takesTheLastValueAtTheCloseUnlessToldOtherwise() {
        final Map<String, List<String>> outputs = run((flow, out) -> output(
                flow.joinWindow(
                        "join",
                        WindowJoin.in(SESSIONS).lateness(ENDLESS),
                        side(flow, "l", "k:1@0"),
                        side(flow, "r", " ", "k:3@2", "k:2@1")),
                out));
        assertThat(outputs.get("rows")).containsExactly("0 (1@0, 3@2)");
    }

    @Test
    void closesEachWindowByItself() {
        final Map<String, List<String>> outputs = run((flow, out) -> output(
                flow.joinWindow(
                        "join",
                        WindowJoin.in(new TumblingWindow(60, 0)),
                        side(flow, "names", "123:Bee@499680", "456:Hive@499680"),
                        side(flow, "emails", " ", " ", "123:bee@499695", "456:hive@499755")),
                out));
        assertThat(outputs.get("rows"))
                .containsExactly("8328 (Hive@499680, –)", "8328 (Bee@499680, bee@499695)", "8329 (–, hive@499755)");
        assertThat(outputs.get("meta"))
                .containsExactly("8328 499680 499740", "8328 499680 499740", "8329 499740 499800");
    }

    /** R@10 bridges the sessions of L@0 and L@20: the first value is the earlier session's, the last the later one's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "FIRST  ; FINAL   ; 0 (L@0, R@10)",
                "FIRST  ; COMPLETE; 0 (L@0, R@10)",
                "FIRST  ; RUNNING ; 0 (L@0, –), 1 (L@20, –), 0 (L@0, R@10), 0 (L@0, R@10)",
                "LAST   ; FINAL   ; 0 (L@20, R@10)",
                "LAST   ; COMPLETE; 0 (L@0, R@10)",
                "LAST   ; RUNNING ; 0 (L@0, –), 1 (L@20, –), 0 (L@0, R@10), 0 (L@20, R@10)",
                "PRODUCT; FINAL   ; 0 (L@0, R@10), 0 (L@20, R@10)",
                "PRODUCT; COMPLETE; 0 (L@0, R@10)",
                "PRODUCT; RUNNING ; 0 (L@0, –), 1 (L@20, –), 0 (L@0, R@10), 0 (L@0, R@10), 0 (L@20, R@10)",
            })
    void mergesTheRowsOfSessionsThatGrowTogether(final String insert, final String emit, final String expected) {
        final Map<String, List<String>> outputs = run((flow, out) -> output(
                flow.joinWindow(
                        "join",
                        WindowJoin.in(SESSIONS)
                                .mode(mode(insert, emit))
                                .lateness(ENDLESS)
                                .ordered(false),
                        side(flow, "l", "k:L@0", "k:L@20"),
                        side(flow, "r", " ", " ", "k:R@10")),
                out));
        assertThat(String.join(", ", outputs.get("rows"))).isEqualTo(expected);
        assertThat(outputs.get("meta")).containsExactly("0 0 20 +1");
    }

    @Test
    void completesARowByAMerge() {
        final Map<String, List<String>> outputs = run((flow, out) -> output(
                flow.joinWindow(
                        "join",
                        WindowJoin.in(SESSIONS)
                                .mode(JoinMode.last().complete())
                                .lateness(ENDLESS)
                                .ordered(false),
                        side(flow, "l", "k:L@0", " ", "k:L@10"),
                        side(flow, "r", " ", "k:R@20")),
                out));
        assertThat(outputs.get("rows"))
                .as("L@10 joins the earlier session first")
                .containsExactly("0 (L@10, R@20)");
    }

    @Test
    void givesItemsThatComeTooLateAsRowsOfOneSide() {
        final Map<String, List<String>> outputs = run((flow, out) -> output(
                flow.joinWindow(
                        "join",
                        WindowJoin.in(new SlidingWindow(20, 10, 0)),
                        side(flow, "l", "k:a@100", " ", "k:b@70"),
                        side(flow, "r", " ", "k:c@50")),
                out));
        assertThat(outputs.get("late")).containsExactly("4 (–, c@50)", "5 (–, c@50)", "6 (b@70, –)", "7 (b@70, –)");
        assertThat(outputs.get("rows")).containsExactly("9 (a@100, –)", "10 (a@100, –)");
    }

    @Test
    void tellsRowsOnOtherThreadsTheirWindow() {
        final Map<String, List<String>> outputs = run((flow, out) -> flow.joinWindow(
                        "join",
                        WindowJoin.in(new TumblingWindow(60, 20)),
                        side(flow, "l", "k:a@100"),
                        side(flow, "r", "k:b@101"))
                .closed()
                .onThread("other")
                .output("rows", out.sink(row -> row.window() + " " + row.windowStart() + " " + row.windowEnd() + row)));
        assertThat(outputs.get("rows")).containsExactly("1 80 140(a@100, b@101)");
    }

    @Test
    void isRefusedIfOnlySomeItemsCarryTheirTime() {
        assertThatThrownBy(() -> run((flow, out) -> output(
                        flow.joinWindow(
                                "join",
                                WindowJoin.in(SESSIONS),
                                side(flow, "l", "k:a@100"),
                                JoinSide.of(stream(flow, "r", "k:b@101"))),
                        out)))
                .isInstanceOf(FlowException.class)
                .hasMessageContaining("joinWindow 'join'")
                .hasMessageContaining("give all a time, or none");
    }

    @Test
    void isRefusedIfKeysAreOfDifferentKinds() {
        assertThatThrownBy(() -> run((flow, out) -> output(
                        flow.joinWindow(
                                "join",
                                WindowJoin.in(SESSIONS),
                                JoinSide.of(stream(flow, "l", "k:a")),
                                JoinSide.of(stream(flow, "r", "k:b").values("v").keyBy("n", item -> 1))),
                        out)))
                .isInstanceOf(FlowException.class)
                .hasMessageContaining("joinWindow 'join' of streams with different kinds of keys");
    }
}
