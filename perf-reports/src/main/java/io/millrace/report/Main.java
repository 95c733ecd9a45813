package io.millrace.report;

import io.millrace.report.results.ReportException;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code Main <results directory> [<report directory>]}: writes a report, by default into the results directory. */
public final class Main {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    /** Exits with 0 if the report was written, with 1 if the results are refused, with 2 if the arguments are wrong. */
    public static void main(final String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(final String[] args, final PrintStream out, final PrintStream errors) {
        if (args.length < 1 || args.length > 2) {
            errors.println("usage: <results directory> [<report directory>]");
            return MISUSED;
        }
        final Path results = Path.of(args[0]);
        final Path target = args.length == 2 ? Path.of(args[1]) : results;
        try {
            Report.read(results).writeTo(target);
        } catch (final ReportException e) {
            errors.println(e.getMessage());
            return REFUSED;
        }
        out.println(target.resolve(Report.PAGE));
        return DONE;
    }
}
