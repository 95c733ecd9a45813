package io.millrace.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.support.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On this machine, whatever it is. */
@Timeout(60)
class DoctorCommandTest {
    @TempDir
    private Path temp;

    @Test
    void looksAtThisMachineAndChangesNothing() {
        final Path journal = temp.resolve("not/yet");
        final Cli cli = Cli.run("doctor", "--watch", "10ms", "--journal", journal);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out()).contains("layout fused", "clock source", "garbage collector", "(" + journal + ")");
        assertThat(cli.out()).contains("docs/tuning.md").doesNotContain("\u001b");
        assertThat(cli.exitCode()).isEqualTo(cli.out().contains("\n0 bad,") ? 0 : Failures.EXIT_CODE);
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void speaksToPrograms() {
        final Cli cli = Cli.run("doctor", "--watch", "10ms", "--json");
        assertThat(cli.out())
                .startsWith("{")
                .contains("\"subject\": \"clock source\"")
                .endsWith("}\n");
        assertThat(cli.exitCode()).isEqualTo(cli.out().contains("\"bad\": 0,") ? 0 : Failures.EXIT_CODE);
    }

    @Test
    void refusesWhatItCanNotLookAt() throws IOException {
        final Path file = Files.createFile(temp.resolve("file"));
        final Cli noDirectory = Cli.run("doctor", "--journal", file);
        assertThat(noDirectory.err()).contains("is no directory").hasLineCount(1);
        assertThat(noDirectory.exitCode()).isEqualTo(Use.EXIT_CODE);
        final Cli tooLong = Cli.run("doctor", "--watch", "2m");
        assertThat(tooLong.err()).contains("a minute at most").hasLineCount(1);
        assertThat(tooLong.exitCode()).isEqualTo(Use.EXIT_CODE);
    }
}
