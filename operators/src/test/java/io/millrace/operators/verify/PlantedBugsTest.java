package io.millrace.operators.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.verify.Difference;
import io.millrace.engine.verify.VerificationReport;
import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Probe;
import io.millrace.operators.testing.TestRun;
import io.millrace.operators.testing.TestSink;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What makes a flow give something else the second time is found: the record and the step. */
@Timeout(120)
class PlantedBugsTest {
    private static final long FROM = 700;
    private static final AtomicLong SHARED_BY_ALL = new AtomicLong();

    /** A flow with sound steps around a step that misbehaves from item 700 on. */
    private static Difference found(final UnaryOperator<KeyedStream<Probe>> culprit) {
        return foundIn(flow -> {
            final KeyedStream<Probe> probes = Recorded.probes(flow);
            final KeyedStream<Probe> sums = probes.statefulMap("before", Probe.TYPE, Probe.TYPE, PlantedBugsTest::sum);
            sums.output("sums", new Collected().sink());
            culprit.apply(probes)
                    .statefulMap("behind", Probe.TYPE, Probe.TYPE, PlantedBugsTest::sum)
                    .output("out", new Collected().sink());
        });
    }

    private static Difference foundIn(final Consumer<Dataflow> definition) {
        final VerificationReport report = new Recorded(definition).verify();
        assertThat(report.isEqual()).as(report.toString()).isFalse();
        assertThat(report.toString()).startsWith("DIFFERENT: ");
        return report.difference();
    }

    private static void sum(final Probe sum, final Probe probe, final Probe out) {
        sum.add(probe);
        out.set(sum);
    }

    private static void assertBlamed(final Difference found, final String step) {
        assertThat(found.step()).as(found.toString()).isEqualTo(step);
        assertThat(found.firstSeq()).as(found.toString()).isEqualTo(FROM);
        assertThat(found.isExact()).isTrue();
        assertThat(found.one()).as(found.toString()).isNotEqualTo(found.other());
    }

    @Test
    void theWallClockInAFunction() {
        final Difference found = found(probes -> probes.map("noisy", Probe.TYPE, (probe, out) -> {
            out.set(probe);
            out.value = probe.value >= FROM ? System.nanoTime() : 0;
        }));
        assertBlamed(found, "noisy");
        assertThat(found.what()).isEqualTo("what it gave");
        assertThat(found.one()).endsWith("/1/0");
        assertThat(found.steps()).containsExactly("noisy", "behind", "out");
    }

    @Test
    void theOrderOfASetThatGoesByAddresses() {
        assertBlamed(
                foundIn(flow -> Recorded.probes(flow)
                        .map("noisy", probe -> {
                            final Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
                            for (int i = 0; i < 64; i++) {
                                set.add(probe.value >= FROM ? new Memo(i) : Memo.ZERO);
                            }
                            return probe.value >= FROM ? set.toString() : "";
                        })
                        .output("out", new Collected().sink())),
                "noisy");
    }

    private record Memo(int number) {
        static final Memo ZERO = new Memo(0);
    }

    @Test
    void randomNumbers() {
        assertBlamed(
                found(probes -> probes.statefulMap("noisy", Probe.TYPE, Probe.TYPE, (state, probe, out) -> {
                    out.set(probe);
                    out.value = probe.value >= FROM ? Double.doubleToLongBits(Math.random()) : 0;
                })),
                "noisy");
    }

    @Test
    void aStaticCounter() {
        assertBlamed(
                found(probes -> probes.map("noisy", Probe.TYPE, (probe, out) -> {
                    out.set(probe);
                    out.value = probe.value >= FROM ? SHARED_BY_ALL.incrementAndGet() : 0;
                })),
                "noisy");
    }

    @Test
    void aCounterThatCopiesShareBecauseItIsMadeOutsideTheDefinition() {
        final AtomicLong captured = new AtomicLong();
        assertBlamed(
                found(probes ->
                        probes.filter("noisy", probe -> probe.value < FROM || captured.incrementAndGet() % 2 == 0)),
                "noisy");
    }

    @Test
    void aStepThatKeepsAnItem() {
        assertBlamed(
                found(probes -> {
                    final Probe[] kept = new Probe[1];
                    return probes.map("noisy", Probe.TYPE, (probe, out) -> {
                        out.set(probe);
                        if (probe.value == FROM - 1) {
                            kept[0] = probe;
                        }
                        if (kept[0] != null) {
                            out.value = kept[0].value;
                        }
                    });
                }),
                "noisy");
    }

    @Test
    void aStepThatChangesAnItem() {
        final Difference found = found(probes -> probes.map("noisy", Probe.TYPE, (probe, out) -> {
            out.set(probe);
            if (probe.value == FROM) {
                probe.value = 0;
            }
        }));
        assertBlamed(found, "noisy");
        assertThat(found.what()).isEqualTo("how it ends");
        assertThat(found.other()).contains("has changed the item");
    }

    @Test
    void stateThatDoesNotShowForLong() {
        final Difference found =
                found(probes -> probes.statefulMap("noisy", Probe.TYPE, Probe.TYPE, (state, probe, out) -> {
                    state.count = probe.value >= FROM ? System.nanoTime() : 0;
                    out.set(probe);
                    out.value = probe.value == 990 ? state.count : 0;
                }));
        assertBlamed(found, "noisy");
        assertThat(found.what()).isEqualTo("its state");
    }

    @Test
    void aFailureThatNotEveryRunHas() {
        final AtomicLong captured = new AtomicLong();
        final Difference found = found(probes -> probes.map("noisy", Probe.TYPE, (probe, out) -> {
            out.set(probe);
            if (probe.value == FROM && captured.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("every other time");
            }
        }));
        assertBlamed(found, "noisy");
        assertThat(found.one() + found.other()).contains("no failure").contains("every other time");
    }

    @Test
    void whatHappensOnlyOnce() {
        final AtomicLong captured = new AtomicLong();
        final Difference found = found(probes -> probes.map("noisy", Probe.TYPE, (probe, out) -> {
            out.set(probe);
            out.value = probe.value == FROM && captured.incrementAndGet() == 2 ? 1 : 0;
        }));
        assertThat(found.isExact()).isFalse();
        assertThat(found.firstSeq()).isLessThanOrEqualTo(FROM);
        assertThat(found.lastSeq()).isGreaterThanOrEqualTo(FROM);
        assertThat(found.steps()).contains("behind", "out");
        assertThat(found.toString()).contains("between record 400 and record 799", "second look");
    }

    @Test
    void theNameOfTheThread() {
        final Difference found = found(probes -> probes.onThread("other").map("noisy", Probe.TYPE, (probe, out) -> {
            out.set(probe);
            out.value = probe.value >= FROM ? Thread.currentThread().getName().length() : 0;
        }));
        assertBlamed(found, "noisy");
        assertThat(found.copies()).contains("with several");
    }

    @Test
    void fromAStateInTheMiddle() {
        final Recorded recorded = new Recorded(flow -> Recorded.probes(flow)
                .statefulMap("sums", Probe.TYPE, Probe.TYPE, PlantedBugsTest::sum)
                .map("noisy", Probe.TYPE, (probe, out) -> {
                    out.set(probe);
                    out.count = probe.key == 1 && probe.count > FROM / 3 ? System.nanoTime() : 0;
                })
                .output("out", new Collected().sink()));
        final StateWriter state = recorded.stateBefore(650);
        final Difference found = recorded.finder()
                .find(state.buffer(), state.length(), 650, Long.MAX_VALUE)
                .orElseThrow();
        // Counts go on from the state, so that a flow that began with nothing would misbehave much later.
        assertBlamed(found, "noisy");
        assertThat(recorded.finder().find(state.buffer(), state.length(), 650, FROM - 1))
                .isEmpty();
    }

    @Test
    void inATestOfAUsersFlow() {
        final TestRun sound = new TestRun(flow -> Recorded.probes(flow)
                .filter("even", probe -> probe.value % 2 == 0)
                .output("out", TestSink.text()));
        sound.run();
        sound.verify();
        final TestRun noisy = new TestRun(flow -> Recorded.probes(flow)
                .filter("noisy", probe -> probe.value != FROM || SHARED_BY_ALL.incrementAndGet() % 2 == 0)
                .output("out", TestSink.text()));
        noisy.run();
        assertThatThrownBy(noisy::verify)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("differ at record 700: step 'noisy' was given the same");
    }

    @Test
    void aFailureThatOnlyThreadsHave() {
        final Difference found = found(probes -> probes.onThread("other").map("noisy", Probe.TYPE, (probe, out) -> {
            out.set(probe);
            if (probe.value >= FROM && Thread.currentThread().getName().contains("other")) {
                throw new IllegalStateException("on this thread");
            }
        }));
        assertBlamed(found, "noisy");
        assertThat(found.other()).contains("on this thread");
    }
}
