package io.millrace.feed.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.Recorder;
import io.millrace.operators.market.sbe.InstrumentEncoder;
import io.millrace.operators.market.sbe.InstrumentStatus;
import org.junit.jupiter.api.Test;

class KnownInstrumentsTest {
    private final KnownInstruments instruments = new KnownInstruments("venue", 5);
    private final Recorder recorder = new Recorder();

    @Test
    void tellsTheDepthOfABookOnceItIsKnown() {
        final int place = instruments.expect("BTC/USD");
        instruments.define(place, 1, 8, 0, recorder);
        assertThat(instruments.bookDepth(place)).isZero();
        instruments.bookDepth(place, 25);
        instruments.define(place, 1, 8, 0, recorder);
        instruments.bookDepth(place, 25);
        instruments.define(place, 1, 8, 0, recorder);
        assertThat(instruments.bookDepth(place)).isEqualTo(25);
        assertThat(recorder.definitions()).as("one for each thing that was new").hasSize(2);
    }

    @Test
    void cutsNamesOfVenuesThatDefinitionsHaveNoRoomFor() {
        final int room = InstrumentEncoder.venueLength();
        final KnownInstruments others =
                new KnownInstruments("v".repeat(room + 1), 0, SymbolNames.SAME, BookTerms.UNNUMBERED);
        others.define(others.expect("BTC-USD"), 1, 8, 0, recorder);
        assertThat(recorder.definitions()).containsExactly("instrument #0 " + "v".repeat(room) + " BTC-USD scales 1 8");
    }

    @Test
    void keepsDepthsWhenItGrows() {
        final int place = instruments.expect("FIRST");
        instruments.bookDepth(place, 10);
        for (int i = 0; i < 200; i++) {
            instruments.expect("SYMBOL" + i);
        }
        assertThat(instruments.bookDepth(place)).isEqualTo(10);
        assertThat(instruments.bookDepth(200)).isZero();
    }

    @Test
    void expectsNothingInParticularUntilItIsTold() {
        assertThat(instruments.isExpecting()).isFalse();
        instruments.expect("BTC/USD");
        assertThat(instruments.isExpecting()).isTrue();
    }

    @Test
    void takesScalesFromSteps() {
        final InstrumentFacts facts = InstrumentFacts.ofSteps(1_000, 4, 1, 8, InstrumentStatus.TRADING);
        assertThat(facts.priceScale()).isEqualTo(1);
        assertThat(facts.tickSize()).isEqualTo(1);
        assertThat(facts.sizeScale()).isEqualTo(8);
        assertThat(facts.lotSize()).isEqualTo(1);
        assertThat(InstrumentFacts.ofSteps(0, 3, 10, 0, InstrumentStatus.UNKNOWN)
                        .priceScale())
                .isZero();
    }
}
