package io.millrace.operators.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.operators.market.sbe.Aggressor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

class CandleTest {
    private final Candle.Writer candle = Candle.TYPE.create();
    private final TradeBytes trades = new TradeBytes();

    private static BigDecimal decimal(final Sum128 sum, final int scale) {
        return new BigDecimal(sum.toBigInteger(), scale);
    }

    @Test
    void hasFirstHighestLowestAndLastPrice() {
        candle.add(trades.id(1).at(100, 1));
        candle.add(trades.id(2).at(130, 1));
        candle.add(trades.id(3).at(90, 1));
        candle.add(trades.id(4).at(110, 1));
        assertThat(candle.open()).isEqualTo(100);
        assertThat(candle.high()).isEqualTo(130);
        assertThat(candle.low()).isEqualTo(90);
        assertThat(candle.close()).isEqualTo(110);
        assertThat(candle.trades()).isEqualTo(4);
    }

    @Test
    void takesOpenAndCloseByTradeIdNotByArrival() {
        candle.add(trades.id(5).at(105, 1));
        candle.add(trades.id(9).at(109, 1));
        candle.add(trades.id(2).at(102, 1));
        candle.add(trades.id(7).at(107, 1));
        assertThat(candle.open()).isEqualTo(102);
        assertThat(candle.close()).isEqualTo(109);
    }

    @Test
    void closesWithTheLastToComeAmongTradesOfOneId() {
        candle.add(trades.id(5).at(105, 1));
        candle.add(trades.id(5).at(106, 1));
        assertThat(candle.open()).isEqualTo(105);
        assertThat(candle.close()).isEqualTo(106);
    }

    @Test
    void sumsSizesAndWhatTakersBought() {
        candle.add(trades.scales(2, 3).by(Aggressor.BUYER).at(10_000, 1_500));
        candle.add(trades.by(Aggressor.SELLER).at(20_000, 250));
        candle.add(trades.by(Aggressor.UNKNOWN).at(30_000, 1));
        assertThat(decimal(candle.volume(), candle.sizeScale())).isEqualTo("1.751");
        assertThat(decimal(candle.quoteVolume(), 5)).isEqualTo("200.30000");
        assertThat(decimal(candle.takerBuyVolume(), candle.sizeScale())).isEqualTo("1.500");
        assertThat(decimal(candle.takerBuyQuoteVolume(), 5)).isEqualTo("150.00000");
    }

    @Test
    void countsTheTradesThatAnAggregateStandsFor() {
        candle.add(trades.id(3).count(3).at(1, 1));
        candle.add(trades.id(4).count(1).at(1, 1));
        assertThat(candle.trades()).isEqualTo(4);
    }

    @Test
    void isExactWherePriceTimesSizeOutgrows64Bits() {
        final long large = 4_000_000_000_000_000_000L;
        for (int i = 0; i < 10; i++) {
            candle.add(trades.at(large, large));
        }
        final BigInteger expected = BigInteger.valueOf(large).pow(2).multiply(BigInteger.TEN);
        assertThat(candle.quoteVolume().toBigInteger()).isEqualTo(expected);
        assertThat(candle.volume().toBigInteger())
                .isEqualTo(BigInteger.valueOf(large).multiply(BigInteger.TEN));
    }

    @Test
    void takesTheFinerScaleWhenTheInstrumentsPrecisionChanges() {
        candle.add(trades.id(1).scales(1, 2).at(105, 150));
        candle.add(trades.id(2).scales(3, 1).at(10_250, 25));
        candle.add(trades.id(3).scales(0, 0).at(11, 4));
        assertThat(candle.priceScale()).isEqualTo(3);
        assertThat(candle.sizeScale()).isEqualTo(2);
        assertThat(candle.open()).isEqualTo(10_500);
        assertThat(candle.low()).isEqualTo(10_250);
        assertThat(candle.high()).isEqualTo(11_000);
        assertThat(candle.close()).isEqualTo(11_000);
        assertThat(decimal(candle.volume(), 2)).isEqualTo("8.00");
        assertThat(decimal(candle.quoteVolume(), 5)).isEqualTo("85.37500");
        assertThat(candle.takerBuyVolume()).isEqualTo(candle.volume());
        assertThat(candle.takerBuyQuoteVolume()).isEqualTo(candle.quoteVolume());
    }

    @Test
    void refusesAPriceThatOutgrows64BitsAtTheFinerScale() {
        candle.add(trades.scales(18, 0).at(1, 1));
        final Trade coarse = trades.scales(0, 0).at(1_000, 1);
        assertThatThrownBy(() -> candle.add(coarse)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void agreesWithDecimalArithmetic() {
        final Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            Candle.TYPE.clear(candle);
            final int count = 1 + random.nextInt(20);
            BigDecimal high = null;
            BigDecimal low = null;
            BigDecimal volume = BigDecimal.ZERO;
            BigDecimal quoteVolume = BigDecimal.ZERO;
            BigDecimal bought = BigDecimal.ZERO;
            BigDecimal quoteBought = BigDecimal.ZERO;
            for (int i = 0; i < count; i++) {
                final boolean buy = random.nextBoolean();
                final int priceScale = random.nextInt(5);
                final int sizeScale = random.nextInt(5);
                final long units = 1L + random.nextInt(1 << 30);
                final long lots = 1L + random.nextInt(1 << 30);
                candle.add(trades.scales(priceScale, sizeScale)
                        .by(buy ? Aggressor.BUYER : Aggressor.SELLER)
                        .at(units, lots));
                final BigDecimal price = BigDecimal.valueOf(units, priceScale);
                final BigDecimal size = BigDecimal.valueOf(lots, sizeScale);
                high = high == null ? price : high.max(price);
                low = low == null ? price : low.min(price);
                volume = volume.add(size);
                quoteVolume = quoteVolume.add(price.multiply(size));
                bought = buy ? bought.add(size) : bought;
                quoteBought = buy ? quoteBought.add(price.multiply(size)) : quoteBought;
            }
            final int price = candle.priceScale();
            final int size = candle.sizeScale();
            assertThat(BigDecimal.valueOf(candle.high(), price)).isEqualByComparingTo(high);
            assertThat(BigDecimal.valueOf(candle.low(), price)).isEqualByComparingTo(low);
            assertThat(decimal(candle.volume(), size)).isEqualByComparingTo(volume);
            assertThat(decimal(candle.quoteVolume(), price + size)).isEqualByComparingTo(quoteVolume);
            assertThat(decimal(candle.takerBuyVolume(), size)).isEqualByComparingTo(bought);
            assertThat(decimal(candle.takerBuyQuoteVolume(), price + size)).isEqualByComparingTo(quoteBought);
        }
    }

    @Test
    void madeOfPartsIsTheSameAsMadeOfTrades() {
        final Random random = new Random(2);
        for (int round = 0; round < 200; round++) {
            final Candle.Writer whole = Candle.TYPE.create();
            final Candle.Writer merged = Candle.TYPE.create();
            final int parts = 1 + random.nextInt(4);
            for (int part = 0; part < parts; part++) {
                final Candle.Writer ofPart = part == 0 ? merged : Candle.TYPE.create();
                final int count = 1 + random.nextInt(8);
                for (int i = 0; i < count; i++) {
                    final Trade trade = trades.instrument(3)
                            .scales(random.nextInt(8), random.nextInt(8))
                            .by(random.nextBoolean() ? Aggressor.BUYER : Aggressor.SELLER)
                            .id(random.nextInt(1_000_000))
                            .at(1L + random.nextInt(1 << 30), 1L + random.nextInt(1 << 30));
                    whole.add(trade);
                    ofPart.add(trade);
                }
                if (part > 0) {
                    merged.merge(ofPart);
                }
            }
            assertThat(merged).usingRecursiveComparison().isEqualTo(whole);
        }
    }

    @Test
    void isTheSameAfterItWasEncoded() {
        Candle.TYPE.bounds(candle, 1_000, 2_000);
        final long large = Long.MAX_VALUE;
        candle.add(trades.instrument(7).scales(2, 3).id(4).at(large, large));
        candle.add(trades.id(3).by(Aggressor.SELLER).at(12, large));
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        final int length = Candle.TYPE.encode(candle, buffer, 8);
        final Candle decoded = Candle.TYPE.decode(buffer, 8, length, Candle.TYPE.create());
        assertThat(decoded).usingRecursiveComparison().isEqualTo(candle);
        assertThat(decoded.openTime()).isEqualTo(1_000);
        assertThat(decoded.closeTime()).isEqualTo(2_000);
        assertThat(decoded.instrumentId()).isEqualTo(7);
    }

    @Test
    void isLikeANewOneAfterItWasCleared() {
        Candle.TYPE.bounds(candle, 1_000, 2_000);
        candle.add(trades.instrument(7).scales(2, 3).id(4).count(5).at(10, 10));
        Candle.TYPE.clear(candle);
        assertThat(candle).usingRecursiveComparison().isEqualTo(Candle.TYPE.create());
        assertThat(Candle.TYPE.create()).hasToString(candle.toString());
    }
}
