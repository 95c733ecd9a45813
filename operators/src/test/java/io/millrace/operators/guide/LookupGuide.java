package io.millrace.operators.guide;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.lookup.Lookup;
import io.millrace.operators.lookup.Request;
import io.millrace.operators.testing.TimedItems;
import java.time.Duration;

/** Examples of steps that ask a source. */
final class LookupGuide {
    private LookupGuide() {}

    /** The service of the examples: how many units a contract of a symbol has. */
    private static TimedItems.Asked<Tick, Long> service(final Guide guide, final String... script) {
        return guide.answering(
                symbol -> {
                    guide.print("asked for " + symbol);
                    return symbol.equals("BTC") ? 1L : 10L;
                },
                script);
    }

    static void enrich(final Guide guide) {
        TimedItems.Asked<Tick, Long> service = service(guide, "BTC 100 @0", "ETH 20 @1", "BTC 101 @2", "BTC 102 @6");
        Stream<Tick> notional = guide.flow()
                .input("ticks", service.items())
                .enrichCached(
                        "contract",
                        Request.text(Tick::symbol),
                        Lookup.in(service.answers()).ttl(Duration.ofSeconds(3)).capacity(1_000),
                        Tick.TYPE,
                        (tick, units, out) -> out.set(tick).price(tick.price() * units));
        guide.show(notional);
    }

    static void enrichReturning(final Guide guide) {
        TimedItems.Asked<Tick, Long> service = service(guide, "ETH 20 @1", "ETH 21 @2");
        KeyedStream<String> texts = guide.flow()
                .input("ticks", service.items())
                .keyBy("bucket", tick -> tick.price() / 10)
                .enrichCached(
                        "contract",
                        Request.text(Tick::symbol),
                        Lookup.in(service.answers()),
                        Codecs.TEXT,
                        (tick, units) -> tick + " for " + units + " units");
        guide.log(texts);
    }

    static void request(final Guide guide) {
        TimedItems.Asked<Tick, Long> service = service(guide, "BTC 100 @0", "ETH 20 @1");
        Stream<Long> units = guide.flow()
                .input("ticks", service.items())
                .map("symbol", Codecs.TEXT, Tick::symbol)
                .request("ask", service.answers(), 4);
        guide.show(units);
    }
}
