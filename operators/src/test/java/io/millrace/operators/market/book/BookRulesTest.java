package io.millrace.operators.market.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookRule;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How books follow the rules of venues. Rules and edge cases are those of the venues' own descriptions. */
class BookRulesTest {
    private static final String FIRST = "100x5 99x2 | 101x3";

    /** A book that is valid at update 10. */
    private static BookRig valid(final BookRule rule) {
        final BookRig rig = new BookRig(rule);
        if (Continuity.isAsked(rule)) {
            assertThat(rig.update(8, "98x1")).containsExactly("ask START");
        }
        assertThat(rig.snapshot(10, FIRST))
                .containsExactly("VALID", "book 10: 100x5 99x2 | 101x3", "quote 100x5 | 101x3");
        return rig;
    }

    @Nested
    class InBand {
        @ParameterizedTest
        @EnumSource(names = {"UNNUMBERED", "NEXT_ID", "PREVIOUS_ID"})
        void snapshotIsTheBookAndUpdatesGoIn(final BookRule rule) {
            final BookRig rig = valid(rule);
            assertThat(rig.update(11, "100x0 98x4 |"))
                    .containsExactly("book 11: 99x2 98x4 | 101x3", "quote 99x2 | 101x3");
            assertThat(rig.update(12, "97x1 | 102x9")).containsExactly("book 12: 99x2 98x4 97x1 | 101x3 102x9");
        }

        @ParameterizedTest
        @EnumSource(names = {"UNNUMBERED", "NEXT_ID", "PREVIOUS_ID"})
        void updatesBeforeTheSnapshotPassAndOneIsAskedFor(final BookRule rule) {
            final BookRig rig = new BookRig(rule);
            assertThat(rig.update(8, "98x1")).containsExactly("ask START");
            assertThat(rig.update(9, "98x2")).isEmpty();
            assertThat(rig.snapshot(10, FIRST)).startsWith("VALID", "book 10: 100x5 99x2 | 101x3");
        }

        @ParameterizedTest
        @EnumSource(names = {"UNNUMBERED", "NEXT_ID", "PREVIOUS_ID"})
        void anotherSnapshotReplacesTheBookWhateverItsId(final BookRule rule) {
            final BookRig rig = valid(rule);
            assertThat(rig.snapshot(1, "90x1 | 91x1")).containsExactly("book 1: 90x1 | 91x1", "quote 90x1 | 91x1");
            assertThat(rig.update(2, "| 92x7")).containsExactly("book 2: 90x1 | 91x1 92x7");
        }

        @ParameterizedTest
        @EnumSource(names = {"NEXT_ID", "PREVIOUS_ID"})
        void aGapIsNoticedAtOnceAndAskedAboutOnce(final BookRule rule) {
            final BookRig rig = valid(rule);
            assertThat(rig.update(12, "100x1")).containsExactly("INVALID GAP", "ask GAP");
            assertThat(rig.update(13, "100x2")).isEmpty();
            assertThat(rig.update(14, "100x3")).isEmpty();
            assertThat(rig.snapshot(14, "100x3 | 101x1"))
                    .containsExactly("VALID", "book 14: 100x3 | 101x1", "quote 100x3 | 101x1");
            assertThat(rig.update(16, "100x2")).containsExactly("INVALID GAP", "ask GAP");
        }

        @ParameterizedTest
        @EnumSource(names = {"NEXT_ID", "PREVIOUS_ID"})
        void theSameUpdateTwiceChangesNothing(final BookRule rule) {
            final BookRig rig = valid(rule);
            rig.update(11, "100x6");
            assertThat(rig.update(11, "100x6")).isEmpty();
            assertThat(rig.update(12, "100x7")).contains("book 12: 100x7 99x2 | 101x3");
        }

        @ParameterizedTest
        @EnumSource(names = {"NEXT_ID", "PREVIOUS_ID"})
        void anOlderUpdateShowsThatOrderWasLost(final BookRule rule) {
            final BookRig rig = valid(rule);
            assertThat(rig.update(5, "100x6")).containsExactly("INVALID GAP", "ask GAP");
        }

        @ParameterizedTest
        @EnumSource(names = {"NEXT_ID", "PREVIOUS_ID"})
        void anUpdateWithoutAnIdIsAGap(final BookRule rule) {
            final BookRig rig = valid(rule);
            assertThat(rig.update(-1, -1, -1, "100x6")).containsExactly("INVALID GAP", "ask GAP");
        }

        @Test
        void idsOfPreviousUpdatesNeedNotBeConsecutive() {
            final BookRig rig = valid(BookRule.PREVIOUS_ID);
            assertThat(rig.update(-1, 25, 10, "100x6")).contains("book 25: 100x6 99x2 | 101x3");
            assertThat(rig.update(-1, 31, 25, "100x7")).contains("book 31: 100x7 99x2 | 101x3");
        }

        @Test
        void aMessageWithoutLevelsKeepsTheChain() {
            final BookRig rig = valid(BookRule.PREVIOUS_ID);
            assertThat(rig.update(10, 10, 10, "")).isEmpty();
            assertThat(rig.update(11, 12, 10, "")).isEmpty();
            assertThat(rig.update(13, 13, 12, "100x6")).contains("book 13: 100x6 99x2 | 101x3");
            assertThat(rig.update(20, 20, 20, "")).containsExactly("INVALID GAP", "ask GAP");
        }

        @Test
        void aSnapshotWithoutAnIdIsFollowedByUpdatesWithoutIds() {
            final BookRig rig = new BookRig(BookRule.PREVIOUS_ID);
            rig.snapshot(-1, FIRST);
            assertThat(rig.update(-1, -1, -1, "100x6")).contains("book -1: 100x6 99x2 | 101x3");
            assertThat(rig.update(5, 5, 4, "100x7")).containsExactly("INVALID GAP", "ask GAP");
        }

        @Test
        void aMaintenanceResetCountsAnewAndGoesOn() {
            final BookRig rig = valid(BookRule.PREVIOUS_ID);
            assertThat(rig.update(-1, 3, 10, "100x6")).contains("book 3: 100x6 99x2 | 101x3");
            assertThat(rig.update(-1, 4, 3, "100x7")).contains("book 4: 100x7 99x2 | 101x3");
        }
    }

    @Nested
    class AskedFor {
        @Test
        void updatesAreKeptUntilTheSnapshotComes() {
            final BookRig rig = new BookRig(BookRule.ASKED_NEXT_ID);
            assertThat(rig.update(5, 9, -1, "100x1")).containsExactly("ask START");
            assertThat(rig.update(10, 12, -1, "98x7 | 101x0 102x4")).isEmpty();
            assertThat(rig.update(13, 13, -1, "99x0")).isEmpty();
            assertThat(rig.snapshot(11, FIRST))
                    .containsExactly("VALID", "book 13: 100x5 98x7 | 102x4", "quote 100x5 | 102x4");
            assertThat(rig.update(14, 15, -1, "100x1")).contains("book 15: 100x1 98x7 | 102x4");
        }

        @Test
        void theFirstUpdateMayBeginRightBehindTheSnapshot() {
            final BookRig rig = new BookRig(BookRule.ASKED_NEXT_ID);
            assertThat(rig.update(11, 14, -1, "100x1")).containsExactly("ask START");
            assertThat(rig.snapshot(10, FIRST)).startsWith("VALID", "book 14: 100x1 99x2 | 101x3");
        }

        @ParameterizedTest
        @EnumSource(names = {"ASKED_NEXT_ID", "ASKED_PREVIOUS_ID"})
        void aSnapshotOlderThanTheFirstUpdateIsOfNoUseAndAnotherIsAskedFor(final BookRule rule) {
            final BookRig rig = new BookRig(rule);
            rig.update(12, 14, 11, "100x1");
            rig.update(15, 15, 14, "98x8");
            assertThat(rig.snapshot(10, FIRST)).containsExactly("SYNCING OLD_SNAPSHOT", "ask OLD_SNAPSHOT");
            assertThat(rig.update(16, 16, 15, "99x3")).isEmpty();
            assertThat(rig.snapshot(13, FIRST)).startsWith("VALID", "book 16: 100x1 99x3 98x8 | 101x3");
        }

        @Test
        void futuresChainByThePreviousId() {
            final BookRig rig = new BookRig(BookRule.ASKED_PREVIOUS_ID);
            rig.update(100, 108, 95, "100x1");
            rig.update(113, 120, 108, "100x2");
            rig.update(125, 130, 120, "100x3");
            assertThat(rig.snapshot(115, FIRST)).startsWith("VALID", "book 130: 100x3 99x2 | 101x3");
            assertThat(rig.update(140, 141, 130, "100x4")).contains("book 141: 100x4 99x2 | 101x3");
            assertThat(rig.update(143, 144, 142, "100x5")).containsExactly("INVALID GAP", "ask GAP");
        }

        @Test
        void anUpdateThatEndsWhereTheBookDoesButHasBegunElsewhereIsAGap() {
            final BookRig rig = valid(BookRule.ASKED_PREVIOUS_ID);
            rig.update(11, 13, 10, "100x6");
            assertThat(rig.update(11, 13, 10, "100x6")).isEmpty();
            assertThat(rig.update(13, 13, 12, "100x7")).containsExactly("INVALID GAP", "ask GAP");
        }

        @Test
        void aFuturesUpdateMayDirectlyContinueTheSnapshot() {
            final BookRig rig = new BookRig(BookRule.ASKED_PREVIOUS_ID);
            rig.update(113, 120, 108, "100x2");
            assertThat(rig.snapshot(108, FIRST)).startsWith("VALID", "book 120: 100x2 99x2 | 101x3");
        }

        @Test
        void aFuturesUpdateThatEndsAtTheSnapshotIsHarmless() {
            final BookRig rig = new BookRig(BookRule.ASKED_PREVIOUS_ID);
            rig.update(113, 120, 108, "100x5");
            assertThat(rig.snapshot(120, FIRST)).startsWith("VALID", "book 120: 100x5 99x2 | 101x3");
            assertThat(rig.update(121, 125, 120, "100x6")).contains("book 125: 100x6 99x2 | 101x3");
        }

        @Test
        void behindAFuturesUpdateThatEndsAtTheSnapshotMustComeTheNextOne() {
            final BookRig rig = new BookRig(BookRule.ASKED_PREVIOUS_ID);
            rig.update(113, 120, 108, "100x5");
            rig.snapshot(120, FIRST);
            assertThat(rig.update(121, 125, 119, "100x6")).containsExactly("INVALID GAP", "ask GAP");
        }

        @Test
        void aSnapshotNewerThanAllUpdatesWaitsForTheStreamToPassIt() {
            final BookRig rig = new BookRig(BookRule.ASKED_NEXT_ID);
            rig.update(5, 9, -1, "100x1");
            assertThat(rig.snapshot(20, FIRST)).startsWith("VALID", "book 20: 100x5 99x2 | 101x3");
            assertThat(rig.update(10, 20, -1, "100x2")).isEmpty();
            assertThat(rig.update(21, 22, -1, "100x3")).contains("book 22: 100x3 99x2 | 101x3");
        }

        @ParameterizedTest
        @EnumSource(names = {"ASKED_NEXT_ID", "ASKED_PREVIOUS_ID"})
        void aSnapshotThatNoUpdateHasConfirmedIsNotValidYet(final BookRule rule) {
            final BookRig rig = new BookRig(rule);
            assertThat(rig.snapshot(10, FIRST)).isEmpty();
            assertThat(rig.update(11, 12, 10, "100x6"))
                    .containsExactly("VALID", "book 12: 100x6 99x2 | 101x3", "quote 100x6 | 101x3");
        }

        @ParameterizedTest
        @EnumSource(names = {"ASKED_NEXT_ID", "ASKED_PREVIOUS_ID"})
        void anUpdateThatTheSnapshotHasConfirmsIt(final BookRule rule) {
            final BookRig rig = new BookRig(rule);
            assertThat(rig.snapshot(10, FIRST)).isEmpty();
            assertThat(rig.update(7, 8, 6, "100x6"))
                    .containsExactly("VALID", "book 10: 100x5 99x2 | 101x3", "quote 100x5 | 101x3");
        }

        @ParameterizedTest
        @EnumSource(names = {"ASKED_NEXT_ID", "ASKED_PREVIOUS_ID"})
        void anUnconfirmedSnapshotThatIsTooOldIsAskedForAnew(final BookRule rule) {
            final BookRig rig = new BookRig(rule);
            rig.snapshot(10, FIRST);
            assertThat(rig.update(15, 16, 14, "100x6")).containsExactly("SYNCING OLD_SNAPSHOT", "ask OLD_SNAPSHOT");
            assertThat(rig.snapshot(15, FIRST)).startsWith("VALID", "book 16: 100x6 99x2 | 101x3");
        }

        @ParameterizedTest
        @EnumSource(names = {"ASKED_NEXT_ID", "ASKED_PREVIOUS_ID"})
        void theUpdateBehindAGapIsKept(final BookRule rule) {
            final BookRig rig = valid(rule);
            rig.update(11, 11, 10, "100x6");
            assertThat(rig.update(13, 13, 12, "100x7")).containsExactly("INVALID GAP", "ask GAP");
            assertThat(rig.update(14, 14, 13, "98x1")).isEmpty();
            assertThat(rig.snapshot(12, FIRST)).startsWith("VALID", "book 14: 100x7 99x2 98x1 | 101x3");
        }

        @ParameterizedTest
        @EnumSource(names = {"ASKED_NEXT_ID", "ASKED_PREVIOUS_ID"})
        void aGapAmongKeptUpdatesThrowsAwayThoseBeforeIt(final BookRule rule) {
            final BookRig rig = new BookRig(rule);
            rig.update(11, 11, 10, "100x6");
            assertThat(rig.update(13, 13, 12, "100x7")).containsExactly("SYNCING GAP");
            assertThat(rig.snapshot(11, FIRST)).containsExactly("SYNCING OLD_SNAPSHOT", "ask OLD_SNAPSHOT");
            assertThat(rig.snapshot(12, FIRST)).startsWith("VALID", "book 13: 100x7 99x2 | 101x3");
        }

        @ParameterizedTest
        @EnumSource(names = {"ASKED_NEXT_ID", "ASKED_PREVIOUS_ID"})
        void updatesThatTheBookHasAreLeftOut(final BookRule rule) {
            final BookRig rig = valid(rule);
            rig.update(11, 13, 10, "100x6");
            assertThat(rig.update(11, 13, 10, "100x6")).isEmpty();
            assertThat(rig.update(14, 14, 13, "100x7")).contains("book 14: 100x7 99x2 | 101x3");
        }

        @ParameterizedTest
        @EnumSource(names = {"ASKED_NEXT_ID", "ASKED_PREVIOUS_ID"})
        void idsThatGoBackAreAGapSinceTheBookWouldStandStillUntilTheyAreThereAgain(final BookRule rule) {
            final BookRig rig = valid(rule);
            rig.update(11, 1_300, 10, "100x6");
            assertThat(rig.update(14, 16, 13, "100x7")).containsExactly("INVALID GAP", "ask GAP");
        }

        @Test
        void aSpotUpdateMayOverlapWithTheBook() {
            final BookRig rig = valid(BookRule.ASKED_NEXT_ID);
            rig.update(11, 13, -1, "100x6");
            assertThat(rig.update(12, 14, -1, "100x7")).contains("book 14: 100x7 99x2 | 101x3");
        }

        @Test
        void aFuturesUpdateMayNot() {
            final BookRig rig = valid(BookRule.ASKED_PREVIOUS_ID);
            rig.update(11, 13, 10, "100x6");
            assertThat(rig.update(12, 14, 12, "100x7")).containsExactly("INVALID GAP", "ask GAP");
        }

        @ParameterizedTest
        @EnumSource(names = {"ASKED_NEXT_ID", "ASKED_PREVIOUS_ID"})
        void aValidBookTakesANewerSnapshotAndLeavesOutAnOlderOne(final BookRule rule) {
            final BookRig rig = valid(rule);
            rig.update(11, 13, 10, "100x6");
            assertThat(rig.snapshot(12, "1x1 | 2x2")).isEmpty();
            assertThat(rig.snapshot(15, "90x1 | 91x1")).containsExactly("book 15: 90x1 | 91x1", "quote 90x1 | 91x1");
            assertThat(rig.update(14, 16, 13, "90x2")).contains("book 16: 90x2 | 91x1");
        }

        @Test
        void moreThanIsKeptBeginsAnew() {
            final BookRig rig = new BookRig(BookRule.ASKED_NEXT_ID, BookChecksum.NONE, 0, BookSettings.USUAL.keep(3));
            rig.update(11, "100x1 99x1");
            assertThat(rig.update(12, "100x2 99x2")).containsExactly("SYNCING OVERFLOW");
            assertThat(rig.update(13, "100x3")).isEmpty();
            assertThat(rig.snapshot(11, FIRST)).containsExactly("SYNCING OLD_SNAPSHOT", "ask OLD_SNAPSHOT");
            assertThat(rig.snapshot(12, FIRST)).startsWith("VALID", "book 13: 100x3 99x2 | 101x3");
        }

        @Test
        void aSnapshotRightBehindAnOverflowIsNotTrustedUnseen() {
            final BookRig rig = new BookRig(BookRule.ASKED_NEXT_ID, BookChecksum.NONE, 0, BookSettings.USUAL.keep(1));
            rig.update(11, "100x1 99x1");
            assertThat(rig.snapshot(9, FIRST)).isEmpty();
            assertThat(rig.update(12, "100x3")).containsExactly("SYNCING OLD_SNAPSHOT", "ask OLD_SNAPSHOT");
        }
    }

    @Nested
    class Faults {
        @ParameterizedTest
        @EnumSource(names = {"GAP", "MALFORMED", "LOST", "SILENT"})
        void aMarkMakesTheBookInvalidAndAsks(final BookFault fault) {
            for (final BookRule rule : List.of(BookRule.UNNUMBERED, BookRule.PREVIOUS_ID, BookRule.ASKED_NEXT_ID)) {
                final BookRig rig = valid(rule);
                assertThat(rig.fault(fault)).containsExactly("INVALID " + fault, "ask " + fault);
                assertThat(rig.fault(fault)).isEmpty();
            }
        }

        @Test
        void whatWasKeptBeforeAMarkIsOfNoUse() {
            final BookRig rig = new BookRig(BookRule.ASKED_NEXT_ID);
            rig.update(11, "100x1");
            assertThat(rig.fault(BookFault.MALFORMED)).containsExactly("SYNCING MALFORMED");
            assertThat(rig.snapshot(10, FIRST)).isEmpty();
            assertThat(rig.update(12, "100x3")).containsExactly("SYNCING OLD_SNAPSHOT", "ask OLD_SNAPSHOT");
        }

        @Test
        void aNewConnectionBringsItsSnapshotByItself() {
            final BookRig rig = valid(BookRule.NEXT_ID);
            assertThat(rig.fault(BookFault.DISCONNECTED)).containsExactly("INVALID DISCONNECTED");
            assertThat(rig.snapshot(50, FIRST)).startsWith("VALID");
        }

        @Test
        void aNewConnectionThatBringsUpdatesOnlyIsAsked() {
            final BookRig rig = valid(BookRule.NEXT_ID);
            rig.fault(BookFault.DISCONNECTED);
            assertThat(rig.update(50, "100x1")).containsExactly("ask DISCONNECTED");
        }

        @Test
        void afterADisconnectionASnapshotIsAskedForWhenUpdatesComeAgain() {
            final BookRig rig = valid(BookRule.ASKED_NEXT_ID);
            assertThat(rig.fault(BookFault.DISCONNECTED)).containsExactly("INVALID DISCONNECTED");
            assertThat(rig.update(50, "100x1")).containsExactly("ask DISCONNECTED");
            assertThat(rig.snapshot(49, FIRST)).startsWith("VALID", "book 50: 100x1 99x2 | 101x3");
        }

        @Test
        void aSnapshotThatComesWhileThereIsNoConnectionIsNotValid() {
            final BookRig rig = new BookRig(BookRule.ASKED_NEXT_ID);
            rig.update(9, "100x1");
            rig.fault(BookFault.DISCONNECTED);
            assertThat(rig.snapshot(10, FIRST)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(BookRule.class)
        void aCrossedBookIsInvalid(final BookRule rule) {
            if (rule == BookRule.NULL_VAL) {
                return;
            }
            final BookRig rig = valid(rule);
            assertThat(rig.update(11, 11, 10, "101x1")).containsExactly("INVALID CROSSED", "ask CROSSED");
        }

        @Test
        void aBookThatCrossesInsideAMessageOnlyIsNot() {
            final BookRig rig = valid(BookRule.NEXT_ID);
            assertThat(rig.update(11, "101x1 | 101x0 102x1")).contains("book 11: 101x1 100x5 99x2 | 102x1");
        }

        @Test
        void aBookWithOneSideIsNotJudged() {
            final BookRig rig = new BookRig(BookRule.NEXT_ID);
            assertThat(rig.snapshot(10, "100x1 |")).containsExactly("VALID", "book 10: 100x1 |", "quote 100x1 | 0x0");
            assertThat(rig.update(11, "100x0 | 101x2")).containsExactly("book 11: | 101x2", "quote 0x0 | 101x2");
        }

        @Test
        void anEmptySnapshotIsAnEmptyBook() {
            final BookRig rig = valid(BookRule.NEXT_ID);
            assertThat(rig.snapshot(20, "")).containsExactly("book 20: |", "quote 0x0 | 0x0");
            assertThat(rig.update(21, "5x1")).containsExactly("book 21: 5x1 |", "quote 5x1 | 0x0");
        }

        @Test
        void booksOfOtherInstrumentsGoOn() {
            final BookRig rig = valid(BookRule.NEXT_ID);
            rig.define(2, BookRule.NEXT_ID, BookChecksum.NONE, 0);
            rig.give(new Updates().instrument(2).snapshot().ids(5, 5, -1), FIRST);
            rig.fault(BookFault.GAP);
            assertThat(rig.give(new Updates().instrument(2).ids(6, 6, 5), "100x9"))
                    .contains("book 6: 100x9 99x2 | 101x3");
        }

        @Test
        void anInstrumentWithoutADefinitionIsAnError() {
            final BookRig rig = valid(BookRule.NEXT_ID);
            assertThatThrownBy(() -> rig.give(new Updates().instrument(3).ids(6, 6, 5), "100x9"))
                    .hasMessageContaining("no DEFINITION record");
        }
    }

    @Nested
    class Quotes {
        @Test
        void comeWhenPriceOrSizeOfTheBestLevelsHasChanged() {
            final BookRig rig = valid(BookRule.NEXT_ID);
            assertThat(rig.update(11, "99x9")).doesNotContain("quote 100x5 | 101x3");
            assertThat(rig.update(12, "100x6")).contains("quote 100x6 | 101x3");
            assertThat(rig.update(13, "| 101x4")).contains("quote 100x6 | 101x4");
            assertThat(rig.update(14, "100x6 | 101x4")).containsExactly("book 14: 100x6 99x9 | 101x4");
        }

        @Test
        void comeWheneverABookBecomesValid() {
            final BookRig rig = valid(BookRule.NEXT_ID);
            rig.fault(BookFault.GAP);
            assertThat(rig.snapshot(10, FIRST)).contains("quote 100x5 | 101x3");
        }
    }

    @Nested
    class Scales {
        @Test
        void aFinerScaleIsTakenOverInPlace() {
            final BookRig rig = valid(BookRule.NEXT_ID);
            assertThat(rig.update(11, "99.5x1.25"))
                    .containsExactly("book 11: 100.0x5.00 99.5x1.25 99.0x2.00 | 101.0x3.00");
            assertThat(rig.update(12, "100x0"))
                    .containsExactly("book 12: 99.5x1.25 99.0x2.00 | 101.0x3.00", "quote 99.5x1.25 | 101.0x3.00");
        }

        @Test
        void aNumberThatDoesNotFitMakesTheBookInvalidAndHarmsNoOther() {
            final BookRig rig = valid(BookRule.NEXT_ID);
            assertThat(rig.give(new Updates().ids(11, 11, 10).scales(18, 0), "1x1"))
                    .containsExactly("INVALID MALFORMED", "ask MALFORMED");
            assertThat(rig.snapshot(12, FIRST)).startsWith("VALID", "book 12: 100x5 99x2 | 101x3");
        }
    }

    @Nested
    class Restored {
        @ParameterizedTest
        @EnumSource(names = {"ASKED_NEXT_ID", "ASKED_PREVIOUS_ID"})
        void updatesThatWaitAreNotForgotten(final BookRule rule) {
            final BookRig rig = new BookRig(rule);
            rig.update(11, 12, 10, "100x1 99x7");
            rig.restore();
            assertThat(rig.update(13, 13, 12, "100x2")).isEmpty();
            rig.restore();
            assertThat(rig.snapshot(10, FIRST)).startsWith("VALID", "book 13: 100x2 99x7 | 101x3");
            rig.restore();
            assertThat(rig.update(14, 14, 13, "98x2")).containsExactly("book 14: 100x2 99x7 98x2 | 101x3");
        }

        @ParameterizedTest
        @EnumSource(names = {"ASKED_NEXT_ID", "ASKED_PREVIOUS_ID"})
        void aSnapshotThatNothingHasConfirmedIsStillNotValid(final BookRule rule) {
            final BookRig rig = new BookRig(rule);
            rig.snapshot(10, FIRST);
            rig.restore();
            assertThat(rig.update(15, 16, 14, "100x6")).containsExactly("SYNCING OLD_SNAPSHOT", "ask OLD_SNAPSHOT");
        }

        @Test
        void aFuturesUpdateMayStillOverlapWithTheSnapshot() {
            final BookRig rig = valid(BookRule.ASKED_PREVIOUS_ID);
            rig.update(11, 13, 10, "100x6");
            rig.snapshot(15, FIRST);
            rig.restore();
            assertThat(rig.update(14, 16, 13, "100x7")).contains("book 16: 100x7 99x2 | 101x3");
        }

        @Test
        void aFuturesUpdateThatMustNotOverlapStillMustNot() {
            final BookRig rig = valid(BookRule.ASKED_PREVIOUS_ID);
            rig.update(11, 13, 10, "100x6");
            rig.restore();
            assertThat(rig.update(12, 14, 12, "100x7")).containsExactly("INVALID GAP", "ask GAP");
        }

        @Test
        void inTheMiddleOfAMessage() {
            final BookRig rig = valid(BookRule.NEXT_ID);
            final var deltas = new Updates().ids(11, 11, 10).levels("100x6 99x3 | 101x4");
            assertThat(rig.give(deltas.subList(0, 1))).isEmpty();
            rig.restore();
            assertThat(rig.give(deltas.subList(1, 2)))
                    .containsExactly("book 11: 100x6 99x3 | 101x4", "quote 100x6 | 101x4");
        }
    }
}
