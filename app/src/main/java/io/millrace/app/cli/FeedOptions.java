package io.millrace.app.cli;

import io.millrace.feed.Venue;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.Venues;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Where market data comes from. */
final class FeedOptions {
    @Option(
            names = "--venue",
            paramLabel = "NAME",
            required = true,
            description = "Where the data comes from, such as binance-spot or kraken; millrace venues lists all.")
    private String venueName;

    @Option(
            names = "--symbols",
            paramLabel = "SYMBOL",
            split = ",",
            description = "Live: what to subscribe to, such as BTC-USDT,ETH-USDT, or as the venue spells it.")
    private List<String> symbols = List.of();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Live: connect here instead of to the venue, such as ws://127.0.0.1:9443.")
    private URI url;

    @Option(
            names = "--capture",
            paramLabel = "FILE",
            split = ",",
            description =
                    "Recorded frames instead of live ones: lines of '<receive time in ns> <frame>', or CSV of tardis.dev"
                            + " with --venue tardis; plain, gzip or zip. Several are read one after another.")
    private List<Path> captures = List.of();

    /** Whether recorded frames are read. */
    boolean isCapture() {
        return !captures.isEmpty();
    }

    /**
     * The feed, checked.
     *
     * @param depth levels of a side that books are to have, 0 for what is usual
     */
    VenueFeed feed(final int depth) {
        final Venue venue = venue();
        if (!isCapture()) {
            if (symbols.isEmpty() && venue.isLive()) {
                throw new Use("name what to run on: --symbols for live data, or --capture for recorded data");
            }
            return Use.of(() -> live(venue).depth(depth));
        }
        if (!symbols.isEmpty() || url != null) {
            throw new Use("--symbols and --url are for live data: a capture has what was recorded, leave them out");
        }
        for (final Path capture : captures) {
            if (!Files.isReadable(capture) || Files.isDirectory(capture)) {
                throw new Use("--capture " + capture + ": no file that can be read, check its name");
            }
        }
        return VenueFeed.capture(venue, captures.toArray(new Path[0])).depth(depth);
    }

    private Venue venue() {
        return Use.of(() -> Venues.find(venueName));
    }

    private VenueFeed live(final Venue venue) {
        final VenueFeed feed = VenueFeed.live(venue).symbols(symbols.toArray(new String[0]));
        return url == null ? feed : feed.at(url);
    }

    /**
     * What of it a journal must keep to: numbers of instruments follow the order of symbols, and the place in a capture is a
     * number of frames, so that a journal can't go on with others.
     */
    Map<String, String> arguments() {
        final Map<String, String> arguments = new LinkedHashMap<>();
        final Venue venue = venue();
        arguments.put("venue", venue.name());
        if (isCapture()) {
            // Without their directory: files may be moved.
            arguments.put(
                    "captures",
                    captures.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(",")));
        } else {
            arguments.put("symbols", symbols.stream().map(venue.names()::symbol).collect(Collectors.joining(",")));
        }
        return arguments;
    }
}
