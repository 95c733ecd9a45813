package io.millrace.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VmEventsTest {
    private static final long INGRESS = 9597;

    @Test
    void addUpSafepointsOfEitherForm() {
        final VmEvents events = events(
                "[150ns][9223][safepoint      ] Safepoint \"Cleanup\", Time since last: 5 ns, Reaching safepoint: 100 ns,"
                        + " At safepoint: 200 ns, Total: 300 ns",
                "[160ns][9223][safepoint] Safepoint \"G1CollectFull\", Time since last: 1 ns, Reaching safepoint: 4 ns,"
                        + " At safepoint: 43 ns, Leaving safepoint: 3 ns, Total: 50 ns, Threads: 0 runnable, 10 total");
        assertThat(events.safepoints()).hasValue(2);
        assertThat(events.safepointNanos()).hasValue(350);
        assertThat(events.longestSafepointNanos()).hasValue(300);
    }

    @Test
    void leaveOutWhatWasBeforeOrAfter() {
        final VmEvents events =
                events(safepoint(99), safepoint(100), safepoint(200), safepoint(201), "nothing of a log");
        assertThat(events.safepoints()).hasValue(2);
    }

    @Test
    void countCompilationsOfMillraceOnly() {
        final VmEvents events = events(
                compilation("1904       4       io.millrace.engine.x.Y::onRecord (30 bytes)"),
                compilation("1905 %  !  3       io.millrace.engine.x.Y::run @ 4 (30 bytes)"),
                compilation("   7   !b  4       io.millrace.engine.x.Y$$Lambda/0x01::accept (30 bytes)"),
                compilation("1906       4       java.lang.String::length (30 bytes)"));
        assertThat(events.compilations()).hasValue(3);
        assertThat(events.deoptimizations()).hasValue(0);
    }

    @Test
    void countFallBacksOfTheFlowsThreads() {
        final VmEvents events = events(
                deoptimization(INGRESS),
                deoptimization(INGRESS),
                deoptimization(INGRESS + 1),
                compilation("1904       4       io.millrace.x.Y::f (30 bytes)   made not entrant: uncommon trap"));
        assertThat(events.deoptimizations()).hasValue(2);
        assertThat(events.compilations()).hasValue(0);
    }

    @Test
    void countOptimisedCodeThatIsThrownAwayWhereFallBacksAreNotTold() {
        final VmEvents events = VmEvents.of(
                Stream.of(
                        compilation("1904       4       io.millrace.x.Y::f (30 bytes)   made not entrant"),
                        compilation("1905       3       io.millrace.x.Y::f (30 bytes)   made not entrant"),
                        compilation("1906       4       java.lang.X::f (30 bytes)   made not entrant")),
                100,
                200,
                Set.of(INGRESS),
                false);
        assertThat(events.deoptimizations()).hasValue(1);
        assertThat(events.compilations()).hasValue(0);
    }

    private static VmEvents events(final String... lines) {
        return VmEvents.of(Stream.of(lines), 100, 200, Set.of(INGRESS), true);
    }

    private static String safepoint(final long at) {
        return "[" + at + "ns][9223][safepoint   ] Safepoint \"Cleanup\", Reaching safepoint: 1 ns, Total: 1 ns";
    }

    private static String compilation(final String text) {
        return "[150ns][9230][jit,compilation] " + text;
    }

    private static String deoptimization(final long thread) {
        return "[150ns][" + thread
                + "][deoptimization ] cid=1904     level=4 io.millrace.x.Y.f(I)I trap_bci=3 unstable_if";
    }
}
