package io.millrace.feed;

import io.millrace.feed.decode.FeedInputs;
import java.net.URI;
import java.util.List;

/**
 * What a flow wants of a venue.
 *
 * @param base    address of its websockets: scheme, host, port, perhaps a path
 * @param symbols instruments, as the venue spells them
 * @param inputs  streams that the flow uses
 * @param depth   levels of a side that are wanted, 0 for what is usual
 */
public record VenueSubscription(URI base, List<String> symbols, FeedInputs inputs, int depth) {
    public VenueSubscription {
        symbols = List.copyOf(symbols);
    }

    /** The address with the path that the venue has; one that has a path, unlike that of an exchange in this process, stays. */
    public URI uri(final String path) {
        return base.getPath() == null || base.getPath().length() <= 1 ? base.resolve(path) : base;
    }
}
