package io.millrace.connectors.source;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.Origin;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Lines of a text file in UTF-8, plain or compressed by gzip.
 *
 * <pre>{@code
 *   Stream<String> lines = flow.input("lines", LineFeed.at(path).lines());
 *   Stream<Order> orders = flow.input("orders", LineFeed.at(path).timedBy(Order::timeOf).items(Order.TYPE, Order::parse));
 * }</pre>
 *
 * <p>Its position is the byte behind the line, in the unpacked text: a run that goes on with its journal goes on there, and
 * refuses a file that is shorter. Without a time, lines get the time at which they are read, and input ends with the file.
 * A line that a function fails on stops the flow, after all before it were given; the error names file and line.
 *
 * <p>Thread: any; a description. Allocation: a text for each line. Deterministic: yes, with times.
 */
public final class LineFeed {
    private final Path file;
    private final boolean follow;
    private final ToLongFunction<? super String> time;

    private LineFeed(final Path file, final boolean follow, final ToLongFunction<? super String> time) {
        this.file = file;
        this.follow = follow;
        this.time = time;
    }

    /** Lines of a file. */
    public static LineFeed at(final Path file) {
        return new LineFeed(file, false, null);
    }

    /** Lines bring their own times, epoch nanoseconds: replays and backtests, instead of live input. */
    public LineFeed timedBy(final ToLongFunction<? super String> lineTime) {
        return new LineFeed(file, follow, lineTime);
    }

    /** The file grows: what comes is given when its line is whole, and input never ends. */
    public LineFeed follow() {
        return new LineFeed(file, true, time);
    }

    /** The lines as they are, without their ends. */
    public Origin<String> lines() {
        return items(Codecs.TEXT, line -> line);
    }

    /**
     * What a function makes of each line.
     *
     * @throws ConnectorException if the file is followed and lines bring their own times
     */
    public <T> Origin<T> items(final Codec<T> codec, final Function<String, T> read) {
        if (follow && time != null) {
            throw new ConnectorException("file " + file + " can't be followed by times that stand in it: other input"
                    + " would wait for its next line; leave out follow() or timedBy(...)");
        }
        return FileFeed.origin(file, follow, LineParser::new, time, codec, () -> read);
    }
}
