package io.millrace.app.doctor.finding;

/**
 * Figures that were measured, all on virtual machines with 2 processors; {@code docs/tuning.md} has each with its
 * context. What was not measured is said to be so.
 */
public final class Measured {
    public static final String NOT = "not measured";

    public static final String NO_SPARE_CORE =
            "two busy threads on two processors: p99 of 1.2 to 4 ms at any rate; with a processor left free 8 to 19 µs"
                    + " at 500 k/s";
    public static final String ONE_THREAD_TOO_MANY =
            "a third busy thread on two processors: three times the p50 if threads yield, 4 to 5 ms if they spin";
    public static final String HELD_UP =
            "one spinning thread was held up for 0.3 to 1.9 ms at most, each of two on two processors for 3 to 14 ms";
    public static final String TICKS =
            "with HZ=250 and no spare processor, the longest delays were 4 and 8 ms: one and" + " two ticks";
    public static final String CLOCK = "a reading of the clock took 24 ns with tsc";
    public static final String FRESH_PAGE =
            "the first use of a page took 1.5 µs, or 11 µs where, probably, the host had to give memory, too";
    public static final String PAGES_THERE =
            "a journal ran at 29 to 43 M records/s on pages that were there, at 3 to 9 M/s on a growing file";
    public static final String NOT_INLINED =
            "a flow of nine steps took 18 ns an item in place of 8 when one method was" + " not inlined";
    public static final String NO_GARBAGE =
            "without garbage, 500 k/s: p99.9 of 46 µs with Serial, 51 with G1, 64 with ZGC, 81 with Epsilon, 396 with"
                    + " Parallel";
    public static final String GARBAGE =
            "with 32 MB/s of garbage: p99.99 of 2.4 to 2.7 ms with Serial, 4.1 to 5.7 with G1, 0.4 to 0.7 with ZGC, 6.4"
                    + " to 6.9 with Parallel";
    public static final String ON_DISK =
            "at 500 k/s in two threads: p90 of 1.7 ms and p99 of 18.6 ms on ext4; 9 µs and 2.5 to 3.2 ms on tmpfs";
    public static final String LARGE_PAGES =
            "a whole flow with its journal on tmpfs, as fast as it goes: 53 ns a trade with pages of 4 KiB, 21 to 38 with"
                    + " 2 MiB; but at 500 k/s a p99.9 of 31 to 62 µs mostly with 4 KiB, 116 and more with 2 MiB";

    private Measured() {}
}
