package io.millrace.connectors.source;

import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Items of one file. */
final class FileFeed<R, T> implements Feed {
    private static final String STREAM = "rows";

    private final Path file;
    private final boolean follow;
    private final Supplier<RowParser<R>> parser;
    private final ToLongFunction<? super R> time;
    private final Codec<T> codec;
    private final Supplier<Function<R, T>> read;

    /**
     * @param time gives a row's time, epoch nanoseconds, or null if rows are live
     * @param read makes a function for each source, since it may reuse its item
     */
    private FileFeed(
            final Path file,
            final boolean follow,
            final Supplier<RowParser<R>> parser,
            final ToLongFunction<? super R> time,
            final Codec<T> codec,
            final Supplier<Function<R, T>> read) {
        this.file = file;
        this.follow = follow;
        this.parser = parser;
        this.time = time;
        this.codec = codec;
        this.read = read;
    }

    static <R, T> Origin<T> origin(
            final Path file,
            final boolean follow,
            final Supplier<RowParser<R>> parser,
            final ToLongFunction<? super R> time,
            final Codec<T> codec,
            final Supplier<Function<R, T>> read) {
        return new Origin<>(new FileFeed<>(file, follow, parser, time, codec, read), STREAM, codec, null);
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public Source open(final SourceContext context) {
        final FileItems<R, T> items =
                new FileItems<>(file, follow, parser.get(), time, codec, read.get(), context.position());
        final int input = context.input(STREAM);
        return time == null ? new LiveFileSource(items, input, follow) : new TimedFileSource(items, input);
    }
}
