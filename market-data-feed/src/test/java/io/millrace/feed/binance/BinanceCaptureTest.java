package io.millrace.feed.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.InputLog;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.support.Drain;
import io.millrace.feed.support.FakeContext;
import io.millrace.feed.support.SharedData;
import io.millrace.operators.Flow;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Recorded captures, whole. The numbers are those of an independent script. */
class BinanceCaptureTest {
    private final Map<String, Long> counts = new HashMap<>();

    private void count(final String what) {
        counts.merge(what, 1L, Long::sum);
    }

    private void run(final BinanceVenue venue, final Path file) throws InterruptedException {
        final Flow flow = new Flow("capture", definition -> {
            final VenueFeed feed = VenueFeed.capture(venue, file);
            definition.input("trades", feed.trades()).inspect("count-trades", trade -> count("trades"));
            definition.input("quotes", feed.quotes()).inspect("count-quotes", quote -> count("quotes"));
            definition.input("book", feed.bookDeltas()).inspect("count-deltas", delta -> {
                count("deltas");
                if (delta.isEndOfEvent()) {
                    count("books");
                }
            });
        });
        final RunConfig config = new RunConfig().waitMode(WaitMode.BACKOFF);
        try (FlowRun run = FlowRun.live(flow, InputLog.NONE, config)) {
            run.start();
            assertThat(run.await(60, TimeUnit.SECONDS)).isTrue();
        }
        config.counters().forEach((label, value) -> counts.put(label, value));
    }

    private long counted(final String what) {
        return counts.getOrDefault(what, 0L);
    }

    @Test
    void decodesAllOfTheFuturesCapture() throws InterruptedException {
        run(BinanceVenue.USDM, SharedData.require("binance-usdm/btcusdt_20240808.gz"));
        assertThat(counted("trades")).isEqualTo(21_313);
        assertThat(counted("quotes")).isEqualTo(66_089);
        assertThat(counted("books")).isEqualTo(6_551 + 1);
        assertThat(counted("deltas")).isGreaterThan(6_551);
        assertThat(counted("binance-usdm: frames decoded")).isEqualTo(21_313 + 66_089 + 6_551 + 1);
        assertThat(counted("binance-usdm: frames malformed")).isZero();
        assertThat(counted("binance-usdm: frames of unknown type")).isZero();
        assertThat(counted("binance-usdm: book snapshots of no known instrument skipped"))
                .isZero();
    }

    @Test
    void decodesAllOfTheSpotCapture() throws InterruptedException {
        run(BinanceVenue.SPOT, SharedData.require("binance-spot/btcusdt_20240808.gz"));
        assertThat(counted("binance-spot: frames decoded")).isEqualTo(41_248 + 1);
        assertThat(counted("trades") + counted("quotes") + counted("books")).isEqualTo(41_248 + 1);
        assertThat(counted("binance-spot: frames malformed")).isZero();
        assertThat(counted("binance-spot: frames of unknown type")).isZero();
        assertThat(counted("binance-spot: book snapshots of no known instrument skipped"))
                .isZero();
    }

    @Test
    void asksForNothingOfWhatTheFlowDoesNotUse() {
        final FakeContext context = new FakeContext(VenueFeed.QUOTES);
        final VenueFeed feed =
                VenueFeed.capture(BinanceVenue.USDM, SharedData.require("binance-usdm/btcusdt_20240808.gz"));
        try (Drain drain = new Drain(feed.open(context), 0)) {
            drain.toEnd();
        }
        assertThat(context.count("frames decoded")).isEqualTo(66_089);
        assertThat(context.count("frames of unused streams")).isEqualTo(21_313 + 6_551 + 1);
    }
}
