package io.millrace.feed.tardis;

import io.millrace.feed.Venue;
import io.millrace.feed.VenueSubscription;
import io.millrace.feed.decode.BookTerms;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolNames;
import io.millrace.feed.net.ConnectionPlan;
import io.millrace.feed.net.RestRequest;
import io.millrace.feed.tardis.wire.TardisDecoder;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * The CSV files of tardis.dev, of whatever exchange. Instruments have the exchange's name in front, {@code bitmex:XBTUSD},
 * since one capture may have several exchanges. Nothing numbers the changes of books.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class TardisVenue implements Venue {
    /** All exchanges that it records. */
    public static final TardisVenue ALL = new TardisVenue();

    private static final URI SITE = URI.create("https://tardis.dev");

    private TardisVenue() {}

    @Override
    public String name() {
        return "tardis";
    }

    @Override
    public String shortName() {
        return "tardis";
    }

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public URI baseUri() {
        return SITE;
    }

    @Override
    public URI restUri() {
        return SITE;
    }

    @Override
    public Set<String> streams() {
        return FUTURES_STREAMS;
    }

    @Override
    public SymbolNames names() {
        return SymbolNames.SAME;
    }

    @Override
    public BookTerms book(final int depth) {
        return BookTerms.UNNUMBERED;
    }

    @Override
    public FrameDecoder decoder(final FrameEvents events, final KnownInstruments instruments) {
        return new TardisDecoder(events);
    }

    @Override
    public List<ConnectionPlan> connections(final VenueSubscription wanted) {
        return List.of();
    }

    @Override
    public List<RestRequest> instruments(final List<String> symbols) {
        return List.of();
    }

    @Override
    public String toString() {
        return name();
    }
}
