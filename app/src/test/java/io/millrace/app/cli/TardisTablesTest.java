package io.millrace.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.support.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** CSV files of tardis.dev, from the command line. */
@Timeout(60)
class TardisTablesTest {
    private static final String HEADER = "exchange,symbol,timestamp,local_timestamp,id,side,price,amount";

    @TempDir
    private Path temp;

    private Path write(final String... lines) throws IOException {
        return Files.write(temp.resolve("bitmex_trades.csv"), List.of(lines));
    }

    @Test
    void runFlows() throws IOException {
        final Path trades = write(
                HEADER,
                "bitmex,XBTUSD,1583020803145000,1583020803307160,7,sell,8531.5,2152",
                "bitmex,XBTUSD,1583020803276000,1583020803336743,8,buy,8532,1");
        final Path output = temp.resolve("out.csv");
        final Cli cli = Cli.run(
                "run", "trades", "--venue", "tardis", "--capture", trades, "--output", "csv:" + output, "--no-journal");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(output).hasContent("""
                        instrument,trade_id,price,size,side,trades,exchange_time,receive_time
                        bitmex:XBTUSD,7,8531.5,2152,sell,1,1583020803145000000,1583020803307160000
                        bitmex:XBTUSD,8,8532.0,1,buy,1,1583020803276000000,1583020803336743000
                        """);
    }

    private static void refused(final int exitCode, final String message, final Object... args) {
        final Cli cli = Cli.run(args);
        assertThat(cli.err()).contains(message).hasLineCount(1).doesNotContain("\tat ");
        assertThat(cli.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void haveNothingToConnectTo() {
        final String message = "name its files with --capture";
        refused(Use.EXIT_CODE, message, "run", "trades", "--venue", "tardis", "--no-journal");
        refused(Use.EXIT_CODE, message, "run", "trades", "--venue", "tardis", "--symbols", "X", "--no-journal");
        assertThat(Cli.run("venues").out()).containsPattern("tardis .*captures only");
    }

    @Test
    void areToldToBeSo() throws IOException {
        final Path trades = write(HEADER, "bitmex,XBTUSD,1583020803145000,1583020803307160,7,sell,8531.5,2152");
        refused(
                Failures.EXIT_CODE,
                "name tardis as the venue",
                "run",
                "trades",
                "--venue",
                "deribit",
                "--capture",
                trades,
                "--output",
                "csv:" + temp.resolve("out.csv"),
                "--no-journal");
    }
}
