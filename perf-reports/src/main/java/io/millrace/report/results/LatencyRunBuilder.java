package io.millrace.report.results;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Describes a latency run field by field; see {@link RunSetup}, {@link RunLoad} and {@link Disturbance} for what they mean.
 * Every field must be given, and what can't be measured on a platform is given as empty; but for those that say what is
 * taken if they are not.
 *
 * <p>Thread: one. Cold.
 */
public final class LatencyRunBuilder {
    private String title;
    private String study = "";
    private String flow;
    private String layout;
    private String journal;
    private String waitStrategy;
    private int threads;
    private String pinned;
    private String gc;
    private String jdk;
    private RunLoad load;
    private String arrivals = RunSetup.CONSTANT;
    private LatencyStart from;
    private Boolean foreignLoad;
    private OptionalDouble stealPercent;
    private OptionalLong voluntarySwitches;
    private OptionalLong involuntarySwitches;
    private OptionalLong minorFaults;
    private OptionalLong majorFaults;
    private OptionalLong allocatedBytes;
    private OptionalLong collections;
    private OptionalLong safepoints;
    private VmCost vm = VmCost.UNKNOWN;
    private List<ThreadCost> threadCosts = List.of();
    private RunStart start = RunStart.UNKNOWN;

    LatencyRunBuilder() {}

    /** Name of the run for readers. */
    public LatencyRunBuilder title(final String value) {
        title = value;
        return this;
    }

    /** Heading that it is reported under; the usual one if not given. */
    public LatencyRunBuilder study(final String value) {
        study = value;
        return this;
    }

    /** What each record goes through. */
    public LatencyRunBuilder flow(final String value) {
        flow = value;
        return this;
    }

    /** How the flow is laid out on threads. */
    public LatencyRunBuilder layout(final String value) {
        layout = value;
        return this;
    }

    /** Durability of the journal, "off" for none. */
    public LatencyRunBuilder journal(final String value) {
        journal = value;
        return this;
    }

    /** How threads wait, and how many of them are busy, the sending one among them. */
    public LatencyRunBuilder threads(final int count, final String wait) {
        threads = count;
        waitStrategy = wait;
        return this;
    }

    /** Processors that threads were pinned to, "no" for none. */
    public LatencyRunBuilder pinned(final String value) {
        pinned = value;
        return this;
    }

    /** Collector and version of the JDK. */
    public LatencyRunBuilder jvm(final String collector, final String version) {
        gc = collector;
        jdk = version;
        return this;
    }

    /** Rate and measured window. */
    public LatencyRunBuilder load(final RunLoad value) {
        load = value;
        return this;
    }

    /** When records come; at a constant rate if not given. */
    public LatencyRunBuilder arrivals(final String value) {
        arrivals = value;
        return this;
    }

    /** What each latency was counted from. */
    public LatencyRunBuilder from(final LatencyStart value) {
        from = value;
        return this;
    }

    /** Whether something else was seen to use the processors. */
    public LatencyRunBuilder foreignLoad(final boolean value) {
        foreignLoad = value;
        return this;
    }

    /** Share of processor time that the hypervisor gave to others, 0 to 100. */
    public LatencyRunBuilder stealPercent(final OptionalDouble value) {
        stealPercent = value;
        return this;
    }

    /** Context switches of the measured threads. */
    public LatencyRunBuilder contextSwitches(final OptionalLong voluntary, final OptionalLong involuntary) {
        voluntarySwitches = voluntary;
        involuntarySwitches = involuntary;
        return this;
    }

    /** Page faults of the measured threads. */
    public LatencyRunBuilder pageFaults(final OptionalLong minor, final OptionalLong major) {
        minorFaults = minor;
        majorFaults = major;
        return this;
    }

    /** Bytes that the measured threads allocated. */
    public LatencyRunBuilder allocatedBytes(final OptionalLong value) {
        allocatedBytes = value;
        return this;
    }

    /** Garbage collections. */
    public LatencyRunBuilder collections(final OptionalLong value) {
        collections = value;
        return this;
    }

    /** Times that the JVM stopped all threads. */
    public LatencyRunBuilder safepoints(final OptionalLong value) {
        safepoints = value;
        return this;
    }

    /** What the JVM did; unknown if not given. */
    public LatencyRunBuilder vm(final VmCost value) {
        vm = value;
        return this;
    }

    /** What happened to each measured thread; unknown if not given. */
    public LatencyRunBuilder threadCosts(final List<ThreadCost> value) {
        threadCosts = value;
        return this;
    }

    /** How long the run took to get going; unknown if not given. */
    public LatencyRunBuilder start(final RunStart value) {
        start = value;
        return this;
    }

    /**
     * The run.
     *
     * @throws IllegalArgumentException naming what is missing or can't be
     */
    public LatencyRun build() {
        return new LatencyRun(
                title,
                new RunSetup(study, flow, layout, journal, waitStrategy, threads, pinned, gc, jdk, arrivals, from),
                load,
                new Disturbance(
                        stealPercent,
                        voluntarySwitches,
                        involuntarySwitches,
                        minorFaults,
                        majorFaults,
                        allocatedBytes,
                        collections,
                        safepoints,
                        Required.value("foreignLoad", foreignLoad),
                        vm,
                        threadCosts),
                start);
    }
}
