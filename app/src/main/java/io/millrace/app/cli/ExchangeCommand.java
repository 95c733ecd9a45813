package io.millrace.app.cli;

import io.millrace.app.terminal.Console;
import io.millrace.app.terminal.Figures;
import io.millrace.feed.Venue;
import io.millrace.feed.Venues;
import io.millrace.feed.simulator.EmbeddedExchange;
import io.millrace.feed.simulator.ExchangeConfig;
import io.millrace.feed.simulator.ExchangeCounts;
import io.millrace.feed.simulator.ExchangeProtocol;
import io.millrace.feed.simulator.Fault;
import io.millrace.feed.simulator.FaultPlan;
import io.millrace.feed.simulator.SyntheticMarket;
import io.millrace.feed.simulator.SyntheticSymbol;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stands in for a venue, on this machine. */
@Command(
        name = "exchange",
        sortOptions = false,
        description =
                "Stand in for a venue on this machine: speak its protocol, and play a market that nobody trades on.")
final class ExchangeCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--venue", paramLabel = "NAME", required = true, description = "Which one; see millrace venues.")
    private String venueName;

    @Mixin
    private PortOption port;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "10m",
            description = "When it ends by itself. Default: ${DEFAULT-VALUE}.")
    private Duration duration;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which market it is. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--faults",
            paramLabel = "TIME",
            description = "Do something wrong at random, so often on average, such as every 5s. Default: never.")
    private Duration faults;

    ExchangeCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (faults != null && (faults.isNegative() || faults.isZero())) {
            throw new Use("--faults must be longer than nothing");
        }
        final Venue venue = Use.of(() -> Venues.find(venueName));
        final ExchangeProtocol protocol = venue.exchange()
                .orElseThrow(() -> new Use("--venue " + venueName + ": nobody can stand in for this venue yet"));
        final ExchangeConfig config = new ExchangeConfig().port(port.number());
        if (faults != null) {
            config.faults(FaultPlan.random(seed, faults, EnumSet.allOf(Fault.class), duration));
        }
        try (EmbeddedExchange exchange = new EmbeddedExchange(protocol, new SyntheticMarket(seed), config).start()) {
            final String path = venue.baseUri().getRawPath();
            final String symbols =
                    protocol.symbols().stream().map(SyntheticSymbol::name).collect(Collectors.joining(","));
            console.err()
                    .println("exchange: " + venue.name() + " at " + exchange.uri() + path + " with " + symbols
                            + "; try: ./millrace run bbo --venue " + venue.name() + " --url " + exchange.uri() + path
                            + " --symbols " + symbols);
            Thread.sleep(duration.toMillis());
            tell(exchange.counts());
        }
        return 0;
    }

    private void tell(final ExchangeCounts counts) {
        console.err()
                .println("exchange: " + Figures.count(counts.connections()) + " connections, "
                        + Figures.count(counts.framesSent()) + " frames");
        for (final Fault fault : Fault.values()) {
            if (counts.faults(fault) > 0) {
                console.err().println("exchange: " + Figures.count(counts.faults(fault)) + " times " + fault);
            }
        }
    }
}
