package io.millrace.operators.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Scope;
import io.millrace.operators.support.AlarmOp;
import io.millrace.operators.support.Probe;
import org.junit.jupiter.api.Test;

/** The harness passes what is right and finds what is wrong. */
class OperatorHarnessTest {
    private static final String[] KEYS = {"e", "d", "c", "b", "a"};

    private static Probe probe(final long index) {
        final Probe probe = Probe.of(index);
        probe.key = index % 5;
        return probe;
    }

    @Test
    void passesAnOperatorWithStateTimersAndEndHooks() {
        OperatorHarness.keyedByText(Probe.TYPE, OperatorHarnessTest::probe, probe -> KEYS[(int) probe.key])
                .with(probes -> probes.operator(
                        "alarm", OperatorSpec.of(AlarmOp.class, Scope.KEY, 3 * HarnessFlow.INTERVAL, 2), Probe.TYPE))
                .check();
    }

    @Test
    void findsAnItemThatIsChanged() {
        assertThatThrownBy(() -> OperatorHarness.stream(Probe.TYPE, OperatorHarnessTest::probe)
                        .withPlain(probes -> probes.filter("spoil", probe -> ++probe.count > 0))
                        .check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("check mode")
                .hasMessageContaining("'spoil'")
                .hasMessageContaining("has changed the item");
    }

    @Test
    void findsAnItemThatIsKept() {
        final Probe[] kept = new Probe[1];
        assertThatThrownBy(() -> OperatorHarness.stream(Probe.TYPE, OperatorHarnessTest::probe)
                        .withPlain(probes -> probes.map("keep", Probe.TYPE, (in, out) -> {
                            out.set(kept[0] == null ? in : kept[0]);
                            kept[0] = in;
                        }))
                        .check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("check mode");
    }

    @Test
    void findsAFieldThatIsNotFilled() {
        assertThatThrownBy(() -> OperatorHarness.stream(Probe.TYPE, OperatorHarnessTest::probe)
                        .withPlain(probes -> probes.map("forget", Probe.TYPE, (in, out) -> out.value = in.value))
                        .check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("check mode")
                .hasMessageContaining("output 'out': item 0");
    }

    @Test
    void findsStateOutsideTheOperator() {
        final long[] seen = new long[1];
        assertThatThrownBy(() -> OperatorHarness.stream(Probe.TYPE, OperatorHarnessTest::probe)
                        .withPlain(probes -> probes.filter("every other", probe -> seen[0]++ % 2 == 0))
                        .count(251)
                        .check())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void findsGarbage() {
        assertThatThrownBy(() -> OperatorHarness.stream(Probe.TYPE, OperatorHarnessTest::probe)
                        .withPlain(probes -> probes.map("copy", Probe.TYPE, probe -> Probe.of(probe.value)))
                        .check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("bytes of garbage");
    }

    @Test
    void findsNothingToCompare() {
        assertThatThrownBy(() -> OperatorHarness.stream(Probe.TYPE, OperatorHarnessTest::probe)
                        .withPlain(probes -> probes.filter("none", probe -> false))
                        .check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nothing came out");
    }
}
