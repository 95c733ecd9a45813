package io.millrace.report.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what the kernel tells about the machine. */
final class MachineProbe {
    private static final String CPU_INFO = "proc/cpuinfo";
    private static final long BYTES_PER_KIB = 1024;

    /** Enough for a mean that is right to a nanosecond, in well under a tenth of a second. */
    private static final int CLOCK_READINGS = 1_000_000;

    private final SystemFiles files;

    MachineProbe(final Path root) {
        files = new SystemFiles(root);
    }

    Machine read() {
        return new Machine(
                cpu(),
                Runtime.getRuntime().availableProcessors(),
                physicalCores(),
                memoryBytes(),
                kernel(),
                virtualised(),
                files.line("sys/devices/system/clocksource/clocksource0/current_clocksource")
                        .filter(source -> !source.isEmpty())
                        .orElse(Machine.UNKNOWN),
                OptionalDouble.of(clockReadNanos()),
                hugePages(),
                files.line("sys/devices/system/cpu/isolated")
                        .map(cpus -> cpus.isEmpty() ? "none" : cpus)
                        .orElse(Machine.UNKNOWN));
    }

    private String cpu() {
        return Stream.of("model name", "Model", "cpu")
                .flatMap(name -> files.values(CPU_INFO, name))
                .filter(model -> !model.isEmpty())
                .findFirst()
                .orElse(Machine.UNKNOWN);
    }

    private OptionalLong physicalCores() {
        final List<String> packages =
                new ArrayList<>(files.values(CPU_INFO, "physical id").toList());
        final List<String> cores =
                new ArrayList<>(files.values(CPU_INFO, "core id").toList());
        if (cores.isEmpty() || cores.size() != packages.size()) {
            return OptionalLong.empty();
        }
        final Set<String> distinct = new HashSet<>();
        for (int i = 0; i < cores.size(); i++) {
            distinct.add(packages.get(i) + "/" + cores.get(i));
        }
        return OptionalLong.of(distinct.size());
    }

    private OptionalLong memoryBytes() {
        return files.values("proc/meminfo", "MemTotal")
                .map(value -> value.replace(" kB", ""))
                .filter(value -> value.matches("\\d{1,15}"))
                .mapToLong(value -> Long.parseLong(value) * BYTES_PER_KIB)
                .findFirst();
    }

    private static String kernel() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch");
    }

    /** On x86 the flag {@code hypervisor} decides; elsewhere only a hypervisor that names itself is seen. */
    private String virtualised() {
        final Optional<String> name = hypervisor();
        final List<String> flags = files.values(CPU_INFO, "flags").toList();
        if (flags.stream().anyMatch(line -> List.of(line.split(" ")).contains("hypervisor")) || name.isPresent()) {
            return "yes" + name.map(known -> " (" + known + ")").orElse("");
        }
        return flags.isEmpty() ? Machine.UNKNOWN : "no";
    }

    private Optional<String> hypervisor() {
        final Optional<String> type = files.line("sys/hypervisor/type").filter(known -> !known.isEmpty());
        if (type.isPresent()) {
            return type;
        }
        return files.line("sys/devices/system/clocksource/clocksource0/available_clocksource")
                .filter(sources -> sources.contains("kvm-clock"))
                .map(sources -> "KVM");
    }

    private String hugePages() {
        final String modes =
                files.line("sys/kernel/mm/transparent_hugepage/enabled").orElse("");
        final int start = modes.indexOf('[');
        final int end = modes.indexOf(']', start + 1);
        return start >= 0 && end > start + 1 ? modes.substring(start + 1, end) : Machine.UNKNOWN;
    }

    private static double clockReadNanos() {
        long last = 0;
        double fastest = Double.MAX_VALUE;
        // The first rounds run interpreted, and any round may be interrupted: the fastest one is the cost of a reading.
        for (int round = 0; round < 5; round++) {
            final long start = System.nanoTime();
            for (int i = 0; i < CLOCK_READINGS / 5; i++) {
                last = System.nanoTime();
            }
            fastest = Math.min(fastest, (last - start) / (CLOCK_READINGS / 5.0));
        }
        return Math.round(fastest * 10) / 10.0;
    }
}
