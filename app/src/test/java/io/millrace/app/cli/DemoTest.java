package io.millrace.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.support.Cli;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo: an exchange, a feed, a flow and a journal in one process. */
@Timeout(120)
class DemoTest {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"fused", "threaded"})
    void endsWithASummaryAndAJournalThatReplays(final String layout) {
        final Path journal = temp.resolve("journal");
        final Cli demo = Cli.run(
                "demo",
                "--duration",
                "5s",
                "--interval",
                "500ms",
                "--late-by",
                "200ms",
                "--layout",
                layout,
                "--journal",
                journal);
        assertThat(demo.exitCode()).as(demo.err()).isZero();
        assertThat(demo.out()).contains("p99", "alerts", "millrace replay demo --journal " + journal);

        final Cli replay = Cli.candles("replay", "demo", "--journal", journal);
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        final long candles = replay.out().lines().count() - 1;
        assertThat(candles).isPositive();
        assertThat(demo.out()).contains(" " + candles + " candles");
    }

    @Test
    void journalsOnlyWhereItIsTold() {
        final Cli demo = Cli.run("demo", "--duration", "1s", "--no-journal");
        assertThat(demo.exitCode()).as(demo.err()).isZero();
        assertThat(demo.out()).doesNotContain("journal: ");
    }
}
