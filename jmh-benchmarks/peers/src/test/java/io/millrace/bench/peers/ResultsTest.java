package io.millrace.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bench.peers.job.Average;
import io.millrace.bench.peers.job.Averaged;
import io.millrace.bench.peers.job.Bar;
import io.millrace.bench.peers.job.Results;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as the same results. */
class ResultsTest {
    private static final long END = 100;

    private final Results expected = new Results(1);
    private final Results actual = new Results(1);

    @TempDir
    private Path directory;

    @BeforeEach
    void expectTwo() {
        expected.up(candle(1, 10, 3.5));
        expected.down(candle(2, 10, 4.5));
    }

    private static Averaged candle(final int instrument, final long start, final double average) {
        final Bar bar = new Bar();
        bar.add(instrument, 4, 1);
        bar.start = start;
        final Averaged averaged = Averaged.of(bar, new Average());
        averaged.average = average;
        return averaged;
    }

    private String difference() {
        final Path right = directory.resolve("expected");
        final Path found = directory.resolve("actual");
        expected.write(right, END);
        actual.write(found, END);
        return Results.difference(right, found).orElse("none");
    }

    @Test
    void theOrderOfInstrumentsIsNoDifference() {
        actual.down(candle(2, 10, 4.5));
        actual.up(candle(1, 10, 3.5));
        assertThat(difference()).isEqualTo("none");
    }

    @Test
    void theLastBitOfAnAverageIsADifference() {
        actual.up(candle(1, 10, Math.nextUp(3.5)));
        actual.down(candle(2, 10, 4.5));
        assertThat(difference()).startsWith("candle 0 of instrument 1, window 10: average should be ");
    }

    @Test
    void theOtherBranchIsADifference() {
        actual.up(candle(1, 10, 3.5));
        actual.up(candle(2, 10, 4.5));
        assertThat(difference()).isEqualTo("candle 1 of instrument 2, window 10: up should be 0, is 1");
    }

    @Test
    void aCandleTooFewIsADifference() {
        actual.up(candle(1, 10, 3.5));
        assertThat(difference()).isEqualTo("should be 2 candles, are 1");
    }

    @Test
    void windowsOfTheTradesThatCloseDoNotCount() {
        actual.up(candle(1, 10, 3.5));
        actual.down(candle(2, 10, 4.5));
        actual.up(candle(1, END, 7));
        assertThat(difference()).isEqualTo("none");
    }
}
