package io.millrace.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.InputLog;
import io.millrace.feed.Venue;
import io.millrace.feed.simulator.ExchangeConfig;
import io.millrace.feed.simulator.Fault;
import io.millrace.feed.support.Threads;
import io.millrace.operators.Flow;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults that need a socket, and some that don't, one after the other on one live feed. */
@Timeout(120)
@Tag("slow")
class FaultSocketsTest {
    private static final long MILLIS_300 = 300_000_000;
    private static final List<Fault> HARMLESS = List.of(Fault.FRAGMENTS, Fault.LARGE, Fault.BURST, Fault.DELAY);
    private static final List<Fault> HARMFUL = List.of(Fault.CUT, Fault.DISCONNECT, Fault.MALFORMED, Fault.NOTICE);

    static Stream<Venue> venues() {
        return FaultMatrixTest.venues();
    }

    @AfterEach
    void leavesNoThreads() {
        Threads.assertNoneLeft();
    }

    @ParameterizedTest
    @MethodSource("venues")
    void booksComeThroughFaultsOfTheNetwork(final Venue venue) throws Exception {
        try (SocketVenue there = new SocketVenue(venue, 0, new ExchangeConfig());
                FlowRun run = FlowRun.live(
                        new Flow("sockets", there::define),
                        InputLog.NONE,
                        new RunConfig().waitMode(WaitMode.BACKOFF))) {
            run.start();
            final BookWatch watch = there.watch();
            watch.await(() -> watch.isWell(0));
            final int begun = watch.requests();
            for (final Fault fault : HARMLESS) {
                strike(there, fault);
                passes(there);
            }
            assertThat(watch.invalidated()).as(watch.toString()).isZero();
            assertThat(watch.requests()).isEqualTo(begun);
            for (final Fault fault : HARMFUL) {
                final int before = watch.invalidated();
                strike(there, fault);
                watch.await(() -> watch.invalidated() > before || fault == Fault.NOTICE);
                passes(there);
            }
            run.stop();
            run.await();
            assertThat(run.failure()).isNull();
            assertThat(there.exchange().counts().failure()).isNull();
            assertThat(watch.wrong()).as(watch.toString()).isEmpty();
            assertThat(watch.recoveries()).isEqualTo(watch.invalidated());
        }
    }

    private static void strike(final SocketVenue there, final Fault fault) throws InterruptedException {
        there.exchange().strike(fault, null);
        there.watch().await(() -> there.exchange().counts().faults(fault) == 1);
    }

    /** All books are valid some time later, and new ones come. */
    private static void passes(final SocketVenue there) throws InterruptedException {
        final long since = there.watch().lastTime() + MILLIS_300;
        there.watch().await(() -> there.watch().isWell(since));
    }
}
