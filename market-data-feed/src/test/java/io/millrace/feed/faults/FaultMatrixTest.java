package io.millrace.feed.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.Venue;
import io.millrace.feed.Venues;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.simulator.ExchangeConfig;
import io.millrace.feed.simulator.ExchangeProtocol;
import io.millrace.feed.simulator.Fault;
import io.millrace.operators.market.sbe.BookFault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault at every venue: a book is never wrong while it is valid, compared with the exchange's own after every message,
 * and is valid again after one snapshot more.
 */
@Timeout(60)
class FaultMatrixTest {
    private static final Duration STRUCK = Duration.ofSeconds(2);
    private static final Duration LENGTH = Duration.ofSeconds(7);
    private static final Duration LAST_SECOND = LENGTH.minusSeconds(1);

    static Stream<Venue> venues() {
        return Venues.all().stream().filter(venue -> venue.exchange().isPresent());
    }

    static Stream<Arguments> matrix() {
        return venues().flatMap(venue -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(venue, fault)));
    }

    private static DirectRun run(final Venue venue, final List<Fault> atOnce, final List<Fault> later) {
        final boolean[] done = new boolean[2];
        return new DirectRun(venue, new ExchangeConfig(), LENGTH, (exchange, since) -> {
            if (!done[0]) {
                done[0] = true;
                atOnce.forEach(fault -> exchange.strike(fault, null));
            }
            if (!done[1] && since.compareTo(STRUCK) >= 0) {
                done[1] = true;
                later.forEach(fault -> exchange.strike(fault, null));
            }
        });
    }

    private static boolean isWell(final DirectRun run) {
        return run.watch().isWell(DirectRun.START + LAST_SECOND.toNanos());
    }

    @ParameterizedTest
    @MethodSource("venues")
    void booksAreRightWithoutFaults(final Venue venue) {
        final DirectRun run = run(venue, List.of(), List.of());
        final BookWatch watch = run.watch();
        assertThat(watch.wrong()).isEmpty();
        assertThat(isWell(run)).as(watch.toString()).isTrue();
        assertThat(watch.compared()).isGreaterThan(80);
        assertThat(watch.invalidated()).isZero();
        assertThat(run.source().count(FrameResult.MALFORMED)).isZero();
        assertThat(run.source().count(FrameResult.UNKNOWN)).isZero();
        assertThat(run.source().count(FrameResult.REFUSED)).isZero();
        assertThat(watch.requests())
                .as("snapshots asked for")
                .isEqualTo(venue.snapshot("BTCUSDT", 0).isPresent() ? 2 : 0);
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void booksAreNeverWrongWhileValid(final Venue venue, final Fault fault) {
        final ExchangeProtocol protocol = venue.exchange().orElseThrow();
        final boolean isRest = fault == Fault.OLD_SNAPSHOT || fault == Fault.REST_ERROR || fault == Fault.REST_LIMIT;
        final boolean asks = venue.snapshot("BTCUSDT", 0).isPresent();
        final DirectRun run = fault == Fault.REFUSAL
                ? run(venue, List.of(fault), List.of())
                : run(venue, List.of(), isRest ? List.of(fault, Fault.DROP) : List.of(fault));
        final BookWatch watch = run.watch();

        final boolean possible = (!isRest || asks) && (fault != Fault.CHECKSUM || protocol.hasChecksums());
        assertThat(run.exchange().counts().faults(fault)).as("struck").isEqualTo(possible ? 1 : 0);
        if (isUntold(fault, isRest) && !protocol.tellsLoss()) {
            assertThat(watch.invalidations().keySet())
                    .as("what %s sends tells only by chance that a message is missing", venue.name())
                    .isSubsetOf(BookFault.CROSSED);
            return;
        }
        assertThat(watch.wrong()).as(watch.toString()).isEmpty();
        assertThat(isWell(run)).as(watch.toString()).isTrue();
        assertThat(watch.recoveries()).as(watch.toString()).isEqualTo(watch.invalidated());
        assertThat(watch.invalidated()).as(watch.toString()).isBetween(fewest(fault, possible, isRest), most(fault));
        assertThat(watch.requests() - (asks ? 2 : 0))
                .as(watch.toString())
                .isLessThanOrEqualTo(watch.invalidated() + (fault == Fault.OLD_SNAPSHOT ? 1 : 0));
    }

    /** Whether it is only the loss or the order of messages that could tell. */
    private static boolean isUntold(final Fault fault, final boolean isRest) {
        return switch (fault) {
            case DROP, GAP, REORDER, SILENCE -> true;
            default -> isRest;
        };
    }

    private static int fewest(final Fault fault, final boolean possible, final boolean isRest) {
        return switch (fault) {
            case DROP, GAP, SILENCE, CUT, DISCONNECT, NOTICE, MALFORMED -> 1;
            case CHECKSUM -> possible ? 1 : 0;
            default -> isRest ? 1 : 0;
        };
    }

    /** A connection has two books. */
    private static int most(final Fault fault) {
        return switch (fault) {
            case CUT, DISCONNECT, NOTICE, MALFORMED -> 2;
            case FRAGMENTS, LARGE, BURST, DELAY -> 0;
            default -> 2;
        };
    }
}
