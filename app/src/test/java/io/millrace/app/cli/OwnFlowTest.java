package io.millrace.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.support.CaptureFile;
import io.millrace.app.terminal.Console;
import io.millrace.connectors.Lines;
import io.millrace.connectors.TextTarget;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.binance.BinanceVenue;
import io.millrace.operators.Flow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A flow of somebody's own, run from the command line. */
@Timeout(60)
class OwnFlowTest {
    @TempDir
    private Path temp;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(final Path output, final String... args) {
        final Flow flow = new Flow(
                "own",
                steps -> steps.input(
                                "trades",
                                VenueFeed.capture(BinanceVenue.SPOT, temp.resolve("capture"))
                                        .trades())
                        .output("lines", Lines.to(TextTarget.of(output.toString()))));
        return OwnFlow.execute(
                flow,
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        false),
                args);
    }

    @Test
    void runsLiveAndFromItsJournal() throws IOException {
        CaptureFile.write(temp.resolve("capture"), 2_000);
        final String journal = temp.resolve("journal").toString();
        assertThat(run(temp.resolve("first"), "--journal", journal))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(run(temp.resolve("again"), "--replay", journal, "--layout", "threaded"))
                .isZero();
        assertThat(temp.resolve("again")).isNotEmptyFile().hasSameTextualContentAs(temp.resolve("first"));
    }

    @Test
    void isDrawnAndOpensNothing() {
        assertThat(run(temp.resolve("lines"), "--graph"))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("flowchart TD\nsubgraph own[");
        out.reset();
        assertThat(run(temp.resolve("lines"), "--graph", "dot", "--layout", "threaded"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"trades\" -> \"lines\";");
        assertThat(err.size()).isZero();
        assertThat(temp).isEmptyDirectory();
        assertThat(run(temp.resolve("lines"), "--graph", "--no-journal")).isEqualTo(Use.EXIT_CODE);
        assertThat(run(temp.resolve("lines"), "--graph", "svg")).isEqualTo(Use.EXIT_CODE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("MERMAID, DOT, JSON");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(run(temp.resolve("first"), "--no-journal")).isEqualTo(Failures.EXIT_CODE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("capture").hasLineCount(1);
        assertThat(run(temp.resolve("second"), "--frob")).isEqualTo(Use.EXIT_CODE);
        assertThat(run(temp.resolve("third"), "--replay", "x", "--no-journal")).isEqualTo(Use.EXIT_CODE);
    }
}
