package io.millrace.operators.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever happens on the way from a market, and however late or old a snapshot is: a book that is valid is the market's, and
 * is valid again soon after.
 */
class BookFaultsTest {
    /** What happens to an update of the market. */
    enum Fate {
        ARRIVES,
        IS_LOST,
        COMES_TWICE,
        COMES_LATE,
        IS_MALFORMED,
        IS_LOST_WITH_THE_CONNECTION
    }

    private static final int QUIET = 12;
    private static final int OLDEST = 4;
    private static final int LONGEST_DELAY = 5;

    @Provide
    Arbitrary<List<Fate>> fates() {
        return Arbitraries.integers()
                .between(0, 40)
                .map(i -> i < Fate.values().length ? Fate.values()[i] : Fate.ARRIVES)
                .list()
                .ofMinSize(1)
                .ofMaxSize(200);
    }

    @Provide
    Arbitrary<BookRule> rules() {
        return Arbitraries.of(
                BookRule.UNNUMBERED,
                BookRule.NEXT_ID,
                BookRule.PREVIOUS_ID,
                BookRule.ASKED_NEXT_ID,
                BookRule.ASKED_PREVIOUS_ID);
    }

    @Property(tries = 400)
    void aValidBookIsTheMarkets(
            @ForAll("rules") final BookRule rule, @ForAll("fates") final List<Fate> fates, @ForAll final long seed) {
        final Wire wire = new Wire(rule, new Random(seed));
        for (final Fate fate : fates) {
            wire.step(fate);
        }
        for (int i = 0; i < QUIET; i++) {
            wire.step(Fate.ARRIVES);
        }
        wire.requireValid();
    }

    /** What is between a market and the book, and answers requests. */
    private static final class Wire {
        private static final int NEVER = -1;

        private final BookRule rule;
        private final Random random;
        private final TrueMarket market;
        private final BookRig rig;
        private List<BookDelta> late = List.of();
        private int snapshotIn = NEVER;
        private boolean isValid;
        private long lastSeen;

        Wire(final BookRule rule, final Random random) {
            this.rule = rule;
            this.random = random;
            this.market = new TrueMarket(rule, random);
            this.rig = new BookRig(
                    rule,
                    rule == BookRule.UNNUMBERED ? BookChecksum.KRAKEN : BookChecksum.NONE,
                    0,
                    BookSettings.USUAL.keep(6));
            if (!Continuity.isAsked(rule)) {
                snapshotIn = 0;
            }
        }

        void step(final Fate fate) {
            final List<BookDelta> update = market.next();
            final List<BookDelta> held = late;
            late = List.of();
            switch (fate) {
                case ARRIVES -> give(update);
                case COMES_TWICE -> {
                    give(update);
                    give(update);
                }
                case COMES_LATE -> late = update;
                case IS_MALFORMED -> give(List.of(new Updates().fault(BookFault.MALFORMED)));
                case IS_LOST_WITH_THE_CONNECTION -> {
                    give(List.of(new Updates().fault(BookFault.DISCONNECTED)));
                    if (!Continuity.isAsked(rule)) {
                        snapshotIn = random.nextInt(LONGEST_DELAY);
                    }
                }
                case IS_LOST -> {
                    // Nothing comes.
                }
                default -> throw new AssertionError(fate);
            }
            if (fate != Fate.IS_LOST_WITH_THE_CONNECTION) {
                give(held);
            }
            if (snapshotIn >= 0 && snapshotIn-- == 0) {
                give(market.snapshot(Continuity.isAsked(rule) && fate != Fate.ARRIVES ? random.nextInt(OLDEST) : 0));
            }
        }

        private void give(final List<BookDelta> deltas) {
            for (final String out : rig.give(new ArrayList<>(deltas))) {
                if (out.startsWith("ask")) {
                    snapshotIn = random.nextInt(LONGEST_DELAY);
                } else if (out.startsWith("book ")) {
                    assertThat(isValid).isTrue();
                    lastSeen = Long.parseLong(out.substring("book ".length(), out.indexOf(':')));
                    assertThat(out.substring(out.indexOf(':') + 1)).isEqualTo(market.book(lastSeen));
                } else if (!out.startsWith("quote")) {
                    isValid = out.equals("VALID");
                }
            }
        }

        void requireValid() {
            assertThat(isValid).isTrue();
            assertThat(lastSeen).isGreaterThan(0);
        }
    }
}
