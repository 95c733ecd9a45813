package io.millrace.bench.cost;

import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the JVM did within a stretch of time, from the lines of its log.
 *
 * <pre>
 *   [68324747531022ns][9223][safepoint      ] Safepoint "Cleanup", Time since last: 5 ns, Reaching safepoint: 3 ns, At ...
 *   [68324747531022ns][9230][jit,compilation] 1904       4       io.millrace.engine.x.Y::onRecord (30 bytes)
 *   [68324747531022ns][9230][jit,compilation] 1904       4       io.millrace.engine.x.Y::onRecord (30 bytes)   made not entrant
 *   [68324747531022ns][9597][deoptimization ] cid=1904     level=4 io.millrace.engine.x.Y.onRecord(J)V trap_bci=3 ...
 *    nanoTime          thread
 * </pre>
 *
 * @param safepoints            times that all threads were stopped
 * @param safepointNanos        for how long in all, from the request on
 * @param longestSafepointNanos how long the longest took
 * @param compilations          of methods of Millrace
 * @param deoptimizations       times that a thread of the flow fell back from compiled code; on JVMs that don't log that,
 *                              such as that of JDK 17, optimised code of Millrace's methods that was thrown away
 */
record VmEvents(
        OptionalLong safepoints,
        OptionalLong safepointNanos,
        OptionalLong longestSafepointNanos,
        OptionalLong compilations,
        OptionalLong deoptimizations) {
    /** Nobody knows. */
    static final VmEvents UNKNOWN = new VmEvents(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());

    private static final Pattern LINE = Pattern.compile("\\[(\\d+)ns]\\[(\\d+)\\s*]\\[([a-z,]+)\\s*] (.*)");
    private static final Pattern REACHING = Pattern.compile("Reaching safepoint: (\\d+) ns");
    private static final Pattern TOTAL = Pattern.compile("Total: (\\d+) ns");
    private static final Pattern COMPILED = Pattern.compile("\\s*\\d+ (?:[%sbn! ]{5,7})\\s*([1-4])\\s+(\\S+)(.*)");
    private static final String OURS = "io.millrace.";
    private static final String THROWN_AWAY = "made not entrant";
    private static final String OPTIMISED = "4";
    private static final String SAFEPOINT = "safepoint";
    private static final String COMPILATION = "jit,compilation";
    private static final String DEOPTIMIZATION = "deoptimization";

    /**
     * Reads a log.
     *
     * @param from           beginning of the stretch, by {@link System#nanoTime}
     * @param to             its end
     * @param threads        numbers of the flow's threads in the system
     * @param tellsFallBacks whether the JVM logs each time that a thread falls back from compiled code
     */
    static VmEvents of(
            final Stream<String> lines,
            final long from,
            final long to,
            final Set<Long> threads,
            final boolean tellsFallBacks) {
        final Count count = new Count(threads, tellsFallBacks);
        lines.map(LINE::matcher)
                .filter(Matcher::matches)
                .filter(line -> Long.parseLong(line.group(1)) >= from && Long.parseLong(line.group(1)) <= to)
                .forEach(count::add);
        return new VmEvents(
                OptionalLong.of(count.safepoints),
                OptionalLong.of(count.nanos),
                OptionalLong.of(count.longest),
                OptionalLong.of(count.compilations),
                OptionalLong.of(count.deoptimizations));
    }

    private static final class Count {
        private final Set<Long> threads;
        private final boolean tellsFallBacks;
        private long safepoints;
        private long nanos;
        private long longest;
        private long compilations;
        private long deoptimizations;

        Count(final Set<Long> threads, final boolean tellsFallBacks) {
            this.threads = threads;
            this.tellsFallBacks = tellsFallBacks;
        }

        void add(final Matcher line) {
            final String text = line.group(4);
            switch (line.group(3)) {
                case SAFEPOINT -> safepoint(text);
                case COMPILATION -> compilation(COMPILED.matcher(text));
                case DEOPTIMIZATION -> {
                    if (threads.contains(Long.valueOf(line.group(2)))) {
                        deoptimizations++;
                    }
                }
                default -> {
                    // Nothing that was asked for.
                }
            }
        }

        private void safepoint(final String text) {
            final Matcher total = TOTAL.matcher(text);
            if (REACHING.matcher(text).find() && total.find()) {
                final long took = Long.parseLong(total.group(1));
                safepoints++;
                nanos += took;
                longest = Math.max(longest, took);
            }
        }

        private void compilation(final Matcher compiled) {
            if (!compiled.matches() || !compiled.group(2).startsWith(OURS)) {
                return;
            }
            if (!compiled.group(3).contains("made not ")) {
                compilations++;
            } else if (!tellsFallBacks
                    && compiled.group(1).equals(OPTIMISED)
                    && compiled.group(3).contains(THROWN_AWAY)) {
                deoptimizations++;
            }
        }
    }
}
