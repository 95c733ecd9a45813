package io.millrace.report.machine;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The computer that measured, as far as it bears on latency. Texts are never empty: "unknown" where the platform does
 * not tell.
 *
 * <p>Thread: any. Immutable.
 *
 * @param cpu model name of the processor
 * @param processors logical processors that the JVM may use
 * @param physicalCores cores behind all logical processors of the machine
 * @param memoryBytes bytes of main memory
 * @param kernel name, version and architecture of the operating system
 * @param virtualised "no", or "yes" and the hypervisor if it is known
 * @param clockSource what the kernel reads the time from; anything but {@code tsc} makes each reading slow
 * @param clockReadNanos nanoseconds that one {@link System#nanoTime()} takes; part of every timed figure
 * @param transparentHugePages {@code always}, {@code madvise} or {@code never}
 * @param isolatedCpus processors that the scheduler leaves alone, as the kernel lists them; "none" for none
 */
public record Machine(
        String cpu,
        int processors,
        OptionalLong physicalCores,
        OptionalLong memoryBytes,
        String kernel,
        String virtualised,
        String clockSource,
        OptionalDouble clockReadNanos,
        String transparentHugePages,
        String isolatedCpus) {

    /** What a text says that the platform does not tell. */
    public static final String UNKNOWN = "unknown";

    /** Whether it is known to be a guest of a hypervisor. */
    public boolean isVirtual() {
        return virtualised.startsWith("yes");
    }
}
