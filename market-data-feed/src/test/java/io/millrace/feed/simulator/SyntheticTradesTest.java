package io.millrace.feed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.loop.Beginning;
import io.millrace.engine.loop.Inlet;
import io.millrace.feed.MarketFeed;
import io.millrace.feed.support.Drain;
import io.millrace.feed.support.FakeContext;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticTradesTest {
    private static List<String> trades(final long seed) {
        final MarketFeed feed = new SyntheticTradeFeed(3, seed, 1_000, 10, 500);
        try (Drain drain = new Drain(feed.open(new FakeContext(MarketFeed.TRADES)), 0)) {
            return drain.toEnd().texts();
        }
    }

    @Test
    void definesAllInstrumentsThenGivesTrades() {
        final List<String> all = trades(1);
        assertThat(all).hasSize(503);
        assertThat(all.subList(0, 3))
                .containsExactly(
                        "instrument #0 synthetic SYN0 scales 2 3",
                        "instrument #1 synthetic SYN1 scales 2 3",
                        "instrument #2 synthetic SYN2 scales 2 3");
        assertThat(all.get(3)).endsWith(" id 1 x1 at 1000/1000");
        assertThat(all.get(502)).endsWith(" id 500 x1 at 5990/5990");
        assertThat(all).anyMatch(text -> text.startsWith("trade #2 "));
    }

    @Test
    void sameSeedGivesTheSameTrades() {
        assertThat(trades(1)).isEqualTo(trades(1)).isNotEqualTo(trades(2));
    }

    @Test
    void goesOnBehindAnyTrade() {
        final List<String> whole = trades(7);
        final MarketFeed feed = new SyntheticTradeFeed(3, 7, 1_000, 10, 500);
        for (int position = 0; position <= 500; position += 50) {
            final FakeContext context = new FakeContext(MarketFeed.TRADES).from(position);
            try (Drain drain = new Drain(feed.open(context), 0).toEnd()) {
                assertThat(drain.texts()).isEqualTo(whole.subList(3 + position, 503));
            }
        }
    }

    @Test
    void fillsAnInlet() {
        final Inlet inlet = new Inlet(10_000, 1 << 20, Beginning.ofNothing(8));
        final SyntheticTrades trades = SyntheticTrades.of(4, 9);
        assertThat(trades.write(inlet, 0, 0, 1, 100)).isEqualTo(104);
        assertThat(trades.write(inlet, 0, 100, 1, 100)).isEqualTo(100);
    }
}
