package io.millrace.bench.guard;

import io.millrace.report.results.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Measures pieces, each again while one of its ratios seems lost: noise comes and goes, a regression stays. */
final class Guard {
    /** Measurements of a piece, the first one included. */
    static final int ATTEMPTS = 3;

    private final Judge judge;
    private final Function<Piece, List<Ratio>> measure;
    private final Consumer<String> progress;

    /**
     * @param measure  measures a piece
     * @param progress takes lines for who waits
     */
    Guard(final Judge judge, final Function<Piece, List<Ratio>> measure, final Consumer<String> progress) {
        this.judge = judge;
        this.measure = measure;
        this.progress = progress;
    }

    /** What has become of all ratios of these pieces. */
    List<Finding> watch(final List<Piece> pieces) {
        final List<Finding> findings = new ArrayList<>();
        for (final Piece piece : pieces) {
            progress.accept(piece.title() + " ...");
            final List<Ratio> measured = measure.apply(piece);
            final Map<String, Finding> best = new LinkedHashMap<>();
            measured.stream().map(judge::judge).forEach(finding -> best.put(finding.title(), finding));
            repeat(piece, best);
            findings.addAll(best.values());
            findings.addAll(judge.missing(piece, measured));
        }
        return findings;
    }

    private void repeat(final Piece piece, final Map<String, Finding> best) {
        for (int attempt = 2; attempt <= ATTEMPTS && best.values().stream().anyMatch(Finding::isLost); attempt++) {
            progress.accept(piece.title() + " once more, since this seems lost: "
                    + String.join(
                            "; ",
                            best.values().stream()
                                    .filter(Finding::isLost)
                                    .map(Finding::title)
                                    .toList()));
            for (final Ratio again : measure.apply(piece)) {
                final Finding finding = judge.judge(again);
                best.computeIfPresent(
                        finding.title(),
                        (title, before) ->
                                before.isLost() && finding.lossPercent() < before.lossPercent() ? finding : before);
            }
        }
    }
}
