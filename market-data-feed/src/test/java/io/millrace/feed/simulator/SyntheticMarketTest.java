package io.millrace.feed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.binance.exchange.MarketStyle;
import io.millrace.feed.binance.wire.BinanceDecoder;
import io.millrace.feed.binance.wire.BinanceDialect;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.support.Decoders;
import io.millrace.feed.support.Frames;
import io.millrace.feed.support.Recorder;
import io.millrace.feed.support.Recording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntheticMarketTest {
    private static final Pattern QUOTE =
            Pattern.compile("quote #(\\d+) (\\S+) @ (\\S+) \\| (\\S+) @ (\\S+) id (\\d+) at .*");
    private static final Pattern DELTA =
            Pattern.compile("delta #(\\d+) (\\S+) (\\S+) @ (\\S+) ids (\\d+)-(\\d+) after (\\S+) at .*?( end)?");
    private static final Pattern TRADE = Pattern.compile("trade #(\\d+) (\\S+) (\\S+) @ (\\S+) id (\\d+) .*");

    private static List<String> events(final MarketStyle style, final int millis, final boolean aggregate) {
        final Recorder recorder = new Recorder();
        final BinanceDecoder decoder =
                Decoders.binance(Decoders.BASIC, new BinanceDialect(!aggregate, aggregate, false));
        for (final String line : Recording.of(style, millis)) {
            final FrameResult result = Frames.decode(decoder, line.substring(line.indexOf('{')), recorder);
            assertThat(result).as(line).isIn(FrameResult.EVENTS, FrameResult.UNUSED);
        }
        return recorder.events();
    }

    @ParameterizedTest
    @EnumSource(
            value = MarketStyle.class,
            names = {"SPOT", "USDM"})
    void sameSeedAndStartGiveTheSameFrames(final MarketStyle style) {
        final List<String> once = Recording.of(style, 500);
        assertThat(Recording.of(style, 500)).isEqualTo(once);
        assertThat(Recording.of(style, new SyntheticMarket(43), 500)).isNotEqualTo(once);
    }

    @Test
    void playsAboutAsManyFramesAsItIsAskedFor() {
        for (final double rate : new double[] {500, 2_000, 20_000}) {
            final long frames =
                    Recording.of(MarketStyle.SPOT, new SyntheticMarket(7).framesPerSecond(rate), 5_000).stream()
                            .filter(line -> !line.contains("@aggTrade"))
                            .count();
            assertThat(frames / 5.0).isBetween(rate * 0.85, rate * 1.2);
        }
    }

    /** One side of a book is kept from deltas; then quotes must be its best levels whenever both know the same update. */
    @ParameterizedTest
    @EnumSource(
            value = MarketStyle.class,
            names = {"SPOT", "USDM"})
    void booksAgreeWithQuotes(final MarketStyle style) {
        final Map<String, TreeMap<Double, Double>> books = new HashMap<>();
        final Map<String, String> quotes = new HashMap<>();
        int compared = 0;
        for (final String event : events(style, 20_000, false)) {
            final Matcher quote = QUOTE.matcher(event);
            if (quote.matches()) {
                assertThat(Double.parseDouble(quote.group(3))).isLessThan(Double.parseDouble(quote.group(5)));
                quotes.put(quote.group(1) + "/" + quote.group(6), event);
            }
            final Matcher delta = DELTA.matcher(event);
            if (delta.matches()) {
                final TreeMap<Double, Double> side =
                        books.computeIfAbsent(delta.group(1) + delta.group(2), key -> new TreeMap<>());
                final double price = Double.parseDouble(delta.group(4));
                if (Double.parseDouble(delta.group(3)) == 0) {
                    side.remove(price);
                } else {
                    side.put(price, Double.parseDouble(delta.group(3)));
                }
                final String same = quotes.get(delta.group(1) + "/" + delta.group(6));
                if (delta.group(8) != null && same != null) {
                    final Matcher expected = QUOTE.matcher(same);
                    assertThat(expected.matches()).isTrue();
                    final Map.Entry<Double, Double> bid =
                            books.get(delta.group(1) + "BID").lastEntry();
                    final Map.Entry<Double, Double> ask =
                            books.get(delta.group(1) + "ASK").firstEntry();
                    assertThat(List.of(bid.getValue(), bid.getKey(), ask.getValue(), ask.getKey()))
                            .as(same)
                            .containsExactly(
                                    Double.valueOf(expected.group(2)),
                                    Double.valueOf(expected.group(3)),
                                    Double.valueOf(expected.group(4)),
                                    Double.valueOf(expected.group(5)));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void tradeIdsHaveNoGapsAndAggregatesCoverThem() {
        final Map<String, Long> last = new HashMap<>();
        long single = 0;
        for (final String event : events(MarketStyle.SPOT, 5_000, false)) {
            final Matcher trade = TRADE.matcher(event);
            if (trade.matches()) {
                final long id = Long.parseLong(trade.group(5));
                assertThat(id).isEqualTo(last.getOrDefault(trade.group(1), 1_000_000L) + 1);
                last.put(trade.group(1), id);
                single++;
            }
        }
        long covered = 0;
        for (final String event : events(MarketStyle.SPOT, 5_000, true)) {
            if (event.startsWith("trade")) {
                covered += Long.parseLong(event.replaceFirst(".* x(\\d+) at .*", "$1"));
            }
        }
        assertThat(single).isGreaterThan(1_000);
        assertThat(covered).isEqualTo(single);
    }

    @Test
    void bookUpdatesChain() {
        final Map<String, Long> last = new HashMap<>();
        for (final String event : events(MarketStyle.USDM, 2_000, false)) {
            final Matcher delta = DELTA.matcher(event);
            if (delta.matches() && delta.group(8) != null) {
                final long before = last.getOrDefault(delta.group(1), 0L);
                assertThat(Long.parseLong(delta.group(5))).isEqualTo(before + 1);
                assertThat(Long.parseLong(delta.group(7))).isEqualTo(before);
                last.put(delta.group(1), Long.parseLong(delta.group(6)));
            }
        }
        assertThat(last).hasSize(4);
    }
}
