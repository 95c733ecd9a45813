package io.millrace.bench;

import io.millrace.bench.chain.ChainComparison;
import io.millrace.bench.child.Collector;
import io.millrace.bench.closing.ClosingTable;
import io.millrace.bench.closing.MachineLoad;
import io.millrace.bench.closing.MachineWatch;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.decode.BookComparison;
import io.millrace.bench.decode.DecodeComparison;
import io.millrace.bench.hop.HopComparison;
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
import io.millrace.report.figure.FlowRuns;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.MeasuredRun;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.ReportException;
import io.millrace.report.results.ResultsReader;
import io.millrace.report.results.ResultsWriter;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The one entry point: measures what it is told, or everything, and writes the report. */
@Command(
        name = "millrace bench",
        description = "Measures Millrace into a results directory, and makes a report of it.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    private static final String A_FLAG_OF_OURS = "-XX:InlineSmallCode=";

    @Parameters(
            paramLabel = "PART",
            description =
                    "What to do, see --list. Without any: everything, or with --quick a bit of what matters most.",
            arity = "0..*")
    private List<Part> parts = List.of();

    @Option(names = "--list", description = "List the parts, and what each is for.")
    private boolean list;

    @Option(names = "--quick", description = "Measure within minutes; figures are rough.")
    private boolean quick;

    @Option(
            names = "--results",
            description =
                    "Results directory, which the report is written into too: by default"
                            + " target/bench/jdk<version>, or with --quick target/bench/quick-jdk<version>, which is emptied first.")
    private Path results;

    @Option(names = "--replace", description = "Delete what the results directory holds before measuring.")
    private boolean replace;

    @Option(
            names = "--reference",
            description = "Retake the results that are checked in for this JDK: as --replace --remember --results"
                    + " perf-reports/results/jdk<version>.")
    private boolean reference;

    @Option(
            names = "--remember",
            description = "Add the ratios to the history of the results directory, as those of this commit.")
    private boolean remember;

    @Option(names = "--note", description = "What is to be seen: stands in the report, and in the history.")
    private String note;

    @Option(names = "--readme", description = "File whose block of key figures is brought up to date.")
    private Path readme;

    @Option(names = "--files", description = "Where journals are made: by default in shared memory.")
    private Path files = Scratch.usualParent();

    @Option(
            names = "--disk",
            description = "Where the journal is made that is recovered from, up to 10 GB, and those that are synced: by"
                    + " default in the directory for temporary files.")
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
            description = "Collectors that the sweep compares, where a JDK has them: ${COMPLETION-CANDIDATES}."
                    + " By default ${DEFAULT-VALUE}.",
            defaultValue = "SERIAL,PARALLEL,G1,Z")
    private List<Collector> collectors = List.of();

    @Option(names = "--plain", description = "Compare chains without classes of their own for operators.")
    private boolean plain;

    /** Results. */
    private final PrintStream out = System.out;

    /** Progress, which is no result. */
    private final PrintStream progress = System.err;

    private final List<Ratio> taken = new ArrayList<>();

    private Main() {}

    /** Exits with 0 if all was measured, with 1 if something failed, with 2 if the arguments are wrong. */
    public static void main(final String[] args) {
        System.exit(new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws RunnerException {
        if (list) {
            for (final Part part : Part.values()) {
                out.printf("%-10s %s%n", part.title(), part.meaning());
            }
            return 0;
        }
        requireFlags();
        // JMH prints its progress there.
        System.setOut(progress);
        final ResultsFolder folder = ResultsFolder.chosen(results, quick, reference);
        final Set<Part> chosen = chosen();
        final MachineContext context = note == null
                ? MachineContext.capture()
                : MachineContext.capture().withNote(note);
        if (replace || reference || folder.isTemporary()) {
            folder.clear();
        }
        final boolean measures = chosen.stream().anyMatch(part -> part != Part.REPORT);
        if (measures) {
            measure(chosen, context, folder.path());
        }
        if (remember || reference) {
            ResultsWriter.remember(folder.path());
        }
        if (chosen.contains(Part.REPORT)) {
            final Report report = Report.read(folder.path());
            report.writeTo(folder.path());
            if (readme != null) {
                report.updateKeyFigures(readme);
            }
            out.println((measures ? System.lineSeparator() + "All figures, with their context: " : "")
                    + folder.path().resolve(Report.PAGE));
        }
        return 0;
    }

    private Set<Part> chosen() {
        if (!parts.isEmpty()) {
            return EnumSet.copyOf(parts);
        }
        return quick ? Part.QUICK_LOOK : EnumSet.allOf(Part.class);
    }

    private static void requireFlags() {
        if (ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .noneMatch(argument -> argument.startsWith(A_FLAG_OF_OURS))) {
            throw new ReportException("started without the flags in config/jvm.options: figures would mean nothing."
                    + " Start with: java @config/jvm.options ...");
        }
    }

    private void measure(final Set<Part> chosen, final MachineContext machine, final Path into) throws RunnerException {
        final Effort effort = quick ? Effort.QUICK : Effort.FULL;
        final MachineContext context =
                quick ? machine.withNote("A quick look: fewer and shorter runs than figures need.") : machine;
        final ResultsWriter writer = ResultsWriter.into(into, context);
        final MachineWatch watch = new MachineWatch();
        if (chosen.contains(Part.CHAIN)) {
            new ChainComparison(effort, !plain).run(taker(writer));
        }
        if (chosen.contains(Part.DECODE)) {
            new DecodeComparison(effort).run(taker(writer));
        }
        if (chosen.contains(Part.BOOKS)) {
            new BookComparison(effort).run(taker(writer));
        }
        if (chosen.contains(Part.HOP)) {
            new HopComparison(effort).run(taker(writer));
        }
        if (chosen.contains(Part.JOURNALED)) {
            new JournaledComparison(effort, files).run(taker(writer));
        }
        if (chosen.contains(Part.OPERATORS)) {
            new OperatorsComparison(effort).run(taker(writer));
            new JmhRun(effort, files).operators(writer.jmhFile("operators"));
        }
        if (chosen.contains(Part.RECOVERY)) {
            new RecoveryComparison(effort, disk).run(taker(writer), progress::println);
        }
        if (chosen.contains(Part.SNAPSHOTS)) {
            new SnapshotComparison(effort, files).run(taker(writer), progress::println);
        }
        if (chosen.contains(Part.LATENCY)) {
            new LatencyHarness(files, context, writer).run(effort, progress::println);
        }
        if (chosen.contains(Part.SOCKET)) {
            new SocketHarness(files, context, writer).run(effort, progress::println);
        }
        if (chosen.contains(Part.JMH)) {
            final JmhRun run = new JmhRun(effort, files);
            run.intoMemory(writer.jmhFile("memory"));
            run.intoFiles(writer.jmhFile("journal"));
        }
        if (chosen.contains(Part.SWEEP)) {
            new Sweep(files, disk, into, context.commit()).run(effort, jdks, collectors, progress::println);
        }
        if (chosen.contains(Part.STEADY)) {
            new LongRun(files, into, context.commit()).run(effort, progress::println);
        }
        final MachineLoad load = watch.load();
        final List<MeasuredRun> latency = chosen.contains(Part.LATENCY)
                ? FlowRuns.usual(ResultsReader.read(into).latency())
                : List.of();
        new ClosingTable(quick).of(context, taken, latency, load).forEach(out::println);
    }

    private RatioTaker taker(final ResultsWriter writer) {
        return new RatioTaker(writer, taken, progress);
    }
}
