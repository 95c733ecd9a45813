package io.millrace.bench;

import io.millrace.bench.chain.ChainComparison;
import io.millrace.bench.child.Collector;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.decode.BookComparison;
import io.millrace.bench.decode.DecodeComparison;
import io.millrace.bench.journaled.JournaledComparison;
import io.millrace.bench.journaled.Scratch;
import io.millrace.bench.latency.LatencyHarness;
import io.millrace.bench.longrun.LongRun;
import io.millrace.bench.operators.OperatorsComparison;
import io.millrace.bench.recovery.RecoveryComparison;
import io.millrace.bench.snapshot.SnapshotComparison;
import io.millrace.bench.socket.SocketHarness;
import io.millrace.bench.sweep.Sweep;
import io.millrace.report.Report;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.ReportException;
import io.millrace.report.results.ResultsWriter;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The one entry point: measures what it is told, or everything, and writes the report. */
@Command(
        name = "bench",
        description = "Measures Millrace into a results directory, and makes a report of it.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    private static final String A_FLAG_OF_OURS = "-XX:InlineSmallCode=";

    /** What can be measured, and the report. */
    enum Part {
        CHAIN,
        DECODE,
        BOOKS,
        JOURNALED,
        OPERATORS,
        RECOVERY,
        SNAPSHOTS,
        JMH,
        LATENCY,
        SOCKET,
        SWEEP,
        STEADY,
        REPORT
    }

    @Parameters(
            paramLabel = "PART",
            description = "What to do: ${COMPLETION-CANDIDATES}. Everything if nothing is said.",
            arity = "0..*")
    private List<Part> parts = List.of();

    @Option(names = "--quick", description = "Measure within minutes; figures are rough.")
    private boolean quick;

    @Option(names = "--results", description = "Results directory, which the report is written into too.")
    private Path results =
            Path.of("perf-reports", "results", "jdk" + Runtime.version().feature());

    @Option(names = "--replace", description = "Delete what the results directory holds before measuring.")
    private boolean replace;

    @Option(names = "--readme", description = "File whose block of key figures is brought up to date.")
    private Path readme;

    @Option(names = "--files", description = "Where journals are made: by default in shared memory.")
    private Path files = Scratch.usualParent();

    @Option(
            names = "--disk",
            description = "Where the journal is made that is recovered from, up to 10 GB: by default in the directory"
                    + " for temporary files.")
    private Path disk = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(
            names = "--jdk",
            paramLabel = "HOME",
            description = "A JDK that the sweep measures on; may be said more than once, the first is the one that all"
                    + " else is compared on. By default the one that runs this.")
    private List<Path> jdks = List.of();

    @Option(
            names = "--gc",
            split = ",",
            description = "Collectors that the sweep compares, where a JDK has them: ${COMPLETION-CANDIDATES}.",
            defaultValue = "SERIAL,PARALLEL,G1,Z")
    private List<Collector> collectors = List.of();

    @Option(names = "--plain", description = "Compare chains without classes of their own for operators.")
    private boolean plain;

    private final PrintStream out = System.out;

    private Main() {}

    /** Exits with 0 if all was measured, with 1 if something failed, with 2 if the arguments are wrong. */
    public static void main(final String[] args) {
        System.exit(new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws RunnerException {
        requireFlags();
        final Set<Part> chosen = parts.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(parts);
        final MachineContext context = MachineContext.capture();
        if (replace) {
            ResultsFolder.clear(results);
        }
        if (chosen.stream().anyMatch(part -> part != Part.REPORT)) {
            measure(chosen, context);
        }
        if (chosen.contains(Part.REPORT)) {
            final Report report = Report.read(results);
            report.writeTo(results);
            out.println(results.resolve(Report.PAGE));
            if (readme != null) {
                report.updateKeyFigures(readme);
            }
        }
        return 0;
    }

    private static void requireFlags() {
        if (ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .noneMatch(argument -> argument.startsWith(A_FLAG_OF_OURS))) {
            throw new ReportException("started without the flags in config/jvm.options: figures would mean nothing."
                    + " Start with: java @config/jvm.options ...");
        }
    }

    private void measure(final Set<Part> chosen, final MachineContext machine) throws RunnerException {
        final Effort effort = quick ? Effort.QUICK : Effort.FULL;
        final MachineContext context =
                quick ? machine.withNote("A quick look: fewer and shorter runs than figures need.") : machine;
        final ResultsWriter writer = ResultsWriter.into(results, context);
        if (chosen.contains(Part.CHAIN)) {
            new ChainComparison(effort, !plain).run(ratio -> take(ratio, writer));
        }
        if (chosen.contains(Part.DECODE)) {
            new DecodeComparison(effort).run(ratio -> take(ratio, writer));
        }
        if (chosen.contains(Part.BOOKS)) {
            new BookComparison(effort).run(ratio -> take(ratio, writer));
        }
        if (chosen.contains(Part.JOURNALED)) {
            new JournaledComparison(effort, files).run(ratio -> take(ratio, writer));
        }
        if (chosen.contains(Part.OPERATORS)) {
            new OperatorsComparison(effort).run(ratio -> take(ratio, writer));
            new JmhRun(effort, files).operators(writer.jmhFile("operators"));
        }
        if (chosen.contains(Part.RECOVERY)) {
            new RecoveryComparison(effort, disk).run(ratio -> take(ratio, writer), out::println);
        }
        if (chosen.contains(Part.SNAPSHOTS)) {
            new SnapshotComparison(effort, files).run(ratio -> take(ratio, writer), out::println);
        }
        if (chosen.contains(Part.LATENCY)) {
            new LatencyHarness(files, context, writer).run(effort, out::println);
        }
        if (chosen.contains(Part.SOCKET)) {
            new SocketHarness(files, context, writer).run(effort, out::println);
        }
        if (chosen.contains(Part.SWEEP)) {
            new Sweep(files, disk, results, context.commit()).run(effort, jdks, collectors, out::println);
        }
        if (chosen.contains(Part.STEADY)) {
            new LongRun(files, results, context.commit()).run(effort, out::println);
        }
        if (chosen.contains(Part.JMH)) {
            final JmhRun run = new JmhRun(effort, files);
            run.intoMemory(writer.jmhFile("memory"));
            run.intoFiles(writer.jmhFile("journal"));
        }
    }

    private void take(final Ratio ratio, final ResultsWriter writer) {
        writer.ratios(List.of(ratio));
        out.printf(
                Locale.ROOT,
                "%-28s %-56s %6.3f (%s)  %8.1f ns, %s %.1f ns%n    %s%n",
                ratio.group(),
                ratio.name(),
                ratio.value(),
                ratio.target(),
                ratio.subject().nanosPerOp(),
                ratio.baseline().label(),
                ratio.baseline().nanosPerOp(),
                ratio.context());
    }
}
