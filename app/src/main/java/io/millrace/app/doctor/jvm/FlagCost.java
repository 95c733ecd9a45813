package io.millrace.app.doctor.jvm;

import io.millrace.app.doctor.finding.Measured;
import io.millrace.app.doctor.finding.Verdict;
import java.util.List;

/**
 * What it costs to leave a flag out.
 *
 * @param flag      how the flag begins, up to its value
 * @param verdict   how bad that is
 * @param oldestJdk the first JDK for which it matters
 * @param newestJdk the last one
 * @param cost      in words
 */
record FlagCost(String flag, Verdict verdict, int oldestJdk, int newestJdk, String cost) {
    private static final int ANY = Integer.MAX_VALUE;

    /** The last JDK that stops all threads every second by itself. */
    private static final int LAST_WITH_SAFEPOINTS = 22;

    /** The first JDK that warns of native code and of Unsafe. */
    private static final int FIRST_WITH_WARNINGS = 24;

    /** JDK 17 has no such option. */
    private static final int FIRST_WITH_INLINE_RATIO = 18;

    private static final List<FlagCost> KNOWN = List.of(
            bad("--add-opens=java.base/java.lang.reflect", "no journal can be opened: IllegalAccessException"),
            bad(
                    "--add-opens=java.base/sun.nio.ch",
                    "no journal can be opened: \"Can't append to a read-only chronicle\""),
            bad("--add-exports=java.base/jdk.internal.misc", "nothing runs: IllegalAccessError"),
            better("--add-exports=java.base/jdk.internal.ref", 0, ANY, "a warning at the start"),
            better("--enable-native-access", FIRST_WITH_WARNINGS, ANY, "four lines of warning at the start"),
            better("--sun-misc-unsafe-memory-access", FIRST_WITH_WARNINGS, ANY, "four lines of warning at the start"),
            better(
                    "-Dchronicle.analytics.disable",
                    0,
                    ANY,
                    "nothing as long as Millrace switches Chronicle's usage analytics off itself, as it does"),
            better("-XX:InlineSmallCode", 0, ANY, Measured.NOT_INLINED),
            better("-XX:MaxInlineLevel", 0, ANY, "deep flows are not inlined whole; " + Measured.NOT + " alone"),
            better(
                    "-XX:InlineFrequencyRatio",
                    FIRST_WITH_INLINE_RATIO,
                    ANY,
                    "steps behind rare branches are not inlined; " + Measured.NOT + " alone"),
            better("-XX:+ShowHiddenFrames", 0, ANY, "no time: stack traces leave out compiled stages"),
            better(
                    "-XX:-OmitStackTraceInFastThrow",
                    0,
                    ANY,
                    "no time: an exception that is thrown often loses its stack trace"),
            better(
                    "-XX:GuaranteedSafepointInterval",
                    0,
                    LAST_WITH_SAFEPOINTS,
                    "all threads are stopped once a second; " + Measured.NOT));

    /** The cost of leaving this one out. */
    static FlagCost of(final String flag) {
        return KNOWN.stream()
                .filter(cost -> flag.startsWith(cost.flag))
                .findFirst()
                .orElse(better(flag, 0, ANY, Measured.NOT));
    }

    /** Whether it matters for a JDK. */
    boolean matters(final int jdk) {
        return jdk >= oldestJdk && jdk <= newestJdk;
    }

    private static FlagCost bad(final String flag, final String cost) {
        return new FlagCost(flag, Verdict.BAD, 0, ANY, cost);
    }

    private static FlagCost better(final String flag, final int oldest, final int newest, final String cost) {
        return new FlagCost(flag, Verdict.BETTER, oldest, newest, cost);
    }
}
