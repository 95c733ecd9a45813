package io.millrace.report.results;

/**
 * The context of one latency histogram.
 *
 * <p>Thread: any. Immutable.
 *
 * @param title name of the run for readers
 * @param setup what was measured
 * @param load at which rate, and for how long
 * @param disturbance what disturbed it
 * @param start how long it took to get going
 */
public record LatencyRun(String title, RunSetup setup, RunLoad load, Disturbance disturbance, RunStart start) {
    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if something is missing
     */
    public LatencyRun {
        Required.text("title", title);
        Required.value("setup", setup);
        Required.value("load", load);
        Required.value("disturbance", disturbance);
        Required.value("start", start);
    }

    /** Describes a run, field by field. */
    public static LatencyRunBuilder builder() {
        return new LatencyRunBuilder();
    }
}
