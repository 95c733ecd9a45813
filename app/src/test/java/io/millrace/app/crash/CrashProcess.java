package io.millrace.app.crash;

import io.millrace.app.run.Launcher;
import io.millrace.app.run.Outcome;
import io.millrace.app.run.Recording;
import io.millrace.app.run.Retention;
import io.millrace.app.run.Shutdown;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.RunConfig;
import io.millrace.feed.MarketFeed;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.binance.BinanceVenue;
import io.millrace.journal.Journal;
import io.millrace.journal.model.Durability;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.model.Roll;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process that runs the flow on what there is of its journal. Journals roll, and snapshots come, many times a second. */
public final class CrashProcess {
    private static final Duration SNAPSHOTS = Duration.ofMillis(60);

    /** Minutes of the clock that rolls follow take a quarter of a second. */
    private static final long FASTER = 240;

    private static final Logger LOG = LoggerFactory.getLogger("millrace");

    private CrashProcess() {}

    /** Runs it: capture or address of an exchange, sinks, journal, layout, who takes snapshots, pace. */
    public static void main(final String[] args) {
        Shutdown.install();
        int exitCode = 1;
        try {
            final Outcome outcome = run(
                    feed(args[0]),
                    Path.of(args[1]),
                    Path.of(args[2]),
                    new Way(Layout.valueOf(args[3]), Boolean.parseBoolean(args[4])),
                    Double.parseDouble(args[5]));
            System.err.println(outcome.view().records() + " records, all of the input: " + outcome.allOfInput());
            exitCode = 0;
        } catch (final RuntimeException | InterruptedException e) {
            LOG.error("the run failed", e);
        }
        Shutdown.exit(exitCode);
    }

    static MarketFeed feed(final String source) {
        return source.startsWith("ws:")
                ? VenueFeed.live(BinanceVenue.SPOT)
                        .symbols("btcusdt", "ethusdt", "solusdt")
                        .at(URI.create(source))
                : VenueFeed.capture(BinanceVenue.SPOT, Path.of(source));
    }

    static Outcome run(final MarketFeed feed, final Path sinks, final Path journal, final Way way, final double pace)
            throws InterruptedException {
        final Recording recording = new Recording(
                Optional.of(journal),
                Durability.PROCESS,
                Map.of(),
                new Recording.Keeping(SNAPSHOTS, way.replica(), Retention.ARCHIVE),
                new Recording.Going(List.of(), false, false));
        final long begun = System.currentTimeMillis();
        final JournalOptions writing = JournalOptions.DEFAULTS
                .roll(Roll.MINUTELY)
                .wallClock(() -> begun + (System.currentTimeMillis() - begun) * FASTER);
        return new Launcher(run -> true, writing)
                .live(CrashFlow.of(feed, sinks), recording, config(way).pace(pace));
    }

    /** Runs the flow on all that a journal holds, into new sinks. */
    static void replay(final MarketFeed feed, final Path sinks, final Path journal, final Way way)
            throws InterruptedException {
        new Launcher(run -> true)
                .replay(
                        CrashFlow.of(feed, sinks),
                        Journal.open(journal, ReadOptions.DEFAULTS.archive(true)),
                        Long.MAX_VALUE,
                        config(way));
    }

    private static RunConfig config(final Way way) {
        return new RunConfig().layout(way.layout()).reporter(System.err::println);
    }
}
