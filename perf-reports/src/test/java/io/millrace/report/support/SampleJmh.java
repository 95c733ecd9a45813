package io.millrace.report.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** JMH result files in the form that JMH 1.37 writes. */
public final class SampleJmh {
    private final List<String> results = new ArrayList<>();
    private final Random random = new Random(7);

    /** Adds a benchmark of mean time per operation; the parameters are JSON fields. */
    public SampleJmh averageTime(final String benchmark, final String params, final double score, final double spread) {
        final List<String> iterations = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            iterations.add(number(score * (1 + spread * (random.nextDouble() - 0.5))));
        }
        return add(benchmark, "avgt", params, "ns/op", number(score), number(score * spread * 0.6), iterations);
    }

    /** Adds a benchmark with a single iteration, whose error JMH does not know. */
    public SampleJmh single(final String benchmark, final double score) {
        return add(benchmark, "avgt", "", "ns/op", number(score), "\"NaN\"", List.of(number(score)));
    }

    /** Adds a throughput benchmark. */
    public SampleJmh throughput(final String benchmark, final String params, final double score) {
        return add(benchmark, "thrpt", params, "ops/us", number(score), number(score * 0.04), List.of(number(score)));
    }

    /** Adds a benchmark that samples single operations: its raw data are histograms. */
    public SampleJmh sampled(final String benchmark, final double score) {
        return add(benchmark, "sample", "", "ns/op", number(score), number(score * 0.01), List.of());
    }

    private SampleJmh add(
            final String benchmark,
            final String mode,
            final String params,
            final String unit,
            final String score,
            final String error,
            final List<String> iterations) {
        final String raw = mode.equals("sample")
                ? "\"rawDataHistogram\" : [ [ [ [ 40.0, 3 ], [ 41.0, 7 ] ] ] ]"
                : "\"rawData\" : [ [ " + String.join(", ", iterations) + " ] ]";
        results.add("""
                {
                  "jmhVersion" : "1.37",
                  "benchmark" : "%s",
                  "mode" : "%s",
                  "threads" : 1,
                  "forks" : 2,
                  "jvm" : "/opt/jdk/bin/java",
                  "jvmArgs" : [ "-XX:+UseSerialGC", "-Xlog:gc,safepoint", "-Dsecret=hidden" ],
                  "jdkVersion" : "17.0.15",
                  "vmName" : "OpenJDK 64-Bit Server VM",
                  "vmVersion" : "17.0.15+6",
                  "warmupIterations" : 5,
                  "warmupTime" : "1 s",
                  "warmupBatchSize" : 1,
                  "measurementIterations" : 5,
                  "measurementTime" : "1 s",
                  "measurementBatchSize" : 1,
                  %s
                  "primaryMetric" : {
                    "score" : %s,
                    "scoreError" : %s,
                    "scoreConfidence" : [ "NaN", "NaN" ],
                    "scorePercentiles" : %s,
                    "scoreUnit" : "%s",
                    %s
                  },
                  "secondaryMetrics" : {
                    "gc.alloc.rate" : %s,
                    "gc.alloc.rate.norm" : %s
                  }
                }""".formatted(
                        benchmark,
                        mode,
                        params.isEmpty() ? "" : "\"params\" : { " + params + " },",
                        score,
                        error,
                        percentiles(score),
                        unit,
                        raw,
                        metric("0.004", "MB/sec"),
                        metric("0.0002", "B/op")));
        return this;
    }

    private static String percentiles(final String score) {
        return List.of("0.0", "50.0", "90.0", "95.0", "99.0", "99.9", "99.99", "99.999", "99.9999", "100.0").stream()
                .map(percentile -> "\"" + percentile + "\" : " + score)
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String metric(final String score, final String unit) {
        return "{ \"score\" : " + score + ", \"scoreError\" : \"NaN\", \"scoreConfidence\" : [ \"NaN\", \"NaN\" ],"
                + " \"scorePercentiles\" : { \"0.0\" : " + score + " }, \"scoreUnit\" : \"" + unit
                + "\", \"rawData\" : [ [ " + score + " ] ] }";
    }

    private static String number(final double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }

    /** The file. */
    public String json() {
        return results.stream().collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }
}
