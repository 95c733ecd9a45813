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

class KernelChecksTest {
    @TempDir
    private Path root;

    private FakeMachine machine;

    @BeforeEach
    void build() {
        machine = new FakeMachine(root);
    }

    @Nested
    class Build {
        private Findings look() {
            return Findings.of(new KernelCheck(machine.tree()));
        }

        @Test
        void hasAFastTickAndPreempts() {
            machine.withZipped("proc/config.gz", "CONFIG_HZ_1000=y\nCONFIG_HZ=1000\nCONFIG_PREEMPT=y\n");
            look().are(OK, OK).found("HZ=1000", "full");
        }

        @Test
        void hasASlowTickAndPreemptsNothing() {
            machine.withZipped("proc/config.gz", "CONFIG_HZ=250\n# CONFIG_PREEMPT is not set\nCONFIG_PREEMPT_NONE=y\n");
            look().are(BETTER, BETTER).found("HZ=250", "4 and 8 ms", "none").notFound("preempt=full");
        }

        @Test
        void canBeToldToPreempt() {
            machine.withZipped("proc/config.gz", "CONFIG_HZ=250\nCONFIG_PREEMPT_NONE=y\nCONFIG_PREEMPT_DYNAMIC=y\n");
            look().are(BETTER, BETTER).found("kernel parameter: preempt=full");
            machine.with("proc/cmdline", "quiet preempt=full root=/dev/vda\n");
            look().are(BETTER, OK);
        }

        @Test
        void isReadFromWhereItIsInstalled() {
            machine.with("proc/sys/kernel/osrelease", "6.1.0\n")
                    .with("boot/config-6.1.0", "CONFIG_HZ=1000\nCONFIG_PREEMPT_RT=y\n");
            look().are(OK, OK).found("real time");
        }

        @Test
        void canNotBeTold() {
            machine.with("proc/sys/kernel/osrelease", "6.1.0\n").with("proc/config.gz", "not compressed");
            look().are(UNKNOWN, UNKNOWN).found("/boot/config-6.1.0");
        }
    }

    @Nested
    class HugePages {
        private static final String DIRECTORY = "sys/kernel/mm/transparent_hugepage/";

        private Findings look() {
            return Findings.of(new HugePagesCheck(machine.tree()));
        }

        @Test
        void areMadeForThoseWhoAsk() {
            machine.with(DIRECTORY + "enabled", "always [madvise] never\n");
            look().are(OK).found("madvise");
        }

        @Test
        void areMadeWhenever() {
            machine.with(DIRECTORY + "enabled", "[always] madvise never\n");
            look().are(BETTER).found("echo madvise", "clears or gathers 2 MiB");
        }

        @Test
        void canNotBeTold() {
            look().are(UNKNOWN);
        }
    }

    @Nested
    class Swap {
        private Findings look(final String total, final String free) {
            machine.with(
                    "proc/meminfo", "MemTotal: 8 kB\nSwapTotal:   " + total + " kB\nSwapFree:   " + free + " kB\n");
            return Findings.of(new SwapCheck(machine.tree()));
        }

        @Test
        void isThereOrNot() {
            look("0", "0").are(OK);
            look("1048576", "1048576").are(BETTER).found("1.0 GiB", "swappiness unknown");
        }

        @Test
        void isAvoided() {
            machine.with("proc/sys/vm/swappiness", "1\n");
            look("1048576", "1048576").are(OK);
            machine.with("proc/sys/vm/swappiness", "60\n");
            look("1048576", "1048576").are(BETTER).found("as root: sysctl vm.swappiness=1");
        }

        @Test
        void isInUse() {
            machine.with("proc/sys/vm/swappiness", "1\n");
            look("1048576", "1047552").are(BAD).found("1.0 MiB of 1.0 GiB in use", "swapoff");
        }

        @Test
        void canNotBeTold() {
            Findings.of(new SwapCheck(machine.tree())).are(UNKNOWN).found("there is no /proc/meminfo");
            machine.with("proc/meminfo", "MemTotal: 8 kB\n");
            Findings.of(new SwapCheck(machine.tree())).are(UNKNOWN).found("does not say it");
        }
    }

    @Nested
    class Virtual {
        private Findings look() {
            return Findings.of(new VirtualMachineCheck(machine.tree()));
        }

        @Test
        void isNot() {
            machine.with("proc/cpuinfo", "flags\t\t: fpu sse avx\n")
                    .with("sys/module/page_reporting/parameters/x", "1");
            look().are(OK, OK);
        }

        @Test
        void isWithoutReporting() {
            machine.with("proc/cpuinfo", "flags\t\t: fpu hypervisor avx\n");
            look().are(BETTER, OK);
        }

        @Test
        void givesPagesBack() {
            machine.with("proc/cpuinfo", "flags\t\t: fpu hypervisor avx\n")
                    .with("sys/module/page_reporting/parameters/reported_kib", "2097152\n");
            look().are(BETTER, BETTER).found("2.0 GiB", "11 µs", "free-page-reporting=off");
            machine.with("sys/module/page_reporting/parameters/reported_kib", "0\n");
            look().are(BETTER, OK);
        }

        @Test
        void mayGivePagesBack() {
            machine.with("sys/hypervisor/type", "xen\n")
                    .with("sys/module/page_reporting/parameters/page_reporting_order", "9\n");
            look().are(BETTER, UNKNOWN).found("yes, xen");
        }

        @Test
        void canNotBeTold() {
            look().are(UNKNOWN, UNKNOWN);
            machine.with("proc/cpuinfo", "Features\t: fp asimd\n");
            look().are(UNKNOWN, UNKNOWN);
        }
    }

    @Nested
    class Files {
        @Test
        void ofOtherSystemsAreNotExpected() {
            assertThat(new SystemTree(root, "Mac OS X").whyNot("proc/stat")).startsWith("Mac OS X does not tell");
        }

        @Test
        void thatAreDirectoriesAreNoTexts() {
            machine.with("proc/stat/x", "1");
            assertThat(machine.tree().line("proc/stat")).isEmpty();
            assertThat(machine.tree().whyNot("proc/stat")).contains("can't be read");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "-1", "99999999999999999999", "1 2"})
        void withoutANumberHaveNone(final String text) {
            machine.with("proc/x", text + "\n");
            assertThat(machine.tree().number("proc/x")).isEmpty();
        }
    }
}
