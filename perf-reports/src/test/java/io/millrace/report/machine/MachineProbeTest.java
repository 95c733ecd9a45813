package io.millrace.report.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineProbeTest {
    private static final String CLOCK = "sys/devices/system/clocksource/clocksource0/";

    @TempDir
    private Path root;

    private MachineProbe probe;

    @BeforeEach
    void setUp() {
        probe = new MachineProbe(root);
    }

    @Test
    void readsWhatLinuxTells() throws IOException {
        file("proc/cpuinfo", """
                processor\t: 0
                model name\t: Example Processor 9000
                physical id\t: 0
                core id\t\t: 0
                flags\t\t: fpu hypervisor avx2

                processor\t: 1
                model name\t: Example Processor 9000
                physical id\t: 0
                core id\t\t: 0
                flags\t\t: fpu hypervisor avx2
                """);
        file("proc/meminfo", "MemTotal:       25165824 kB\nMemFree:        1 kB\n");
        file(CLOCK + "current_clocksource", "tsc\n");
        file(CLOCK + "available_clocksource", "tsc kvm-clock acpi_pm\n");
        file("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");
        file("sys/devices/system/cpu/isolated", "2-3\n");

        final Machine machine = probe.read();

        assertThat(machine.cpu()).isEqualTo("Example Processor 9000");
        assertThat(machine.physicalCores()).hasValue(1);
        assertThat(machine.memoryBytes()).hasValue(24L << 30);
        assertThat(machine.clockSource()).isEqualTo("tsc");
        assertThat(machine.transparentHugePages()).isEqualTo("madvise");
        assertThat(machine.isolatedCpus()).isEqualTo("2-3");
        assertThat(machine.virtualised()).isEqualTo("yes (KVM)");
        assertThat(machine.isVirtual()).isTrue();
    }

    @Test
    void takesAnEmptyListOfIsolatedProcessorsForNone() throws IOException {
        file("sys/devices/system/cpu/isolated", "\n");
        assertThat(probe.read().isolatedCpus()).isEqualTo("none");
    }

    @Test
    void knowsRealHardwareByItsFlags() throws IOException {
        file("proc/cpuinfo", "flags : fpu avx2\n");
        assertThat(probe.read().virtualised()).isEqualTo("no");
    }

    @Test
    void namesTheHypervisorThatNamesItself() throws IOException {
        file("sys/hypervisor/type", "xen\n");
        assertThat(probe.read().virtualised()).isEqualTo("yes (xen)");
    }

    @Test
    void saysUnknownWhereNothingIsTold() {
        final Machine machine = probe.read();
        assertThat(machine.cpu()).isEqualTo(Machine.UNKNOWN);
        assertThat(machine.clockSource()).isEqualTo(Machine.UNKNOWN);
        assertThat(machine.virtualised()).isEqualTo(Machine.UNKNOWN);
        assertThat(machine.transparentHugePages()).isEqualTo(Machine.UNKNOWN);
        assertThat(machine.isolatedCpus()).isEqualTo(Machine.UNKNOWN);
        assertThat(machine.memoryBytes()).isEmpty();
        assertThat(machine.physicalCores()).isEmpty();
    }

    @Test
    void takesDamagedFilesForAbsentOnes() throws IOException {
        file("proc/cpuinfo", "core id : 0\nno colon here\n: nameless\n");
        file("proc/meminfo", "MemTotal: a lot\n");
        file("sys/kernel/mm/transparent_hugepage/enabled", "[]");
        file(CLOCK + "current_clocksource", "");
        final Machine machine = probe.read();
        assertThat(machine.physicalCores()).isEmpty();
        assertThat(machine.memoryBytes()).isEmpty();
        assertThat(machine.transparentHugePages()).isEqualTo(Machine.UNKNOWN);
        assertThat(machine.clockSource()).isEqualTo(Machine.UNKNOWN);
    }

    @Test
    void measuresHowLongAReadingOfTheClockTakes() {
        assertThat(probe.read().clockReadNanos().orElseThrow()).isBetween(1.0, 10_000.0);
    }

    private void file(final String path, final String text) throws IOException {
        final Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
