package io.millrace.bench;

import io.millrace.bench.closing.MachineWatch;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.ResultsWriter;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Takes the ratios of one part as they come: marks those during which others used the processors, writes them, and shows
 * them.
 *
 * <p>Thread: one.
 */
final class RatioTaker implements Consumer<Ratio> {
    private final ResultsWriter writer;
    private final List<Ratio> taken;
    private final PrintStream progress;
    private MachineWatch watch = new MachineWatch();

    /**
     * The first ratio counts from here.
     *
     * @param taken gets them, too
     */
    RatioTaker(final ResultsWriter writer, final List<Ratio> taken, final PrintStream progress) {
        this.writer = writer;
        this.taken = taken;
        this.progress = progress;
    }

    @Override
    public void accept(final Ratio measured) {
        final Ratio ratio = watch.load()
                .mark()
                .map(mark -> measured.with("meanwhile " + mark))
                .orElse(measured);
        writer.ratios(List.of(ratio));
        taken.add(ratio);
        progress.printf(
                Locale.ROOT,
                "%-28s %-56s %6.3f (%s)  %8.1f ns, %s %.1f ns%n    %s%n",
                ratio.group(),
                ratio.name(),
                ratio.value(),
                ratio.target(),
                ratio.subject().nanosPerOp(),
                ratio.baseline().label(),
                ratio.baseline().nanosPerOp(),
                ratio.context());
        watch = new MachineWatch();
    }
}
