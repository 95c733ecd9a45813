package io.millrace.report.results;

import io.millrace.report.machine.MachineContext;
import java.util.List;

/**
 * All that a results directory holds, checked and complete.
 *
 * <p>Thread: one.
 *
 * @param context where and when it was measured
 * @param ratios comparisons, in the order of their file
 * @param latency latency runs, in the order of their names
 * @param jmh JMH results, in the order of their files and within them
 * @param history ratios of earlier commits
 */
public record Results(
        MachineContext context, List<Ratio> ratios, List<MeasuredRun> latency, List<JmhResult> jmh, History history) {
    /** Copies the lists. */
    public Results {
        ratios = List.copyOf(ratios);
        latency = List.copyOf(latency);
        jmh = List.copyOf(jmh);
    }
}
