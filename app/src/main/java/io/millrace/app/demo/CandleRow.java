package io.millrace.app.demo;

import io.millrace.app.flow.Signal;
import io.millrace.operators.market.Candle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A candle as a line of the demo's table. */
final class CandleRow {
    static final String HEADER = String.format(
            "%-8s %-7s %8s %8s %8s %8s %8s %9s %5s",
            "candle", "", "open", "high", "low", "close", "volume", "EMA", "z");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int USUAL_SCALE = 2;

    private final String symbol;
    private final long openTime;
    private final String candle;
    private String signal = "";

    private CandleRow(final String symbol, final long openTime, final String candle) {
        this.symbol = symbol;
        this.openTime = openTime;
        this.candle = candle;
    }

    static CandleRow of(final String symbol, final Candle candle) {
        final int price = candle.priceScale();
        return new CandleRow(
                symbol,
                candle.openTime(),
                String.format(
                        Locale.ROOT,
                        "%-8s %-7s %8s %8s %8s %8s %8.2f",
                        time(candle.openTime()),
                        symbol,
                        decimal(candle.open(), price),
                        decimal(candle.high(), price),
                        decimal(candle.low(), price),
                        decimal(candle.close(), price),
                        new BigDecimal(candle.volume().toBigInteger(), candle.sizeScale())));
    }

    boolean isOf(final String otherSymbol, final long otherOpenTime) {
        return symbol.equals(otherSymbol) && openTime == otherOpenTime;
    }

    void signal(final Signal value) {
        signal = String.format(Locale.ROOT, " %9.2f %5s", value.average(), score(value.score()));
    }

    String text() {
        return candle + signal;
    }

    /** A score, or a dash while it is not known. */
    static String score(final double score) {
        return Double.isNaN(score) ? "-" : String.format(Locale.ROOT, "%.1f", score);
    }

    /** Time of day, UTC. */
    static String time(final long epochNanos) {
        return TIME.format(Instant.EPOCH.plusNanos(epochNanos));
    }

    private static String decimal(final long scaled, final int scale) {
        // Venues spell more decimals than prices have.
        final BigDecimal exact = new BigDecimal(BigInteger.valueOf(scaled), scale).stripTrailingZeros();
        return exact.setScale(Math.max(exact.scale(), USUAL_SCALE)).toPlainString();
    }
}
