package io.millrace.report.figure;

import io.millrace.report.results.JmhResult;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Benchmarks of one class, in one mode and unit: those that may be compared by eye.
 *
 * @param type name of the class, without its package
 * @param mode JMH's short name of the mode
 * @param unit unit of the scores
 * @param results in the order in which JMH wrote them
 */
public record JmhGroup(String type, String mode, String unit, List<JmhResult> results) {
    /** Copies the results. */
    public JmhGroup {
        results = List.copyOf(results);
    }

    /** All results, by group in the order in which groups first appear. */
    public static List<JmhGroup> of(final List<JmhResult> results) {
        final List<JmhGroup> groups = new ArrayList<>();
        for (final JmhGroup key : results.stream().map(JmhGroup::key).distinct().toList()) {
            groups.add(new JmhGroup(
                    key.type,
                    key.mode,
                    key.unit,
                    results.stream().filter(result -> key(result).equals(key)).toList()));
        }
        return groups;
    }

    private static JmhGroup key(final JmhResult result) {
        return new JmhGroup(result.type(), result.mode(), result.primary().unit(), List.of());
    }

    /** Names of all parameters that any of them has. */
    public List<String> params() {
        final TreeSet<String> names = new TreeSet<>();
        results.forEach(result -> names.addAll(result.params().keySet()));
        return List.copyOf(names);
    }

    /** What the scores mean, and which way is better. */
    public String meaning() {
        return switch (mode) {
            case "thrpt" -> "throughput, more is better";
            case "avgt" -> "mean time per operation, less is better";
            case "sample" -> "sampled time per operation, less is better";
            case "ss" -> "time of a single cold call, less is better";
            default -> "mode " + mode;
        };
    }

    /** Whether percentiles of operations were sampled. */
    public boolean hasPercentiles() {
        return mode.equals("sample");
    }

    /** What its plot must have room for: scores with their errors and iterations, but no more than twice any score. */
    public double greatest() {
        final double score =
                greatestOf(results.stream().map(result -> result.primary().score()));
        final double extent = greatestOf(results.stream()
                .flatMap(result -> Stream.concat(
                        result.iterations().stream(),
                        Stream.of(result.primary().score() + result.primary().error()))));
        return Math.max(score, Math.min(extent, 2 * score));
    }

    private static double greatestOf(final Stream<Double> values) {
        return values.filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
