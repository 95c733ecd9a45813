package io.millrace.report.results;

/**
 * What a latency run measured. Runs that differ only in their rate have equal set-ups, and are one line in a plot over
 * rates.
 *
 * <p>Thread: any. Immutable.
 *
 * @param study heading that it is reported under, beside others that are to be compared with it; empty for the usual one
 * @param flow what each record goes through, like "tee: candle, z-score"
 * @param layout how the flow is laid out on threads, like "fused"
 * @param journal whether there was a journal, and how durable: "off", "memory-mapped", "sync per batch"
 * @param waitStrategy how threads wait for work
 * @param threads busy threads, the sending one among them
 * @param pinned the processors that threads were pinned to, "no" for none
 * @param gc collector
 * @param jdk version of the JDK
 * @param arrivals when records come: "constant", or what bursts they come in
 * @param from what each latency was counted from
 */
public record RunSetup(
        String study,
        String flow,
        String layout,
        String journal,
        String waitStrategy,
        int threads,
        String pinned,
        String gc,
        String jdk,
        String arrivals,
        LatencyStart from) {
    /** Records come one by one, always the same time apart. */
    public static final String CONSTANT = "constant";

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if something is missing
     */
    public RunSetup {
        Required.value("study", study);
        Required.text("flow", flow);
        Required.text("layout", layout);
        Required.text("journal", journal);
        Required.text("waitStrategy", waitStrategy);
        Required.that(threads > 0, "\"threads\" is " + threads + ": a run has at least one");
        Required.text("pinned", pinned);
        Required.text("gc", gc);
        Required.text("jdk", jdk);
        Required.text("arrivals", arrivals);
        Required.value("from", from);
    }
}
