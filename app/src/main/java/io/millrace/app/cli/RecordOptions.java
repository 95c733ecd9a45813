package io.millrace.app.cli;

import io.millrace.app.run.Recording;
import io.millrace.journal.Journal;
import io.millrace.journal.model.Durability;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a live run's input is kept. */
final class RecordOptions {
    private static final Path USUAL_PLACE = Path.of("millrace-data");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description = "Where all input is recorded; must not hold a journal yet. Default: millrace-data/FLOW-TIME.")
    private Path journal;

    @Option(names = "--no-journal", description = "Record nothing: there will be nothing to replay.")
    private boolean none;

    @Option(
            names = "--durability",
            paramLabel = "process|batch|interval:MS",
            defaultValue = "process",
            description = "What input survives: the end of the process, or, from batch to batch or every so many"
                    + " milliseconds, of the machine. Default: ${DEFAULT-VALUE}.")
    private Durability durability;

    /** Whether anything was asked for. */
    boolean isGiven() {
        return none || journal != null;
    }

    /** What was asked for; checked, so that nothing is begun that would overwrite something. */
    Recording recording(final String flow, final Map<String, String> arguments) {
        if (none && journal != null) {
            throw new Use("--journal and --no-journal contradict each other: choose one");
        }
        final Optional<Path> directory =
                none ? Optional.empty() : Optional.of(journal != null ? journal : usualPlace(flow));
        directory.ifPresent(place -> Use.check(() -> Journal.requireNone(place)));
        return new Recording(directory, durability, arguments);
    }

    private static Path usualPlace(final String flow) {
        return USUAL_PLACE.resolve(flow + "-" + TIME.format(LocalDateTime.now(ZoneId.systemDefault())));
    }
}
