package io.millrace.feed;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.binance.BinanceVenue;
import io.millrace.feed.bybit.BybitVenue;
import io.millrace.feed.coinbase.CoinbaseAdvancedVenue;
import io.millrace.feed.coinbase.CoinbaseVenue;
import io.millrace.feed.deribit.DeribitVenue;
import io.millrace.feed.kraken.KrakenVenue;
import io.millrace.feed.okx.OkxVenue;
import io.millrace.feed.tardis.TardisVenue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The venues that Millrace knows.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class Venues {
    private static final List<Venue> ALL = List.of(
            BinanceVenue.SPOT,
            BinanceVenue.SPOT_SBE,
            BinanceVenue.USDM,
            BinanceVenue.COINM,
            BybitVenue.SPOT,
            BybitVenue.LINEAR,
            KrakenVenue.SPOT,
            OkxVenue.ALL,
            DeribitVenue.ALL,
            CoinbaseVenue.EXCHANGE,
            CoinbaseAdvancedVenue.ALL,
            TardisVenue.ALL);

    private Venues() {}

    /** All of them. */
    public static List<Venue> all() {
        return ALL;
    }

    /**
     * Finds a venue by its name or short name, in any case.
     *
     * @throws ConnectorException if there is none; lists those that there are
     */
    public static Venue find(final String name) {
        final String wanted = name.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(venue ->
                        venue.name().equals(wanted) || venue.shortName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ConnectorException("no venue '" + name + "': there are "
                        + ALL.stream().map(Venue::name).collect(Collectors.joining(", "))));
    }
}
