package io.millrace.app.doctor.jvm;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of a JVM.
 *
 * @param feature    17, 25
 * @param version    with its build
 * @param arguments  what it was started with, for itself
 * @param options    values of {@code -XX} options; empty for one that it does not have, or does not show
 * @param properties values of system properties; empty for one that is not set
 */
public record RunningJvm(
        int feature,
        String version,
        List<String> arguments,
        Function<String, Optional<String>> options,
        Function<String, Optional<String>> properties) {
    private static final List<String> COLLECTORS = List.of("Serial", "Parallel", "G1", "Z", "Shenandoah", "Epsilon");

    /** Copies the list. */
    public RunningJvm {
        arguments = List.copyOf(arguments);
    }

    /** The one that runs this. */
    public static RunningJvm current() {
        final HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return new RunningJvm(
                Runtime.version().feature(),
                System.getProperty("java.runtime.version"),
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                name -> option(options, name),
                name -> Optional.ofNullable(System.getProperty(name)));
    }

    private static Optional<String> option(final HotSpotDiagnosticMXBean options, final String name) {
        if (options == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(options.getVMOption(name).getValue());
        } catch (final IllegalArgumentException e) {
            // It has none of that name, or hides it until diagnostic ones are unlocked.
            return Optional.empty();
        }
    }

    /** The value of an option. */
    Optional<String> option(final String name) {
        return options.apply(name);
    }

    /** Whether an option is on. */
    boolean isOn(final String name) {
        return option(name).filter("true"::equals).isPresent();
    }

    /** Whether values of options can be read at all; only HotSpot lets them. */
    boolean showsOptions() {
        return option("MaxHeapSize").isPresent();
    }

    /** The collector; empty if it is none that we know. */
    public Optional<String> collector() {
        return COLLECTORS.stream().filter(name -> isOn("Use" + name + "GC")).findFirst();
    }
}
