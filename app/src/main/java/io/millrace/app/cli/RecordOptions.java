package io.millrace.app.cli;

import io.millrace.app.run.Recording;
import io.millrace.app.run.Retention;
import io.millrace.journal.Journal;
import io.millrace.journal.model.Durability;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
            description = "Where all input is recorded. If it holds a journal of this flow, the run goes on with it:"
                    + " nothing is lost and nothing given twice. Default: millrace-data/FLOW-TIME.")
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

    @Option(
            names = "--snapshot-every",
            paramLabel = "TIME",
            defaultValue = "1m",
            description = "How often state is kept, which bounds the time of a recovery; also at every stop."
                    + " Default: ${DEFAULT-VALUE}.")
    private Duration snapshotEvery;

    @Option(
            names = "--snapshots",
            paramLabel = "inline|replica",
            defaultValue = "inline",
            description =
                    "Who takes them: the stages themselves, or a second copy of the flow that follows the journal,"
                            + " so that the stages never stop for one, and that checks them. Default: ${DEFAULT-VALUE}.")
    private SnapshotMode snapshots;

    @Option(
            names = "--journal-files",
            paramLabel = "keep|archive|delete",
            defaultValue = "archive",
            description = "What becomes of the journal's files that no restart needs any more: they stay, go into its"
                    + " archive, where replays still find them, or are deleted. Default: ${DEFAULT-VALUE}.")
    private Retention files;

    @Option(
            names = "--skip",
            paramLabel = "N",
            split = ",",
            description = "Go on with a journal that a step failed on: at these records a failing step drops the item."
                    + " The journal remembers it.")
    private List<Long> skips = List.of();

    @Option(
            names = "--accept-loss",
            description =
                    "Go on with a journal that has lost its end, with the power of the machine or to damage: behind"
                            + " what can be read, with outputs cut back to it.")
    private boolean acceptLoss;

    @Option(
            names = "--accept-other-steps",
            description = "Go on though steps with state were renamed, removed or added: what nobody knows is dropped.")
    private boolean acceptOtherSteps;

    /** Whether anything was asked for. */
    boolean isGiven() {
        return none || journal != null;
    }

    /** Whether the run goes on with a journal. */
    boolean continues() {
        return !none && journal != null && Use.of(() -> Journal.isThere(journal));
    }

    /** What was asked for; checked, so that nothing is begun that can't be ended. */
    Recording recording(final String flow, final Map<String, String> arguments) {
        if (none && journal != null) {
            throw new Use("--journal and --no-journal contradict each other: choose one");
        }
        if (!continues() && (acceptLoss || acceptOtherSteps || !skips.isEmpty())) {
            throw new Use("--skip, --accept-loss and --accept-other-steps are for going on with a journal: name it with"
                    + " --journal");
        }
        final Optional<Path> directory =
                none ? Optional.empty() : Optional.of(journal != null ? journal : usualPlace(flow));
        return new Recording(
                directory,
                durability,
                arguments,
                new Recording.Keeping(snapshotEvery, snapshots == SnapshotMode.REPLICA, files),
                new Recording.Going(skips, acceptLoss, acceptOtherSteps));
    }

    private static Path usualPlace(final String flow) {
        return USUAL_PLACE.resolve(flow + "-" + TIME.format(LocalDateTime.now(ZoneId.systemDefault())));
    }
}
