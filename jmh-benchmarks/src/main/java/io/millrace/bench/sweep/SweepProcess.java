package io.millrace.bench.sweep;

import io.millrace.bench.chain.Records;
import io.millrace.bench.journaled.Scratch;
import io.millrace.bench.latency.ConstantArrivals;
import io.millrace.bench.latency.LatencyCase;
import io.millrace.bench.latency.LatencyMeasurement;
import io.millrace.bench.latency.Schedule;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.LatencyRun;
import io.millrace.report.results.ResultsWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** The process of one case of a sweep. */
public final class SweepProcess {
    private final SweepCase what;
    private final Path files;
    private final String where;
    private final MachineContext context;
    private final ResultsWriter results;

    private SweepProcess(
            final SweepCase what,
            final Path files,
            final String where,
            final MachineContext context,
            final ResultsWriter results) {
        this.what = what;
        this.where = where;
        this.files = files;
        this.context = context;
        this.results = results;
    }

    /** The arguments that {@link #main} takes. */
    static List<String> arguments(
            final SweepCase what, final SweepPlan plan, final Scratch files, final Path results, final String commit) {
        final List<String> arguments = new ArrayList<>(what.arguments());
        arguments.addAll(List.of(
                files.renew("files").toString(),
                files.describe(),
                results.toString(),
                commit,
                Integer.toString(plan.warmUpSeconds()),
                Integer.toString(plan.measuredSeconds())));
        plan.rates().forEach(rate -> arguments.add(rate.toString()));
        return arguments;
    }

    /** Entry point: takes {@link #arguments}. */
    public static void main(final String[] args) {
        final List<String> all = List.of(args);
        final List<String> rest = all.subList(SweepCase.ARGUMENTS, all.size());
        final MachineContext context = MachineContext.capture().withCommit(rest.get(3));
        final SweepProcess process = new SweepProcess(
                SweepCase.parse(all),
                Path.of(rest.get(0)),
                rest.get(1),
                context,
                ResultsWriter.addingTo(Path.of(rest.get(2)), context));
        for (final String rate : rest.subList(6, rest.size())) {
            final Schedule schedule = new Schedule(
                    new ConstantArrivals(Long.parseLong(rate)),
                    Integer.parseInt(rest.get(4)),
                    Integer.parseInt(rest.get(5)));
            if (!process.holds(schedule)) {
                break;
            }
        }
    }

    /** Whether a rate holds, so that the next may be tried. */
    private boolean holds(final Schedule schedule) {
        final LatencyCase each = new LatencyCase(what.layout(), what.journal(), what.waitMode(), schedule);
        final LatencyMeasurement measurement = new LatencyMeasurement(each);
        try (Scratch scratch = new Scratch(files)) {
            if (each.journal().isOn() && !what.onDisk()) {
                scratch.touch(schedule.total() * Records.LENGTH);
            }
            measurement.run(scratch);
            final LatencyRun run = measurement
                    .describe(where, context.jvm())
                    .study(what.study().title())
                    .title(each.title() + ", " + each.waitName())
                    .build();
            final List<Histogram> latencies = measurement.histograms();
            results.latency("sweep-" + what.name() + "-" + schedule.arrivals().ratePerSecond(), run, latencies);
            final Optional<String> broken =
                    BreakingPoint.of(measurement.ended(), schedule.measured(), run.load(), latencies);
            System.out.println("sweep, " + what.name() + ", "
                    + schedule.arrivals().ratePerSecond() + "/s: " + broken.orElse("holds"));
            return broken.isEmpty();
        }
    }
}
