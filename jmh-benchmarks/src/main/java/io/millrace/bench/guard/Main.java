package io.millrace.bench.guard;

import io.millrace.bench.closing.MachineWatch;
import io.millrace.report.results.ReportException;
import io.millrace.report.results.Results;
import io.millrace.report.results.ResultsReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code Main [PIECE...]}: compares all pieces, or these, with the checked-in results of the JDK that it runs on. */
public final class Main {
    private static final Path CHECKED_IN = Path.of("perf-reports", "results");

    private Main() {}

    /** Exits with 0 if all ratios that could be judged hold, with 1 if one is lost, or none could be judged. */
    public static void main(final String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    private static int run(final String[] args, final PrintStream out, final PrintStream progress) {
        try {
            final Results checkedIn = checkedIn();
            final List<Piece> pieces = args.length == 0
                    ? List.of(Piece.values())
                    : Stream.of(args).map(Main::piece).toList();
            final MachineWatch watch = new MachineWatch();
            final Guard guard = new Guard(new Judge(checkedIn.ratios()), PieceProcess::run, progress::println);
            final List<Finding> findings = guard.watch(pieces);
            new GuardReport()
                    .of(findings, checkedIn.context().commit(), watch.load())
                    .forEach(out::println);
            return GuardReport.isGood(findings) ? 0 : 1;
        } catch (final ReportException e) {
            progress.println(e.getMessage());
            return 1;
        }
    }

    private static Results checkedIn() {
        final Path directory = CHECKED_IN.resolve("jdk" + Runtime.version().feature());
        if (!Files.isDirectory(directory)) {
            throw new ReportException(directory + ": is not there: no results of JDK "
                    + Runtime.version().feature()
                    + " are checked in, and those of another one tell nothing. Run on a JDK of "
                    + CHECKED_IN + ", or take results of this one with ./millrace bench --reference");
        }
        return ResultsReader.read(directory);
    }

    private static Piece piece(final String name) {
        return Arrays.stream(Piece.values())
                .filter(piece -> piece.title().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ReportException("no piece '" + name + "': there are "
                        + String.join(
                                ", ",
                                Arrays.stream(Piece.values()).map(Piece::title).toList())));
    }
}
