package io.millrace.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.InputLog;
import io.millrace.feed.Venue;
import io.millrace.feed.simulator.ExchangeConfig;
import io.millrace.feed.simulator.ExchangeCounts;
import io.millrace.feed.simulator.ExchangeProtocol;
import io.millrace.feed.simulator.Fault;
import io.millrace.feed.simulator.FaultPlan;
import io.millrace.feed.support.Threads;
import io.millrace.operators.Flow;
import io.millrace.operators.market.sbe.BookFault;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * All venues at once on sockets, with random faults: 20 s, or as many minutes as {@code millrace.feeds.soak.minutes} says. No book
 * is wrong, every loss is noticed, and nothing grows.
 */
@Tag("slow")
class SoakFeedsTest {
    private static final long MINUTES = Long.getLong("millrace.feeds.soak.minutes", 0);
    private static final Duration LENGTH = MINUTES > 0 ? Duration.ofMinutes(MINUTES) : Duration.ofSeconds(20);
    /** On average; half of it is enough for a book to be valid again before the next fault. */
    private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(5);

    /** Before the first look at what is held: code is compiled, rings and books have grown. */
    private static final Duration WARM_UP =
            LENGTH.dividedBy(4).compareTo(Duration.ofMinutes(8)) > 0 ? Duration.ofMinutes(8) : LENGTH.dividedBy(4);

    private static final Duration CALM = Duration.ofSeconds(4);
    private static final int NUMBERS = 100;

    private static final long SOME_MEMORY = (MINUTES > 30 ? 16L : 64L) << 20;
    /** Price and size. */
    private static final int LEVEL = 2 * Long.BYTES;

    private static final int SOME_FILES = 12;
    private static final int SOME_THREADS = 4;

    /** @param heap without the exchanges' history of books, which get deeper as prices walk */
    private record Held(long heap, long direct, long files, int threads) {
        static Held now(final List<SocketVenue> venues) {
            System.gc();
            final long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                    .mapToLong(BufferPoolMXBean::getMemoryUsed)
                    .sum();
            final long history = venues.stream()
                    .flatMap(venue -> venue.exchange().market().instruments().stream())
                    .mapToLong(instrument -> instrument.truth().levelsKept() * LEVEL)
                    .sum();
            return new Held(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() - history,
                    direct,
                    ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                            .getOpenFileDescriptorCount(),
                    ManagementFactory.getThreadMXBean().getThreadCount());
        }
    }

    @AfterEach
    void leavesNoThreads() {
        Threads.assertNoneLeft();
    }

    /** A refusal ends a stream for good, and what a venue can't tell can't be noticed: both are in the matrix. */
    private static Set<Fault> faults(final ExchangeProtocol protocol) {
        final Set<Fault> faults = EnumSet.allOf(Fault.class);
        faults.remove(Fault.REFUSAL);
        if (!protocol.tellsLoss()) {
            faults.removeAll(EnumSet.of(Fault.DROP, Fault.GAP, Fault.REORDER, Fault.SILENCE));
        }
        return faults;
    }

    @Test
    void booksOfAllVenuesAreRightAndNothingGrows() throws Exception {
        final List<SocketVenue> venues = new ArrayList<>();
        try {
            for (final Venue venue : FaultMatrixTest.venues().toList()) {
                final FaultPlan plan = FaultPlan.random(
                        venues.size(), BETWEEN_FAULTS, faults(venue.exchange().orElseThrow()), LENGTH.minus(CALM));
                venues.add(new SocketVenue(venue, NUMBERS * venues.size(), new ExchangeConfig().faults(plan)));
            }
            soak(venues);
        } finally {
            venues.forEach(SocketVenue::close);
        }
    }

    private static void soak(final List<SocketVenue> venues) throws InterruptedException {
        final Flow flow = new Flow("soak", definition -> venues.forEach(venue -> venue.define(definition)));
        try (FlowRun run = FlowRun.live(flow, InputLog.NONE, new RunConfig().waitMode(WaitMode.BACKOFF))) {
            run.start();
            for (final SocketVenue venue : venues) {
                venue.watch().await(() -> venue.watch().compared() > 0);
            }
            assertThat(run.await(WARM_UP.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
            final Held early = Held.now(venues);
            assertThat(run.await(LENGTH.minus(WARM_UP).toMillis(), TimeUnit.MILLISECONDS))
                    .isFalse();
            for (final SocketVenue venue : venues) {
                final long since = venue.watch().lastTime();
                venue.watch().await(() -> venue.watch().isWell(since));
            }
            final Held late = Held.now(venues);
            run.stop();
            run.await();
            assertThat(run.failure()).isNull();
            venues.forEach(SoakFeedsTest::requireRight);
            System.out.println("held: " + early + ", then " + late);
            requireNoGrowth(early, late);
        }
    }

    private static void requireRight(final SocketVenue venue) {
        final ExchangeCounts counts = venue.exchange().counts();
        final StringBuilder struck = new StringBuilder();
        for (final Fault fault : Fault.values()) {
            struck.append(fault).append('=').append(counts.faults(fault)).append(' ');
        }
        System.out.println(venue.venue().name() + ": " + struck + venue.watch().summary());
        assertThat(counts.failure()).isNull();
        assertThat(counts.framesSkipped()).isZero();
        assertThat(venue.watch().wrong()).as(venue.toString()).isEmpty();
        assertThat(venue.watch().recoveries())
                .as(venue.toString())
                .isEqualTo(venue.watch().invalidated());
        // A lost connection costs more than one book, and so does a frame of which nobody can tell whose it was.
        final String losses = venue + ", struck " + struck;
        assertThat(noticed(venue, BookFault.GAP, BookFault.CHECKSUM, BookFault.CROSSED))
                .as("gaps of " + losses)
                .isGreaterThanOrEqualTo(counts.faults(Fault.DROP) + counts.faults(Fault.GAP));
        assertThat(noticed(venue, BookFault.MALFORMED))
                .as("malformed frames of " + losses)
                .isGreaterThanOrEqualTo(counts.faults(Fault.MALFORMED));
        assertThat(noticed(venue, BookFault.DISCONNECTED))
                .as("lost connections of " + losses)
                .isGreaterThanOrEqualTo(counts.faults(Fault.CUT) + counts.faults(Fault.DISCONNECT));
    }

    private static long noticed(final SocketVenue venue, final BookFault... reasons) {
        return Stream.of(reasons)
                .mapToLong(reason -> venue.watch().invalidations().getOrDefault(reason, 0))
                .sum();
    }

    private static void requireNoGrowth(final Held early, final Held late) {
        assertThat(late.heap()).as("heap").isLessThanOrEqualTo(early.heap() + SOME_MEMORY);
        assertThat(late.direct()).as("memory outside the heap").isLessThanOrEqualTo(early.direct() + SOME_MEMORY);
        assertThat(late.files()).as("open files").isLessThanOrEqualTo(early.files() + SOME_FILES);
        assertThat(late.threads()).as("threads").isLessThanOrEqualTo(early.threads() + SOME_THREADS);
    }
}
