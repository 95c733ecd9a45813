package io.millrace.report.machine;

import java.util.List;

/**
 * The Java runtime that measured.
 *
 * <p>Thread: any. Immutable.
 *
 * @param version version with build, like {@code 17.0.15+6}
 * @param vendor who built it
 * @param vm name of the virtual machine
 * @param gc name of the collector: Serial, Parallel, G1, Z, Shenandoah or Epsilon
 * @param flags the arguments it was started with that change how code runs, see {@link JvmFlags}
 */
public record Jvm(String version, String vendor, String vm, String gc, List<String> flags) {
    /** Copies the flags. */
    public Jvm {
        flags = List.copyOf(flags);
    }
}
