package io.millrace.feed.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.Recorder;
import io.millrace.operators.market.sbe.InstrumentStatus;
import org.junit.jupiter.api.Test;

class FrameInstrumentTest {
    private static final long ONE_WITH_12 = 1_000_000_000_001L;
    private static final long ONE_WITH_13 = 10_000_000_000_001L;

    private final KnownInstruments instruments = new KnownInstruments("venue", 0);
    private final FrameInstrument instrument = new FrameInstrument(instruments);
    private final Recorder recorder = new Recorder();
    private final int place = instruments.expect("BTC-USD");

    private boolean takes(final long price, final int scale) {
        instrument.begin(place);
        instrument.price(price, scale);
        instrument.size(1, 0);
        final boolean fits = instrument.priceFits(price, scale) && instrument.sizeFits(1, 0);
        if (fits) {
            instrument.define(0, recorder);
        }
        return fits;
    }

    @Test
    void oneNumberThatIsTooFineLeavesTheScaleAsItIs() {
        assertThat(takes(6_180_020, 2)).isTrue();
        assertThat(takes(ONE_WITH_13, 13)).isFalse();
        assertThat(takes(6_180_021, 2)).isTrue();
        assertThat(instruments.priceScale(place)).isEqualTo(2);
        assertThat(takes(ONE_WITH_12, 12)).as("fine, but possible").isTrue();
        assertThat(instruments.priceScale(place)).isEqualTo(12);
    }

    @Test
    void theFirstNumberMayBeTooFine() {
        assertThat(takes(ONE_WITH_13, 13)).isFalse();
        assertThat(takes(15 * ONE_WITH_12, 18)).as("with digits that count").isFalse();
        assertThat(takes(1_500_000_000_000_000_000L, 18))
                .as("zeros at its end are none")
                .isTrue();
        assertThat(instruments.priceScale(place)).isEqualTo(1);
    }

    @Test
    void whereTheVenueSaysHowFineItIsFourMoreDigitsArePossible() {
        instruments.describe(place, InstrumentFacts.ofSteps(1, 2, 1, 8, InstrumentStatus.TRADING));
        assertThat(takes(1_000_001, 6)).isTrue();
        assertThat(takes(10_000_001, 7)).isFalse();
    }

    @Test
    void theNextFrameBeginsAnew() {
        assertThat(takes(ONE_WITH_13, 13)).isFalse();
        instrument.begin(place);
        instrument.price(5, 0);
        assertThat(instrument.priceFits(5, 0)).isTrue();
    }
}
