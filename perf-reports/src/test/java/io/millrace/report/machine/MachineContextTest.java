package io.millrace.report.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineContextTest {
    @Test
    void capturesThisMachineWithoutGaps() {
        final MachineContext context = MachineContext.capture();
        assertThat(context.when()).isEqualTo(context.when().truncatedTo(ChronoUnit.SECONDS));
        assertThat(context.commit()).isNotBlank();
        assertThat(context.machine().processors()).isPositive();
        assertThat(context.machine().kernel()).isNotBlank();
        assertThat(context.jvm().version()).isEqualTo(Runtime.version().toString());
        assertThat(context.jvm().gc()).isIn("Serial", "Parallel", "G1", "Z", "Shenandoah", "Epsilon");
        assertThat(context.notes()).isEmpty();
    }

    @Test
    void keepsAllElseWhenANoteOrACommitIsGiven() {
        final MachineContext context = MachineContext.capture();
        final MachineContext changed =
                context.withCommit("abc").withNote("first").withNote("second");
        assertThat(changed.commit()).isEqualTo("abc");
        assertThat(changed.notes()).containsExactly("first", "second");
        assertThat(changed.machine()).isEqualTo(context.machine());
        assertThat(changed.jvm()).isEqualTo(context.jvm());
        assertThat(changed.when()).isEqualTo(context.when());
    }

    @Test
    void knowsNoCommitOutsideARepository(@TempDir final Path directory) {
        assertThat(SourceCommit.of(directory)).isEqualTo(Machine.UNKNOWN);
    }

    @Test
    void publishesFlagsButNeitherPathsNorSecrets() {
        assertThat(JvmFlags.published(List.of(
                        "-XX:+UseSerialGC",
                        "-Xmx2g",
                        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                        "-Dpassword=x",
                        "-Djava.io.tmpdir=/home/someone",
                        "-javaagent:/home/someone/agent.jar",
                        "-Dchronicle.analytics.disable=true")))
                .containsExactly(
                        "-XX:+UseSerialGC",
                        "-Xmx2g",
                        "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                        "-Dchronicle.analytics.disable=true");
    }
}
