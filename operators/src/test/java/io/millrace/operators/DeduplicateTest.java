package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Everywhere;
import io.millrace.operators.support.Numbers;
import io.millrace.operators.support.Runs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeduplicateTest {
    /** The value is the identity; the sink tells value and key. */
    private static void define(final Dataflow flow, final Collected out, final long remember, final long[][] items) {
        Numbers.probes(flow, items)
                .deduplicate("once", probe -> probe.value, Duration.ofNanos(remember))
                .output("out", out.sink());
    }

    private static List<String> once(final long remember, final long[]... items) {
        return Everywhere.run((flow, out) -> define(flow, out, remember, items)).get("out");
    }

    @Test
    void dropsWhatWasPassedOnAndPassesItAgainWhenItIsForgotten() {
        assertThat(once(
                        10,
                        new long[] {0, 1, 5},
                        new long[] {0, 1, 5},
                        new long[] {3, 1, 6},
                        new long[] {9, 1, 5},
                        new long[] {10, 1, 5},
                        new long[] {12, 1, 6},
                        new long[] {19, 1, 5},
                        new long[] {20, 1, 5}))
                .as("5 at 0, 6 at 3, 5 again at 10 and at 20: what is dropped prolongs nothing")
                .containsExactly("5/1/0", "6/1/0", "5/1/0", "5/1/0");
    }

    @Test
    void looksAtEachKeyByItself() {
        assertThat(once(10, new long[] {0, 1, 5}, new long[] {0, 2, 5}, new long[] {1, 1, 5}, new long[] {1, 2, -1}))
                .containsExactly("5/1/0", "5/2/0", "-1/2/0");
    }

    @Test
    void namesStepAndItemOfAFailure() {
        assertThatThrownBy(() -> Runs.run(
                        (flow, out) -> Numbers.keyed(flow, "a:1", "a:x")
                                .deduplicate("once", Long::parseLong, Duration.ofNanos(5))
                                .output("out", out.sink()),
                        Runs.fused()))
                .hasMessageContaining("step 'once' failed on a:1");
    }

    @Test
    void refusesToRememberForNoTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Runs.run((flow, out) -> define(flow, out, 0, new long[0][]), Runs.fused()))
                .withMessageContaining("deduplicate 'once' remembers for 0 ns");
    }

    @Property(tries = 300)
    void passesWhatNaiveCodePasses(
            @ForAll @IntRange(min = 1, max = 30) final int remember,
            @ForAll @Size(max = 100) final List<@IntRange(max = 1_000) Integer> choices) {
        final long[][] items = new long[choices.size()][];
        final Map<String, Long> passed = new HashMap<>();
        final List<String> expected = new ArrayList<>();
        long time = 0;
        for (int i = 0; i < items.length; i++) {
            final int choice = choices.get(i);
            time += choice % 5;
            items[i] = new long[] {time, choice / 5 % 3, choice / 15 % 20};
            final String probe = items[i][2] + "/" + items[i][1] + "/0";
            if (!passed.containsKey(probe) || passed.get(probe) + remember <= time) {
                passed.put(probe, time);
                expected.add(probe);
            }
        }
        assertThat(Runs.run((flow, out) -> define(flow, out, remember, items), Runs.fused())
                        .get("out"))
                .isEqualTo(expected);
    }
}
