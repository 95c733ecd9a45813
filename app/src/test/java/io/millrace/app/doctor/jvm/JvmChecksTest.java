package io.millrace.app.doctor.jvm;

import static io.millrace.app.doctor.finding.Verdict.BAD;
import static io.millrace.app.doctor.finding.Verdict.BETTER;
import static io.millrace.app.doctor.finding.Verdict.OK;
import static io.millrace.app.doctor.finding.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.doctor.FakeJvm;
import io.millrace.app.doctor.FakeMachine;
import io.millrace.app.doctor.Findings;
import io.millrace.app.doctor.finding.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmChecksTest {
    private static final String HIDDEN = "this JVM does not show its options";

    @TempDir
    private Path root;

    @Nested
    class CompactHeaders {
        @Test
        void areOff() {
            Findings.of(new CompactHeadersCheck(new FakeJvm(17).jvm())).are(OK);
            Findings.of(new CompactHeadersCheck(new FakeJvm(25)
                            .option("UseCompactObjectHeaders", false)
                            .jvm()))
                    .are(OK);
        }

        @Test
        void spoilData() {
            Findings.of(new CompactHeadersCheck(new FakeJvm(25)
                            .option("UseCompactObjectHeaders", true)
                            .jvm()))
                    .are(BAD)
                    .found("JDK-8380060", "-XX:-UseCompactObjectHeaders");
        }

        @Test
        void canNotBeTold() {
            Findings.of(new CompactHeadersCheck(new FakeJvm(25).withoutOptions().jvm()))
                    .are(UNKNOWN)
                    .found(HIDDEN);
        }
    }

    @Nested
    class Collector {
        @ParameterizedTest
        @CsvSource({
            "Serial, 17, OK",
            "Z, 25, OK",
            "Z, 17, BETTER",
            "G1, 25, BETTER",
            "Parallel, 25, BETTER",
            "Epsilon, 25, BETTER",
            "Shenandoah, 25, UNKNOWN"
        })
        void isRightOrNot(final String name, final int jdk, final Verdict verdict) {
            Findings.of(new CollectorCheck(
                            new FakeJvm(jdk).option("Use" + name + "GC", true).jvm()))
                    .are(verdict)
                    .found(name);
        }

        @Test
        void costsWhatWasMeasured() {
            Findings.of(new CollectorCheck(
                            new FakeJvm(25).option("UseG1GC", true).jvm()))
                    .found("51 with G1", "4.1 to 5.7 with G1", "-XX:+UseSerialGC");
        }

        @Test
        void canNotBeTold() {
            Findings.of(new CollectorCheck(new FakeJvm(25).jvm())).are(UNKNOWN);
        }
    }

    @Nested
    class PreTouch {
        private Findings look(final boolean on, final long first, final long most) {
            return Findings.of(new PreTouchCheck(new FakeJvm(25)
                    .option("AlwaysPreTouch", on)
                    .option("InitialHeapSize", first)
                    .option("MaxHeapSize", most)
                    .jvm()));
        }

        @Test
        void isOnOrOff() {
            look(true, 1L << 30, 1L << 30).are(OK).found("1.0 GiB");
            look(false, 1L << 30, 1L << 30).are(BETTER).found("-XX:+AlwaysPreTouch");
        }

        @Test
        void reachesOnlyWhatIsThereAtTheStart() {
            look(true, 1L << 29, 1L << 30).are(BETTER).found("only 512 MiB of 1.0 GiB");
        }

        @Test
        void canNotBeTold() {
            Findings.of(new PreTouchCheck(new FakeJvm(25).withoutOptions().jvm()))
                    .are(UNKNOWN)
                    .found(HIDDEN);
        }
    }

    @Nested
    class LargePages {
        private Findings look(final int reserved, final FakeJvm jvm) {
            final FakeMachine machine = new FakeMachine(root);
            machine.with("proc/meminfo", "HugePages_Total:      " + reserved + "\nHugePages_Free:        0\n");
            return Findings.of(new LargePagesCheck(machine.tree(), jvm.jvm()));
        }

        private FakeJvm using() {
            return new FakeJvm(25).option("UseLargePages", true);
        }

        @Test
        void areReservedForThoseWhoUseThem() {
            look(0, new FakeJvm(25)).are(OK).found("none");
            look(512, using()).are(OK).found("512, which the JVM uses");
        }

        @Test
        void areMissing() {
            look(0, using()).are(BETTER).found("as root: sysctl vm.nr_hugepages");
        }

        @Test
        void areIdle() {
            look(512, new FakeJvm(25)).are(BETTER).found("does not use them");
            look(512, using().option("UseTransparentHugePages", true)).are(BETTER);
        }

        @Test
        void canNotBeTold() {
            Findings.of(new LargePagesCheck(new FakeMachine(root).tree(), using().jvm()))
                    .are(UNKNOWN);
        }
    }

    @Nested
    class Limits {
        private Findings look(final String files, final String locked, final FakeJvm jvm) {
            final FakeMachine machine = new FakeMachine(root);
            machine.with(
                    "proc/self/limits",
                    "Limit                     Soft Limit           Hard Limit           Units     \n"
                            + "Max open files            " + files + "                1048576              files     \n"
                            + "Max locked memory         " + locked
                            + "              unlimited            bytes     \n");
            return Findings.of(new LimitsCheck(machine.tree(), jvm.jvm()));
        }

        @Test
        void areEnough() {
            look("65536", "8388608", new FakeJvm(25)).are(OK, OK).found("65536", "8.0 MiB");
            look("unlimited", "unlimited", new FakeJvm(25)).are(OK, OK);
        }

        @Test
        void ofFilesAreLow() {
            look("1024", "8388608", new FakeJvm(25)).are(BETTER, OK).found("ulimit -n 65536", "as root");
        }

        @Test
        void ofLockedMemoryMatterForHugePages() {
            final FakeJvm jvm = new FakeJvm(25).option("UseLargePages", true);
            look("65536", "8388608", jvm).are(OK, BETTER).found("ulimit -l unlimited");
            look("65536", "1073741824", jvm).are(OK, OK);
        }

        @Test
        void canNotBeTold() {
            Findings.of(new LimitsCheck(new FakeMachine(root).tree(), new FakeJvm(25).jvm()))
                    .are(UNKNOWN, UNKNOWN);
        }
    }

    @Nested
    class ThisOne {
        @Test
        void tellsOfItself() {
            final RunningJvm jvm = RunningJvm.current();
            assertThat(jvm.feature()).isEqualTo(Runtime.version().feature());
            assertThat(jvm.showsOptions()).isTrue();
            assertThat(jvm.option("NoSuchOption")).isEmpty();
            assertThat(jvm.collector()).isPresent();
        }
    }
}
