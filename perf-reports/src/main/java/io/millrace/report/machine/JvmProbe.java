package io.millrace.report.machine;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Reads the running JVM. */
final class JvmProbe {
    private static final List<String> COLLECTORS = List.of("Serial", "Parallel", "G1", "Z", "Shenandoah", "Epsilon");

    private JvmProbe() {}

    static Jvm read() {
        return new Jvm(
                property("java.runtime.version"),
                property("java.vendor"),
                property("java.vm.name"),
                collector(),
                JvmFlags.published(ManagementFactory.getRuntimeMXBean().getInputArguments()));
    }

    private static String property(final String name) {
        final String value = System.getProperty(name, "").strip();
        return value.isEmpty() ? Machine.UNKNOWN : value;
    }

    private static String collector() {
        final HotSpotDiagnosticMXBean flags = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return COLLECTORS.stream()
                .filter(name -> flags != null && isOn(flags, "Use" + name + "GC"))
                .findFirst()
                .orElse(Machine.UNKNOWN);
    }

    private static boolean isOn(final HotSpotDiagnosticMXBean flags, final String flag) {
        try {
            return Boolean.parseBoolean(flags.getVMOption(flag).getValue());
        } catch (final IllegalArgumentException e) {
            // A collector that this JVM was built without.
            return false;
        }
    }
}
