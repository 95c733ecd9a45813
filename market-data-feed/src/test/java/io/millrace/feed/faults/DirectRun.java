package io.millrace.feed.faults;

import io.millrace.feed.Venue;
import io.millrace.feed.simulator.Exchange;
import io.millrace.feed.simulator.ExchangeConfig;
import io.millrace.feed.simulator.ExchangeProtocol;
import io.millrace.feed.simulator.SyntheticMarket;
import io.millrace.feed.simulator.SyntheticSymbol;
import io.millrace.operators.Books;
import io.millrace.operators.testing.ManualTime;
import io.millrace.operators.testing.TestRun;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/** A run of books of a venue against its exchange, without sockets and in no time, and what became of them. */
final class DirectRun {
    /** When runs begin, epoch nanoseconds. */
    static final long START = 1_723_161_255_000_000_000L;

    private static final int INSTRUMENTS = 2;

    private final Exchange exchange;
    private final BookWatch watch;
    private final DirectFeed feed;

    /**
     * Runs it to its end.
     *
     * @param script what happens: is called with the exchange and with the time since the start, before each step
     */
    DirectRun(
            final Venue venue,
            final ExchangeConfig config,
            final Duration length,
            final BiConsumer<Exchange, Duration> script) {
        final ExchangeProtocol protocol = venue.exchange().orElseThrow();
        final List<String> symbols = protocol.symbols().stream()
                .limit(INSTRUMENTS)
                .map(SyntheticSymbol::name)
                .toList();
        exchange = new Exchange(protocol, new SyntheticMarket(7).framesPerSecond(400), config);
        watch = new BookWatch(exchange.market(), symbols);
        final ManualTime time = new ManualTime(START);
        feed = new DirectFeed(
                venue,
                exchange,
                symbols,
                time,
                START + length.toNanos(),
                now -> script.accept(exchange, Duration.ofNanos(now - START)));
        new TestRun(flow -> {
                    final Books books = Books.of("books", flow.input("deltas", feed.bookDeltas()), feed.bookAnswers());
                    books.changes().inspect("compare", watch::book);
                    books.states().inspect("states", watch::state);
                    books.requests().inspect("requests", watch::request);
                })
                .time(time)
                .run();
    }

    Exchange exchange() {
        return exchange;
    }

    BookWatch watch() {
        return watch;
    }

    DirectSource source() {
        return feed.source();
    }
}
