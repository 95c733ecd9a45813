package io.millrace.bench.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bench.cost.CpuTicks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineWatchTest {
    @TempDir
    private Path directory;

    private Path machine;
    private Path process;

    private void counters(final String cpu, final String own) throws IOException {
        machine = Files.writeString(directory.resolve("stat"), "cpu  " + cpu + " 0 0\ncpu0 1 2 3\n");
        process = Files.writeString(
                directory.resolve("self"), "77 (a b) c) S 1 77 77 0 -1 4194560 1 2 3 4 " + own + " 20 0 30\n");
    }

    @Test
    void tellsWhatOthersTookFromWhatThisProcessAndItsChildrenDid() throws IOException {
        counters("1000 0 500 8000 0 0 0 10", "100 50 10 5");
        final MachineWatch watch = new MachineWatch(() -> CpuTicks.read(machine, process));
        // 1,000 ticks later: 400 busy, of which 300 are ours, 20 stolen, the rest idle or waiting for a disk.
        counters("1300 0 600 8500 80 0 0 30", "300 100 50 15");
        final MachineLoad load = watch.load();
        assertThat(load.known()).isTrue();
        assertThat(load.foreignPercent()).isEqualTo(10);
        assertThat(load.stealPercent()).isEqualTo(2);
        assertThat(load.isForeignNoticeable()).isTrue();
        assertThat(load.isStealNoticeable()).isTrue();
        assertThat(load.mark()).contains("other programs took 10.0 % of the processors' time and the hypervisor 2.0 %");
        assertThat(load.warning())
                .hasValueSatisfying(text -> assertThat(text).endsWith(": what is lost may be theirs."));
    }

    @Test
    void findsAQuietMachineQuiet() throws IOException {
        counters("0 0 0 0 0 0 0 0", "0 0 0 0");
        final MachineWatch watch = new MachineWatch(() -> CpuTicks.read(machine, process));
        counters("5000 0 0 5000 0 0 0 0", "4900 0 0 0");
        final MachineLoad load = watch.load();
        assertThat(load.isForeignNoticeable()).isFalse();
        assertThat(load.isStealNoticeable()).isFalse();
        assertThat(load.mark()).isEmpty();
    }

    @Test
    void saysThatItDoesNotKnowWhereNothingIsTold() {
        final Path none = directory.resolve("none");
        assertThat(new MachineWatch(() -> CpuTicks.read(none, none)).load()).isEqualTo(MachineLoad.UNKNOWN);
    }
}
