package io.millrace.bench.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The JVM's own log of what it does, switched on for a while: what {@code jcmd VM.log} does, from inside.
 *
 * <p>Thread: one that is not the flow's. Allocation: when it begins and ends.
 */
final class VmLog {
    private static final String BEAN = "com.sun.management:type=DiagnosticCommand";
    private static final String COMMON = "safepoint=info,jit+compilation=debug";
    private static final String FALL_BACKS = ",deoptimization=debug";

    private final Path file;
    private final boolean isOn;
    private final boolean tellsFallBacks;

    private VmLog(final Path file, final boolean isOn, final boolean tellsFallBacks) {
        this.file = file;
        this.isOn = isOn;
        this.tellsFallBacks = tellsFallBacks;
    }

    /** Switches it on. */
    static VmLog begin() {
        try {
            // A file that is already there would be kept beside the log, as an older one.
            final Path file = Files.createTempDirectory("millrace-vm").resolve("vm.log");
            final boolean tellsFallBacks = configure(file, COMMON + FALL_BACKS);
            return new VmLog(file, tellsFallBacks || configure(file, COMMON), tellsFallBacks);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Switches it off; nothing of it is told. */
    VmEvents end() {
        return end(0, 0, Set.of());
    }

    /** Switches it off and tells what happened within a stretch of time; see {@link VmEvents#of}. */
    VmEvents end(final long from, final long to, final Set<Long> threads) {
        if (isOn) {
            configure(file, "all=off");
        }
        try {
            return isOn && to > from ? read(from, to, threads) : VmEvents.UNKNOWN;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete();
        }
    }

    private VmEvents read(final long from, final long to, final Set<Long> threads) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return VmEvents.of(lines, from, to, threads, tellsFallBacks);
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.getParent());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the JVM understood that; it says nothing then. */
    private static boolean configure(final Path file, final String what) {
        try {
            final Object answer = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName(BEAN),
                            "vmLog",
                            new Object[] {
                                new String[] {"output=file=" + file, "what=" + what, "decorators=timenanos,tid,tags"}
                            },
                            new String[] {String[].class.getName()});
            return String.valueOf(answer).isBlank();
        } catch (final JMException e) {
            return false;
        }
    }
}
