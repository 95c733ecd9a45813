package io.millrace.app.cli;

import io.millrace.app.terminal.Console;
import io.millrace.feed.MarketFeed;
import io.millrace.feed.Venue;
import io.millrace.feed.Venues;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Lists the venues. */
@Command(name = "venues", description = "List the venues, their streams, and where they are.")
final class VenuesCommand implements Callable<Integer> {
    private static final String ROW = "%-18s %-18s %-50s %s%n";

    private final Console console;

    VenuesCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().printf(ROW, "VENUE", "OR", "STREAMS", "ADDRESS");
        for (final Venue venue : Venues.all()) {
            final String streams =
                    MarketFeed.EVENTS.stream().filter(venue.streams()::contains).collect(Collectors.joining(" "));
            final String address = venue.isLive() ? venue.baseUri().toString() : "captures only: --capture";
            console.out().printf(ROW, venue.name(), venue.shortName(), streams, address);
        }
        return 0;
    }
}
