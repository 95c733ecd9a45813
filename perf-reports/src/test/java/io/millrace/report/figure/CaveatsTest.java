package io.millrace.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.report.machine.Machine;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.support.SampleResults;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CaveatsTest {
    @Test
    void saySoWhenTheMachineIsVirtualOrSmallOrShared() {
        assertThat(Caveats.of(SampleResults.context()))
                .anyMatch(caveat -> caveat.contains("virtual"))
                .anyMatch(caveat -> caveat.contains("With 2 processors"))
                .anyMatch(caveat -> caveat.contains("isolated"));
    }

    @Test
    void saySoWhenTheSourcesAreNotTheCommits() {
        assertThat(Caveats.of(SampleResults.context().withCommit("0123456789ab-dirty")))
                .anyMatch(caveat -> caveat.contains("reproduced"));
    }

    @Test
    void saySoWhenTheClockIsSlowOrPagesAreCompacted() {
        assertThat(Caveats.of(on("yes", 2, "hpet", "always", "none")))
                .anyMatch(caveat -> caveat.contains("hpet"))
                .anyMatch(caveat -> caveat.contains("compaction"));
    }

    @Test
    void areSilentOnAQuietMachine() {
        assertThat(Caveats.of(on("no", 16, "tsc", "madvise", "8-15"))).isEmpty();
    }

    private static MachineContext on(
            final String virtual, final int processors, final String clock, final String pages, final String isolated) {
        final MachineContext sample = SampleResults.context();
        final Machine machine = new Machine(
                "x",
                processors,
                OptionalLong.of(processors),
                OptionalLong.of(1L << 34),
                "x",
                virtual,
                clock,
                OptionalDouble.of(20),
                pages,
                isolated);
        return new MachineContext(sample.when(), sample.commit(), machine, sample.jvm(), List.of());
    }
}
