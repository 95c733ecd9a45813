package io.millrace.operators.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookRule;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Checksums over digits as they were sent. */
class ChecksumsTest {
    /** The example of Kraken's documentation. */
    private static final String KRAKEN = "45283.5x0.10000000 45283.4x1.54582015 45282.1x0.10000000 45281.0x0.10000000"
            + " 45280.3x1.54592586 45279.0x0.07990000 45277.6x0.03310103 45277.5x0.30000000 45277.3x1.54602737"
            + " 45276.6x0.15445238 | 45285.2x0.00100000 45286.4x1.54571953 45286.6x1.54571109 45289.6x1.54560911"
            + " 45290.2x0.15890660 45291.8x1.54553491 45294.7x0.04454749 45296.1x0.35380000 45297.5x0.09945542"
            + " 45299.5x0.18772827";

    private static final int KRAKEN_CHECKSUM = (int) 3310070434L;

    private static int crc(final String text) {
        final CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return (int) crc.getValue();
    }

    private static BookRig rig(final BookChecksum form, final int depth) {
        return new BookRig(BookRule.UNNUMBERED, form, depth, BookSettings.USUAL);
    }

    private static Updates snapshot(final int checksum) {
        return new Updates().snapshot().checksum(checksum);
    }

    private static Updates update(final int checksum) {
        return new Updates().checksum(checksum);
    }

    @Test
    void ofKrakensExample() {
        assertThat(rig(BookChecksum.KRAKEN, 10).give(snapshot(KRAKEN_CHECKSUM), KRAKEN))
                .startsWith("VALID");
    }

    @Test
    void anotherOneMakesTheBookInvalidUntilASnapshotWithTheRightOne() {
        final BookRig rig = rig(BookChecksum.KRAKEN, 10);
        assertThat(rig.give(snapshot(KRAKEN_CHECKSUM + 1), KRAKEN)).containsExactly("SYNCING CHECKSUM", "ask CHECKSUM");
        assertThat(rig.give(snapshot(KRAKEN_CHECKSUM), KRAKEN)).startsWith("VALID");
        assertThat(rig.give(update(KRAKEN_CHECKSUM), "45283.5x0.20000000"))
                .containsExactly("INVALID CHECKSUM", "ask CHECKSUM");
    }

    @Test
    void zerosAreAsTheyWereSentWhateverTheScale() {
        final BookRig rig = rig(BookChecksum.KRAKEN, 10);
        assertThat(rig.give(snapshot(crc("101" + "30" + "1000" + "5")).scales(6, 8), "100.0x0.5 | 10.1x0.30"))
                .isEqualTo(rig(BookChecksum.KRAKEN, 10)
                        .give(snapshot(crc("101" + "30" + "1000" + "5")), "100.0x0.5 | 10.1x0.30"))
                .hasSize(2);
    }

    @Test
    void aFinerScaleInBetweenChangesNoDigitsOfOtherLevels() {
        final BookRig rig = rig(BookChecksum.KRAKEN, 10);
        rig.give(snapshot(crc("1015" + "1007")), "100x7 | 101x5");
        assertThat(rig.give(update(crc("1015" + "1007")), "99.25x0")).containsExactly("book -1: 100.00x7 | 101.00x5");
        assertThat(rig.give(update(crc("1015" + "1007" + "992510")), "99.25x1.0"))
                .containsExactly("book -1: 100.00x7.0 99.25x1.0 | 101.00x5.0");
    }

    @Test
    void levelsBeyondTheDepthAreForgottenBeforeTheyCount() {
        final BookRig rig = rig(BookChecksum.KRAKEN, 2);
        rig.give(snapshot(crc("1011" + "1021" + "1001" + "991")), "100x1 99x1 | 101x1 102x1");
        assertThat(rig.give(update(crc("1011" + "1021" + "10051" + "1001")), "100.5x1"))
                .contains("book -1: 100.5x1 100.0x1 | 101.0x1 102.0x1");
        assertThat(rig.give(update(crc("1011" + "1021" + "1001")), "100.5x0"))
                .contains("book -1: 100.0x1 | 101.0x1 102.0x1");
    }

    @Test
    void ofOkxTakesBidsAndOffersInTurn() {
        assertThat(rig(BookChecksum.OKX, 0)
                        .give(
                                snapshot(crc("3366.1:7:3366.8:9:3366:6:3368:8.50:0.05:0.10")),
                                "3366.1x7 3366x6 0.05x0.10 | 3366.8x9 3368x8.50"))
                .startsWith("VALID");
        assertThat(rig(BookChecksum.OKX, 0).give(snapshot(crc("3366.8:9:3368:8")), "| 3366.8x9 3368x8"))
                .startsWith("VALID");
        assertThat(rig(BookChecksum.OKX, 0).give(snapshot(0), "")).startsWith("VALID");
    }

    @Test
    void ofOkxEndsAt25Levels() {
        final StringBuilder levels = new StringBuilder("|");
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            levels.append(' ').append(100 + i).append("x1");
            text.append(i < 25 ? (i == 0 ? "" : ":") + (100 + i) + ":1" : "");
        }
        assertThat(rig(BookChecksum.OKX, 0).give(snapshot(crc(text.toString())), levels.toString()))
                .startsWith("VALID");
    }

    @Test
    void mayBeComparedNowAndThenOnly() {
        final BookRig rig = new BookRig(BookRule.UNNUMBERED, BookChecksum.KRAKEN, 0, BookSettings.USUAL.checkEvery(3));
        assertThat(rig.give(snapshot(1), "100x1")).containsExactly("SYNCING CHECKSUM", "ask CHECKSUM");
        rig.give(snapshot(crc("1001")), "100x1");
        assertThat(rig.give(update(1), "100x2")).contains("book -1: 100x2 |");
        assertThat(rig.give(update(1), "100x3")).contains("book -1: 100x3 |");
        assertThat(rig.give(update(1), "100x4")).containsExactly("INVALID CHECKSUM", "ask CHECKSUM");
    }

    @Test
    void aMessageWithoutOneIsNotJudged() {
        final BookRig rig = rig(BookChecksum.OKX, 0);
        assertThat(rig.give(new Updates().snapshot(), "100x1")).startsWith("VALID");
        assertThat(rig.give(new Updates(), "100x2")).contains("book -1: 100x2 |");
    }
}
