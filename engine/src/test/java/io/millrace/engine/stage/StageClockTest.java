package io.millrace.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StageClockTest {
    private final StageClock clock = new StageClock();

    @Test
    void leavesDowntimeOutOfRunningTime() {
        clock.advanceTo(100);
        assertThat(clock.running()).isEqualTo(100);
        clock.resume(50);
        assertThat(clock.now()).isEqualTo(100);
        assertThat(clock.running()).isEqualTo(100);
        assertThat(clock.downtime()).isEqualTo(50);
        clock.advanceTo(160);
        assertThat(clock.running()).isEqualTo(110);
    }

    @Test
    void letsRunningTimeStandStillWhileTheProcessWasDown() {
        clock.advanceTo(100);
        clock.resume(50);
        clock.set(130);
        assertThat(clock.running()).isEqualTo(100);
        clock.resume(7);
        clock.set(150);
        assertThat(clock.running()).isEqualTo(100);
        clock.set(158);
        assertThat(clock.running()).isEqualTo(101);
    }

    @Test
    void countsDowntimeBeforeTheFirstRecord() {
        clock.resume(50);
        clock.advanceTo(60);
        assertThat(clock.running()).isEqualTo(10);
    }

    @Test
    void knowsTheLatestThatAnyStageWrote() {
        clock.advanceTo(100);
        clock.resume(50);
        clock.advanceTo(170);
        final StateWriter out = new StateWriter();
        clock.writeState(out);
        new StageClock().writeState(out);
        final StageClock other = new StageClock();
        final StateReader in = new StateReader(out.buffer(), 0, out.length());
        other.readState(in);
        other.readState(in);
        assertThat(other.now()).isEqualTo(170);
        assertThat(other.running()).isEqualTo(120);
        other.set(120);
        assertThat(other.running()).isEqualTo(100);
    }

    @Test
    void isLikeNewAfterAReset() {
        clock.advanceTo(100);
        clock.resume(50);
        clock.reset();
        clock.advanceTo(20);
        assertThat(clock.running()).isEqualTo(20);
    }
}
