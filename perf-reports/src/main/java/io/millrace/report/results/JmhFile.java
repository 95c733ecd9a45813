package io.millrace.report.results;

import io.millrace.report.machine.JvmFlags;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code jmh/*.json}, as JMH's option {@code -rf json} writes it. */
final class JmhFile {
    private JmhFile() {}

    static List<JmhResult> read(final Path file) {
        return JsonFields.ofList(file).stream()
                .map(fields -> fields.make(() -> result(fields)))
                .toList();
    }

    private static JmhResult result(final JsonFields fields) {
        final JsonFields primary = fields.fields("primaryMetric");
        return new JmhResult(
                fields.text("benchmark"),
                fields.text("mode"),
                params(fields),
                conditions(fields),
                metric(primary),
                primary.has("rawData") ? primary.decimals("rawData") : List.of(),
                percentiles(primary),
                secondary(fields));
    }

    private static JmhResult.Conditions conditions(final JsonFields fields) {
        return new JmhResult.Conditions(
                fields.count("threads"),
                fields.count("forks"),
                fields.count("warmupIterations") + " × " + fields.text("warmupTime"),
                fields.count("measurementIterations") + " × " + fields.text("measurementTime"),
                fields.text("jdkVersion"),
                fields.text("vmName"),
                JvmFlags.published(fields.texts("jvmArgs")));
    }

    private static Metric metric(final JsonFields fields) {
        return new Metric(fields.decimalOrNaN("score"), fields.decimalOrNaN("scoreError"), fields.text("scoreUnit"));
    }

    private static SortedMap<String, String> params(final JsonFields fields) {
        final SortedMap<String, String> params = new TreeMap<>();
        if (fields.has("params")) {
            final JsonFields values = fields.fields("params");
            values.names().forEach(name -> params.put(name, values.textOrEmpty(name)));
        }
        return params;
    }

    private static Map<Double, Double> percentiles(final JsonFields primary) {
        return primary.decimalsByName("scorePercentiles").entrySet().stream()
                .collect(Collectors.toMap(entry -> Double.valueOf(entry.getKey()), Map.Entry::getValue));
    }

    private static SortedMap<String, Metric> secondary(final JsonFields fields) {
        final SortedMap<String, Metric> metrics = new TreeMap<>();
        if (fields.has("secondaryMetrics")) {
            final JsonFields values = fields.fields("secondaryMetrics");
            values.names().forEach(name -> metrics.put(name, metric(values.fields(name))));
        }
        return metrics;
    }
}
