package io.millrace.feed.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.InputLog;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.binance.BinanceVenue;
import io.millrace.feed.simulator.EmbeddedExchange;
import io.millrace.feed.simulator.ExchangeConfig;
import io.millrace.feed.simulator.SyntheticMarket;
import io.millrace.feed.support.Threads;
import io.millrace.operators.Books;
import io.millrace.operators.Flow;
import io.millrace.operators.market.sbe.BookCondition;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Books of a flow, on an exchange that has snapshots by REST. */
@Timeout(120)
class LiveBooksTest {
    private final BlockingQueue<String> states = new LinkedBlockingQueue<>();

    @AfterEach
    void leavesNoThreads() {
        Threads.assertNoneLeft();
    }

    private String next() throws InterruptedException {
        final String state = states.poll(30, TimeUnit.SECONDS);
        assertThat(state).as("state of the book").isNotNull();
        return state;
    }

    @ParameterizedTest
    @ValueSource(strings = {"binance-spot", "binance-usdm"})
    void areValidAgainAfterEachLossOfTheirConnection(final String name) throws Exception {
        final BinanceVenue venue = name.endsWith("spot") ? BinanceVenue.SPOT : BinanceVenue.USDM;
        try (EmbeddedExchange exchange =
                new EmbeddedExchange(venue, new SyntheticMarket(3), new ExchangeConfig()).start()) {
            final VenueFeed feed = VenueFeed.live(venue).symbols("btcusdt").at(exchange.uri());
            feed.connections().firstDelay(Duration.ofMillis(5)).longestDelay(Duration.ofMillis(20));
            final Flow flow = new Flow(
                    "books",
                    definition -> Books.of("books", definition.input("updates", feed.bookDeltas()), feed.bookAnswers())
                            .states()
                            .inspect(
                                    "keep",
                                    state -> states.add(
                                            state.condition() == BookCondition.VALID
                                                    ? "VALID"
                                                    : state.condition() + " " + state.reason())));
            try (FlowRun run = FlowRun.live(flow, InputLog.NONE, new RunConfig().waitMode(WaitMode.BACKOFF))) {
                run.start();
                while (!next().equals("VALID")) {
                    // It is not valid until it is.
                }
                for (int drop = 0; drop < 3; drop++) {
                    exchange.dropConnections();
                    assertThat(next()).isEqualTo("INVALID DISCONNECTED");
                    while (!next().equals("VALID")) {
                        // What the reason is on the way does not matter.
                    }
                }
            }
        }
    }
}
