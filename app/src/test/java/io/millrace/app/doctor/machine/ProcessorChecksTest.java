package io.millrace.app.doctor.machine;

import static io.millrace.app.doctor.finding.Verdict.BAD;
import static io.millrace.app.doctor.finding.Verdict.BETTER;
import static io.millrace.app.doctor.finding.Verdict.OK;
import static io.millrace.app.doctor.finding.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.doctor.FakeMachine;
import io.millrace.app.doctor.Findings;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorChecksTest {
    private static final String CPU = "sys/devices/system/cpu/";
    private static final String CLOCK = "sys/devices/system/clocksource/clocksource0/";

    @TempDir
    private Path root;

    private FakeMachine machine;

    @BeforeEach
    void build() {
        machine = new FakeMachine(root);
    }

    @Nested
    class Layouts {
        @Test
        void fusedNeedsOneProcessorAndOneForTheSystem() {
            Findings.of(new LayoutCheck(1)).are(BETTER, BETTER).found("the only processor");
            Findings.of(new LayoutCheck(2)).are(OK, BETTER);
        }

        @Test
        void threadedNeedsOneForEachThreadAndOneForTheSystem() {
            Findings.of(new LayoutCheck(2)).are(OK, BETTER).found("--layout fused", "p99 of 1.2 to 4 ms");
            Findings.of(new LayoutCheck(3)).are(OK, OK).found("up to 2 on 3 processors");
        }
    }

    @Nested
    class Quota {
        @Test
        void isNone() {
            machine.with("sys/fs/cgroup/cpu.max", "max 100000\n");
            Findings.of(new QuotaCheck(machine.tree())).are(OK);
        }

        @Test
        void isNoneInTheRootOfAllGroups() {
            machine.with("sys/fs/cgroup/cgroup.procs", "1\n");
            Findings.of(new QuotaCheck(machine.tree())).are(OK);
        }

        @Test
        void stopsThreads() {
            machine.with("sys/fs/cgroup/cpu.max", "150000 100000\n");
            Findings.of(new QuotaCheck(machine.tree())).are(BAD).found("1.5 processors", "periods of 100 ms");
        }

        @Test
        void stopsThreadsInGroupsOfVersionOne() {
            machine.with("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
            machine.with("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
            Findings.of(new QuotaCheck(machine.tree())).are(OK);
            machine.with("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "200000\n");
            Findings.of(new QuotaCheck(machine.tree())).are(BAD).found("2.0 processors");
        }

        @Test
        void canNotBeToldWithoutGroups() {
            Findings.of(new QuotaCheck(machine.tree())).are(UNKNOWN).found("there is no /sys/fs/cgroup");
        }
    }

    @Nested
    class Isolation {
        @Test
        void isThere() {
            machine.with(CPU + "isolated", "2-3\n").with(CPU + "nohz_full", "2-3\n");
            Findings.of(new IsolationCheck(machine.tree(), 4)).are(OK, OK).found("2-3");
        }

        @Test
        void isWorthItFromFourProcessorsOn() {
            machine.with(CPU + "isolated", "\n").with(CPU + "nohz_full", "  (null)\n");
            Findings.of(new IsolationCheck(machine.tree(), 4))
                    .are(BETTER, BETTER)
                    .found("isolcpus=", "as root", "--pin");
            Findings.of(new IsolationCheck(machine.tree(), 3))
                    .are(BETTER, BETTER)
                    .found("4 processors or more")
                    .notFound("isolcpus=");
        }

        @Test
        void hasATickWhereTheKernelKnowsNothingElse() {
            machine.with(CPU + "isolated", "2-3\n");
            Findings.of(new IsolationCheck(machine.tree(), 4)).are(OK, BETTER);
        }

        @Test
        void canNotBeTold() {
            Findings.of(new IsolationCheck(machine.tree(), 4)).are(UNKNOWN, UNKNOWN);
        }
    }

    @Nested
    class Governor {
        @Test
        void keepsTheFrequency() {
            machine.with(CPU + "cpu0/cpufreq/scaling_governor", "performance\n");
            machine.with(CPU + "cpu1/cpufreq/scaling_governor", "performance\n");
            Findings.of(new GovernorCheck(machine.tree())).are(OK).found("performance");
        }

        @Test
        void ofOneProcessorIsEnoughToSlowDown() {
            machine.with(CPU + "cpu0/cpufreq/scaling_governor", "performance\n");
            machine.with(CPU + "cpu1/cpufreq/scaling_governor", "powersave\n");
            Findings.of(new GovernorCheck(machine.tree()))
                    .are(BETTER)
                    .found("performance, powersave", "as root: cpupower");
        }

        @Test
        void isTheHostsWithoutAFile() {
            machine.with(CPU + "isolated", "\n");
            Findings.of(new GovernorCheck(machine.tree())).are(UNKNOWN).found("scaling_governor", "the host decides");
        }
    }

    @Nested
    class Clock {
        private Findings look() {
            return Findings.of(new ClockCheck(machine.tree(), () -> 23.6));
        }

        @ParameterizedTest
        @ValueSource(strings = {"tsc", "arch_sys_counter"})
        void isACounterOfTheProcessor(final String source) {
            machine.with(CLOCK + "current_clocksource", source + "\n");
            look().are(OK).found(source, "24 ns now");
        }

        @Test
        void goesThroughTheHypervisor() {
            machine.with(CLOCK + "current_clocksource", "kvm-clock\n")
                    .with(CLOCK + "available_clocksource", "kvm-clock tsc acpi_pm\n");
            look().are(BETTER).found("as root: echo tsc");
        }

        @Test
        void isADevice() {
            machine.with(CLOCK + "current_clocksource", "hpet\n")
                    .with(CLOCK + "available_clocksource", "hpet acpi_pm\n");
            look().are(BAD).found("only hpet acpi_pm", "not measured").notFound("echo tsc");
        }

        @Test
        void canNotBeTold() {
            look().are(UNKNOWN).found("24 ns now");
        }

        @Test
        void isReadInMoreThanNoTime() {
            assertThat(ClockReading.nanos()).isPositive();
        }
    }

    @Nested
    class Mitigations {
        private static final String FAULTS = CPU + "vulnerabilities/";

        @Test
        void areNotActive() {
            machine.with(FAULTS + "meltdown", "Not affected\n").with(FAULTS + "spectre_v2", "Vulnerable\n");
            Findings.of(new MitigationsCheck(machine.tree())).are(OK);
        }

        @Test
        void costTime() {
            machine.with(FAULTS + "meltdown", "Mitigation: PTI\n").with(FAULTS + "tsa", "Not affected\n");
            Findings.of(new MitigationsCheck(machine.tree()))
                    .are(BETTER)
                    .found("active: meltdown", "mitigations=off", "takes a protection away")
                    .notFound("tsa");
        }

        @Test
        void canNotBeTold() {
            Findings.of(new MitigationsCheck(machine.tree())).are(UNKNOWN);
        }
    }
}
