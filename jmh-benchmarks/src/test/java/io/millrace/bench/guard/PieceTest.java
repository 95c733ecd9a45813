package io.millrace.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bench.compare.Effort;
import io.millrace.report.results.Ratio;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PieceTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void measuresWhatItGuards(final Piece piece) {
        final List<Ratio> ratios = new ArrayList<>();
        piece.measure(Effort.SMOKE, directory, ratios::add);
        assertThat(ratios).isNotEmpty().allMatch(piece::guards);
        assertThat(directory).isEmptyDirectory();
    }
}
