package io.millrace.bench.peers;

import io.millrace.bench.compare.Effort;
import io.millrace.bench.journaled.Scratch;
import io.millrace.report.Report;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.ResultsWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures Millrace and its peers, and writes the ratios into a results directory. */
@Command(
        name = "peers",
        description = "Compares Millrace with other engines on the same job: see docs/peers.md.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    @Parameters(
            paramLabel = "PEER",
            description = "Who takes part: ${COMPLETION-CANDIDATES}. All if nothing is said.",
            arity = "0..*")
    private List<Peer> peers = List.of();

    @Option(names = "--effort", description = "${COMPLETION-CANDIDATES}: full for figures, quick for a look.")
    private Effort effort = Effort.FULL;

    @Option(names = "--trades", description = "How many distinct trades, in place of what the effort says.")
    private Integer trades;

    @Option(names = "--rounds", description = "How often every peer has a process, in place of what the effort says.")
    private Integer rounds;

    @Option(names = "--repetitions", description = "How often at most a process does the job.")
    private Integer repetitions;

    @Option(names = "--seconds", description = "Time after which a process begins no third or later repetition.")
    private Integer seconds;

    @Option(names = "--jdk", description = "Home of the JDK of a peer: --jdk FLINK=/usr/lib/jvm/java-17")
    private Map<Peer, Path> jdks = new EnumMap<>(Peer.class);

    @Option(names = "--python", description = "Interpreter for bytewax: that of an environment that has it.")
    private String python = "python3";

    @Option(names = "--flags", description = "File with the JVM flags of Millrace.")
    private Path flags = Path.of("config", "jvm.options");

    @Option(names = "--files", description = "Where journals and results are made: by default in shared memory.")
    private Path files = Scratch.usualParent();

    @Option(
            names = "--results",
            description =
                    "Results directory, which the report is written into too: by default target/bench/jdk<version>,"
                            + " where the benchmarks' are; or, with another effort than full, one beside it.")
    private Path results;

    @Option(names = "--readme", description = "File whose block of key figures is brought up to date.")
    private Path readme;

    private final PrintStream out = System.out;

    private Main() {}

    /** Exits with 1 if a peer that is installed has failed, with 2 if the arguments are wrong, else with 0. */
    public static void main(final String[] args) {
        System.exit(new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        final Path directory = directory();
        final ResultsWriter writer = ResultsWriter.addingTo(directory, context());
        final Work work = work();
        final Set<Peer> chosen = peers.isEmpty() ? EnumSet.allOf(Peer.class) : EnumSet.copyOf(peers);
        final Commands commands = new Commands(work, new Jdks(jdks), flags, python);
        final Outcomes outcomes = new PeersComparison(work, commands, files).run(chosen, this::tell);
        final List<Ratio> ratios = PeerRatios.of(outcomes);
        writer.ratios(ratios);
        final Report report = Report.read(directory);
        report.writeTo(directory);
        if (readme != null) {
            report.updateKeyFigures(readme);
        }
        ratios.forEach(this::tell);
        out.println(outcomes.leftOutInWords());
        out.println(directory.resolve(Report.PAGE));
        return outcomes.hasFailures() ? 1 : 0;
    }

    private MachineContext context() {
        final MachineContext context = MachineContext.capture();
        return effort == Effort.FULL
                ? context
                : context.withNote("A quick look: fewer and shorter runs than figures need.");
    }

    /** Rough figures do not go where others may be. */
    private Path directory() {
        final String jdk = "jdk" + Runtime.version().feature();
        final String name =
                effort == Effort.FULL ? jdk : "peers-" + effort.name().toLowerCase(Locale.ROOT) + "-" + jdk;
        return results == null ? Path.of("target", "bench", name) : results;
    }

    private Work work() {
        final Work usual = Work.of(effort);
        return new Work(
                trades == null ? usual.trades() : trades,
                rounds == null ? usual.rounds() : rounds,
                repetitions == null ? usual.repetitions() : repetitions,
                seconds == null ? usual.seconds() : seconds);
    }

    private void tell(final Outcome outcome) {
        if (outcome.counts()) {
            out.printf(
                    Locale.ROOT,
                    "%-28s %8.1f ns per trade, best of %d    %s%n",
                    outcome.peer().label(),
                    outcome.nanos(),
                    outcome.repetitions(),
                    outcome.about());
        } else {
            out.printf(Locale.ROOT, "%-28s left out: %s%n", outcome.peer().label(), outcome.about());
        }
    }

    private void tell(final Ratio ratio) {
        out.printf(
                Locale.ROOT,
                "%-56s %6.2f (%s)  %8.1f ns, %s %.1f ns%n",
                ratio.name(),
                ratio.value(),
                ratio.target(),
                ratio.subject().nanosPerOp(),
                ratio.baseline().label(),
                ratio.baseline().nanosPerOp());
    }
}
