package io.millrace.report.support;

import io.millrace.report.machine.Jvm;
import io.millrace.report.machine.Machine;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.ResultsWriter;
import io.millrace.report.results.RunLoad;
import io.millrace.report.results.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A results directory such as a full benchmark run leaves: three layouts, three rates, some of them disturbed. */
public final class SampleResults {
    private static final int RECORDS = 200_000;

    private SampleResults() {}

    /** A two-processor virtual machine. */
    public static MachineContext context() {
        return new MachineContext(
                Instant.parse("2026-01-31T12:34:56Z"),
                "0123456789ab",
                new Machine(
                        "Example Processor 9000",
                        2,
                        OptionalLong.of(2),
                        OptionalLong.of(24L << 30),
                        "Linux 6.18.1 amd64",
                        "yes (KVM)",
                        "tsc",
                        OptionalDouble.of(23.9),
                        "madvise",
                        "none"),
                new Jvm(
                        "17.0.15+6",
                        "Example Vendor",
                        "OpenJDK 64-Bit Server VM",
                        "Serial",
                        List.of("-XX:+UseSerialGC", "-XX:InlineSmallCode=6000", "-XX:MaxInlineLevel=40", "-Xmx2g")),
                List.of("Figures are made up."));
    }

    /** Two that reach their target, one that misses, one without. */
    public static List<Ratio> ratios() {
        return List.of(
                new Ratio(
                        "compiled flow",
                        "candle flow against hand-written code",
                        1.07,
                        Target.parse("<= 1.10"),
                        new Ratio.Side("hand-written", 7.9),
                        new Ratio.Side("compiled flow", 8.4),
                        40,
                        "fused, no journal, 100 keys, one thread"),
                new Ratio(
                        "compiled flow",
                        "nine operators against one class",
                        1.32,
                        Target.parse("<= 1.10"),
                        new Ratio.Side("hand-written", 8.4),
                        new Ratio.Side("compiled flow", 11.1),
                        40,
                        "fused, no journal, 100 keys, one thread"),
                new Ratio(
                        "peers",
                        "candle job, one thread",
                        13.6,
                        Target.parse(">= 3"),
                        new Ratio.Side("Peer, one cooperative thread", 170),
                        new Ratio.Side("Millrace", 12.5),
                        10,
                        "10 M preallocated trades, 100 keys"),
                new Ratio(
                        "peers",
                        "candle job, plain lambdas",
                        1.22,
                        Target.parse("none"),
                        new Ratio.Side("plain lambdas", 15.3),
                        new Ratio.Side("Millrace", 12.5),
                        10,
                        "10 M preallocated trades, 100 keys"));
    }

    /** Writes everything. */
    public static void writeTo(final Path directory) {
        final ResultsWriter results = ResultsWriter.into(directory, context());
        results.ratios(ratios());
        latency(results);
        try {
            Files.writeString(results.jmhFile("hops"), hops().json());
            Files.writeString(results.jmhFile("operators"), operators().json());
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void latency(final ResultsWriter results) {
        for (final long rate : new long[] {100_000, 500_000, 1_000_000}) {
            final String thousands = rate / 1000 + "k";
            results.latency(
                    "fused-" + thousands,
                    SampleRuns.run("fused", rate).build(),
                    SampleRuns.intervals(rate, 190, 9_000 + rate / 40.0, RECORDS));
            results.latency(
                    "threaded-" + thousands,
                    SampleRuns.run("threaded", rate)
                            .threads(2, "yield")
                            .stealPercent(OptionalDouble.of(rate > 500_000 ? 0.42 : 0.05))
                            .build(),
                    SampleRuns.intervals(rate + 1, 610, 900_000, RECORDS));
            results.latency(
                    "threaded-spin-" + thousands,
                    SampleRuns.run("threaded", rate)
                            .title("threaded, spinning, at " + thousands)
                            .threads(3, "spin")
                            .foreignLoad(rate == 100_000)
                            .load(new RunLoad(
                                    rate,
                                    SampleRuns.SECONDS,
                                    rate > 500_000 ? rate * 9 : rate * SampleRuns.SECONDS,
                                    31_204))
                            .build(),
                    SampleRuns.intervals(rate + 2, 900 + rate / 250.0, 4_000_000, RECORDS));
        }
    }

    private static SampleJmh hops() {
        return new SampleJmh()
                .averageTime("io.millrace.bench.ChannelHop.claimAndPublish", "\"bytes\" : \"64\"", 11.2, 0.05)
                .averageTime("io.millrace.bench.ChannelHop.claimAndPublish", "\"bytes\" : \"256\"", 19.8, 0.08)
                .averageTime("io.millrace.bench.ChannelHop.roundTrip", "\"bytes\" : \"64\"", 212.4, 0.5)
                .averageTime("io.millrace.bench.ChannelHop.roundTrip", "\"bytes\" : \"256\"", 240.9, 0.12)
                .throughput("io.millrace.bench.ChannelHop.throughput", "\"bytes\" : \"64\"", 81.3);
    }

    private static SampleJmh operators() {
        return new SampleJmh()
                .averageTime("io.millrace.bench.Operators.filter", "", 2.31, 0.03)
                .averageTime("io.millrace.bench.Operators.keyedCandle", "", 8.42, 0.06)
                .single("io.millrace.bench.Operators.zScore", 4.1)
                .sampled("io.millrace.bench.ClockRead.nanoTime", 24.4);
    }
}
