package io.millrace.report.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What JMH measured for one benchmark with one set of parameters.
 *
 * <p>Thread: any. Immutable.
 *
 * @param benchmark full name of the method
 * @param mode JMH's short name of the mode: {@code thrpt}, {@code avgt}, {@code sample}, {@code ss}
 * @param params parameters by name
 * @param conditions how it was run
 * @param primary the score
 * @param iterations score of each measured iteration; empty in mode {@code sample}
 * @param percentiles score by percentile; in mode {@code sample} of operations, otherwise of iterations
 * @param secondary what profilers and counters added, by name
 */
public record JmhResult(
        String benchmark,
        String mode,
        SortedMap<String, String> params,
        Conditions conditions,
        Metric primary,
        List<Double> iterations,
        Map<Double, Double> percentiles,
        SortedMap<String, Metric> secondary) {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /**
     * How a benchmark was run.
     *
     * @param threads threads that call it
     * @param forks JVMs started, one after the other; 0 if it ran in JMH's own
     * @param warmup iterations and their length, like "5 × 1 s"
     * @param measurement the same for the measured ones
     * @param jdk version of the JDK
     * @param vm name of the virtual machine
     * @param flags arguments of the JVM, see {@link io.millrace.report.machine.JvmFlags}
     */
    public record Conditions(
            int threads, int forks, String warmup, String measurement, String jdk, String vm, List<String> flags) {
        /** Copies the flags. */
        public Conditions {
            flags = List.copyOf(flags);
        }
    }

    /** Copies what could change. */
    public JmhResult {
        params = new TreeMap<>(params);
        iterations = List.copyOf(iterations);
        percentiles = Map.copyOf(percentiles);
        secondary = new TreeMap<>(secondary);
    }

    /** Name of the class, without its package. */
    public String type() {
        final String qualified = benchmark.substring(0, Math.max(0, benchmark.lastIndexOf('.')));
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    /** Name of the method. */
    public String method() {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    /** The parameters in words: "bytes=64, threads=2". */
    public String paramText() {
        return params.entrySet().stream()
                .map(param -> param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Bytes allocated per operation, if the profiler {@code gc} was on. */
    public Optional<Metric> allocation() {
        // Older versions of JMH put a dot before the names of profilers' metrics.
        return secondary.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(ALLOCATION))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
