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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processors, of which 200 ticks go by while they are watched. */
class ActivityCheckTest {
    private static final long BEFORE = 1_000_000;

    @TempDir
    private Path root;

    private FakeMachine machine;

    @BeforeEach
    void build() {
        machine = new FakeMachine(root);
        write(0, 0, 0, 0);
    }

    /** Ticks of the machine and of the process itself. */
    private void write(final long user, final long idle, final long steal, final long own) {
        machine.with(
                        "proc/stat",
                        "cpu  " + (BEFORE + user) + " 0 0 " + (BEFORE + idle) + " 0 0 0 " + steal
                                + " 0 0\ncpu0 1\ncpu1 1\nintr 5\n")
                .with("proc/self/stat", "77 (my (odd) and long name) S 1 2 3 4 5 6 7 8 9 10 " + own + " 0 0 0 20\n");
    }

    private Findings watch(final long user, final long idle, final long steal, final long own) {
        return Findings.of(new ActivityCheck(machine.tree(), () -> write(user, idle, steal, own)));
    }

    @Test
    void isNone() {
        watch(0, 200, 0, 0).are(OK, OK).found("0.00 % of the processor time while watched");
    }

    @Test
    void ofTheProcessItselfDoesNotCount() {
        watch(100, 100, 0, 100).are(OK, OK).found("keep 0.0 of 2 processors busy");
    }

    @Test
    void ofOthersCosts() {
        watch(50, 150, 0, 0).are(OK, BETTER).found("keep 0.5 of 2 processors busy");
        build();
        watch(150, 50, 0, 0).are(OK, BAD).found("keep 1.5 of 2 processors busy");
    }

    @Test
    void ofTheHostCosts() {
        watch(0, 199, 1, 0).are(BETTER, OK).found("0.50 % of the processor time while watched");
        build();
        watch(0, 190, 10, 0).are(BAD, OK);
    }

    @Test
    void ofTheHostIsRememberedSinceTheStart() {
        watch(0, 200, 0, 0).are(OK, OK);
        machine.with("proc/stat", "cpu  1000 0 0 1000 0 0 0 20 0 0\ncpu0 1\n");
        Findings.of(new ActivityCheck(machine.tree(), () -> {}))
                .are(BETTER, OK)
                .found("0.99 % since the machine started");
    }

    @Test
    void canNotBeTold() {
        machine.with("proc/stat", "");
        watch(0, 0, 0, 0).are(UNKNOWN, UNKNOWN);
    }

    @Test
    void isNotWaitedForWhenInterrupted() {
        Findings.of(new ActivityCheck(machine.tree(), () -> {
                    throw new InterruptedException();
                }))
                .are(UNKNOWN, UNKNOWN);
        assertThat(Thread.interrupted()).isTrue();
    }
}
