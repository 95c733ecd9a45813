package io.millrace.feed;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A venue: makes feeds of it, live or from captures. */
public interface Venue {

    /** Its name, such as {@code binance-spot}: in definitions of instruments, in messages, on the command line. */
    String name();

    /** A shorter name that finds it as well; may be the same. */
    String shortName();

    /** Where its live data comes from, unless another place is given. */
    URI baseUri();

    /**
     * A live feed.
     *
     * @param baseUri where from, such as an exchange in this process; {@link #baseUri()} for the venue itself
     * @param symbols at least one, as the venue spells them; upper or lower case
     */
    MarketFeed live(URI baseUri, List<String> symbols);

    /**
     * A feed of recorded frames.
     *
     * @param files at least one; read one after another
     */
    MarketFeed capture(List<Path> files);
}
