package io.millrace.feed.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.decode.FrameKind;
import io.millrace.operators.market.sbe.BookRule;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ArbitrationTest {
    private static final int X = 3;
    private static final int Y = 4;
    private static final long PATIENCE = 1_000;
    private static final long NONE = -1;

    private static Arbitration arbitration(final BookRule rule) {
        return new Arbitration(rule, PATIENCE).carry(X).carry(Y);
    }

    private static ConnectionGate ready(final Arbitration arbitration) {
        final ConnectionGate gate = arbitration.join();
        gate.begin(1);
        gate.ready();
        return gate;
    }

    @Nested
    class Trades {
        private final Arbitration arbitration = arbitration(BookRule.UNNUMBERED);
        private final ConnectionGate a = ready(arbitration);
        private final ConnectionGate b = ready(arbitration);

        @Test
        void comeFromWhoBringsThemFirst() {
            assertThat(a.trade(X, 1, 10)).isTrue();
            assertThat(b.trade(X, 1, 10)).isFalse();
            assertThat(b.trade(X, 2, 11)).isTrue();
            assertThat(a.trade(X, 2, 11)).isFalse();
            assertThat(a.trade(X, 3, 12)).isTrue();
            assertThat(b.trade(Y, 1, 10)).isTrue();
        }

        @Test
        void mayShareAnIdOnTheConnectionThatBroughtItFirst() {
            assertThat(a.trade(X, 5, 10)).isTrue();
            assertThat(b.trade(X, 5, 10)).isFalse();
            assertThat(a.trade(X, 5, 10)).isTrue();
        }

        @Test
        void areNotRepeatedByAConnectionThatLagsBehindOneThatIsGone() {
            assertThat(a.trade(X, 5, 10)).isTrue();
            a.leave();
            assertThat(b.trade(X, 4, 9)).isFalse();
            assertThat(b.trade(X, 5, 10)).isFalse();
            assertThat(b.trade(X, 6, 11)).isTrue();
        }

        @Test
        void mayBeCountedAnewByTheVenue() {
            final long later = TimeUnit.SECONDS.toNanos(2);
            assertThat(a.trade(X, 5_000, 10)).isTrue();
            a.leave();
            assertThat(b.trade(X, 1, 10 + later)).isTrue();
            assertThat(b.trade(X, 2, 11 + later)).isTrue();
        }

        @Test
        void withoutIdsComeFromTheLeader() {
            assertThat(b.trade(X, NONE, 10)).isFalse();
            assertThat(a.trade(X, NONE, 10)).isTrue();
            a.retiring(true);
            assertThat(a.trade(X, NONE, 11)).isFalse();
            assertThat(b.trade(X, NONE, 11)).isTrue();
        }
    }

    @Test
    void newsComesFromTheLeaderAndQuotesByTheirIds() {
        final Arbitration arbitration = arbitration(BookRule.UNNUMBERED);
        final ConnectionGate a = ready(arbitration);
        final ConnectionGate b = ready(arbitration);
        assertThat(a.news(X, FrameKind.FUNDING, 1)).isTrue();
        assertThat(b.news(X, FrameKind.FUNDING, 1)).isFalse();
        assertThat(b.quote(X, 7, 0)).isTrue();
        assertThat(a.quote(X, 7, 0)).isFalse();
        assertThat(a.quote(X, 9, 0)).isTrue();
        assertThat(b.quote(X, 8, 0)).isFalse();
    }

    @Test
    void theConnectionThatWasReadyFirstLeads() {
        final Arbitration arbitration = arbitration(BookRule.UNNUMBERED);
        final ConnectionGate a = arbitration.join();
        final ConnectionGate b = arbitration.join();
        assertThat(a.isLeader()).isTrue();
        b.ready();
        assertThat(b.isLeader()).isTrue();
        a.ready();
        assertThat(b.isLeader()).isTrue();
        b.retiring(true);
        assertThat(a.isLeader()).isTrue();
        b.retiring(false);
        assertThat(b.isLeader()).isTrue();
        b.leave();
        assertThat(a.isLeader()).isTrue();
    }

    @Nested
    class BooksWithIds {
        private final Arbitration arbitration = arbitration(BookRule.NEXT_ID);
        private ConnectionGate a;
        private ConnectionGate b;

        @BeforeEach
        void begin() {
            a = ready(arbitration);
        }

        private boolean update(final ConnectionGate gate, final long id) {
            return gate.book(X, false, id, id, NONE);
        }

        private void giveUpTo100AndAddAnother() {
            assertThat(a.book(X, true, 99, 99, NONE)).isTrue();
            assertThat(update(a, 100)).isTrue();
            b = ready(arbitration);
        }

        @Test
        void ofOneConnectionPassAsTheyAre() {
            assertThat(a.book(X, true, 99, 99, NONE)).isTrue();
            assertThat(update(a, 200)).isTrue();
            assertThat(update(a, 150)).isTrue();
            assertThat(update(a, 151)).isTrue();
            assertThat(a.book(X, true, 5, 5, NONE)).isTrue();
        }

        @Test
        void goOnWithWhoeverIsFirst() {
            giveUpTo100AndAddAnother();
            assertThat(update(b, 101)).isTrue();
            assertThat(update(a, 101)).isFalse();
            assertThat(update(a, 102)).isTrue();
            assertThat(update(b, 102)).isFalse();
        }

        @Test
        void waitForTheConnectionThatHasWhatAnotherHasMissed() {
            giveUpTo100AndAddAnother();
            assertThat(update(b, 103)).isFalse();
            assertThat(update(b, 104)).isFalse();
            for (int id = 101; id <= 104; id++) {
                assertThat(update(a, id)).isTrue();
            }
            assertThat(update(b, 105)).isTrue();
        }

        @Test
        void showAGapThatAllHave() {
            giveUpTo100AndAddAnother();
            assertThat(update(b, 103)).isFalse();
            assertThat(update(a, 103)).isTrue();
            assertThat(update(b, 104)).isTrue();
        }

        @Test
        void showAGapWhenTheOtherConnectionSaysNothing() {
            giveUpTo100AndAddAnother();
            b.begin(5_000);
            assertThat(update(b, 103)).isFalse();
            b.begin(5_000 + PATIENCE);
            assertThat(update(b, 104)).isFalse();
            b.begin(5_001 + PATIENCE);
            assertThat(update(b, 105)).isTrue();
        }

        @Test
        void goOnWhenAConnectionIsLostEvenIfTheOtherLagsBehind() {
            giveUpTo100AndAddAnother();
            assertThat(a.carries(X)).isFalse();
            a.leave();
            assertThat(update(b, 99)).isFalse();
            assertThat(update(b, 100)).isFalse();
            assertThat(update(b, 101)).isTrue();
            assertThat(b.carries(X)).isTrue();
        }

        @Test
        void takeASnapshotThatIsNewerOrWasAskedFor() {
            giveUpTo100AndAddAnother();
            assertThat(b.book(X, true, 98, 98, NONE)).isFalse();
            assertThat(b.book(X, true, 105, 105, NONE)).isTrue();
            assertThat(update(a, 101)).isFalse();
            arbitration.expectSnapshot(X);
            assertThat(a.book(X, true, 102, 102, NONE)).isTrue();
            assertThat(a.book(X, true, 50, 50, NONE)).isTrue();
            assertThat(b.book(X, true, 50, 50, NONE)).isFalse();
        }

        @Test
        void sufferFromWhatHappensToTheOnlyConnectionThatIsReady() {
            b = arbitration.join();
            assertThat(a.carries(X)).isTrue();
            assertThat(a.carries(X + 10)).isFalse();
            b.ready();
            assertThat(a.carries(X)).isFalse();
            a.aboutAllConnections();
            assertThat(a.about(X).carries(X)).isTrue();
            assertThat(a.carries(Y)).isFalse();
            a.aboutAll();
            assertThat(a.carries(Y)).isFalse();
        }

        @Test
        void passAnewWhenAllWasLost() {
            giveUpTo100AndAddAnother();
            a.forgetBooks();
            assertThat(update(b, 300)).isTrue();
            assertThat(update(a, 300)).isFalse();
        }
    }

    @Test
    void booksThatNameTheMessageBeforeChainByIt() {
        final Arbitration arbitration = arbitration(BookRule.PREVIOUS_ID);
        final ConnectionGate a = ready(arbitration);
        final ConnectionGate b = ready(arbitration);
        assertThat(a.book(X, true, 100, 100, NONE)).isTrue();
        assertThat(b.book(X, false, 110, 110, 105)).isFalse();
        assertThat(a.book(X, false, 105, 105, 100)).isTrue();
        assertThat(a.book(X, false, 110, 110, 105)).isTrue();
        // The venue begins to count anew.
        assertThat(b.book(X, false, 7, 7, 110)).isTrue();
        assertThat(a.book(X, false, 7, 7, 110)).isFalse();
        assertThat(a.book(X, false, 9, 9, 7)).isTrue();
    }

    @Test
    void updatesOfSeveralIdsMayOverlapWhatWasGiven() {
        final Arbitration arbitration = arbitration(BookRule.ASKED_NEXT_ID);
        final ConnectionGate a = ready(arbitration);
        final ConnectionGate b = ready(arbitration);
        assertThat(a.book(X, false, 95, 100, NONE)).isTrue();
        assertThat(b.book(X, false, 98, 104, NONE)).isTrue();
        assertThat(a.book(X, false, 101, 104, NONE)).isFalse();
    }

    @Nested
    class BooksWithoutIds {
        private final Arbitration arbitration = arbitration(BookRule.UNNUMBERED);
        private final ConnectionGate a = ready(arbitration);

        private boolean update(final ConnectionGate gate) {
            return gate.book(X, false, NONE, NONE, NONE);
        }

        private boolean snapshot(final ConnectionGate gate) {
            return gate.book(X, true, NONE, NONE, NONE);
        }

        @Test
        void comeByOneConnection() {
            assertThat(snapshot(a)).isTrue();
            assertThat(update(a)).isTrue();
            final ConnectionGate b = ready(arbitration);
            assertThat(snapshot(b)).isFalse();
            assertThat(update(b)).isFalse();
            assertThat(update(a)).isTrue();
            assertThat(a.carries(X)).isTrue();
            assertThat(b.carries(X)).isFalse();
        }

        @Test
        void goToAnotherConnectionWithItsSnapshotWhenTheirsIsLost() {
            snapshot(a);
            final ConnectionGate b = ready(arbitration);
            snapshot(b);
            a.leave();
            assertThat(b.carries(X)).isTrue();
            assertThat(snapshot(b)).isTrue();
            assertThat(update(b)).isTrue();
        }

        @Test
        void goToTheNextConnectionWithItsSnapshotWhenTheirsIsAboutToBeClosed() {
            snapshot(a);
            a.retiring(true);
            final ConnectionGate b = ready(arbitration);
            assertThat(update(b)).isFalse();
            assertThat(update(a)).isTrue();
            assertThat(snapshot(b)).isTrue();
            assertThat(update(a)).isFalse();
            assertThat(update(b)).isTrue();
            assertThat(a.carries(X)).isFalse();
        }
    }
}
