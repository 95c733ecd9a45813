package io.millrace.app.cli;

import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong in one line; the stack trace only to those who ask for it. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** Exit code of a command that failed. */
    static final int EXIT_CODE = 1;

    private final PrintStream err;
    private boolean showStackTraces;

    Failures(final PrintStream err) {
        this.err = err;
    }

    void showStackTraces(final boolean value) {
        showStackTraces = value;
    }

    @Override
    public int handleParseException(final ParameterException failure, final String[] args) {
        final CommandLine command = failure.getCommandLine();
        String hint = "";
        if (failure instanceof UnmatchedArgumentException unmatched) {
            final var similar = unmatched.getSuggestions();
            hint = similar.isEmpty() ? "" : ", did you mean " + String.join(" or ", similar) + "?";
        }
        final String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + oneLine(failure.getMessage()) + hint + " (see " + name + " --help)");
        return Use.EXIT_CODE;
    }

    @Override
    public int handleExecutionException(final Exception failure, final CommandLine command, final ParseResult parsed) {
        return report(command.getCommandSpec().root().name(), failure);
    }

    /** Tells a failure; gives the exit code. */
    int report(final String name, final Throwable failure) {
        err.println(name + ": " + oneLine(message(failure)));
        if (showStackTraces) {
            failure.printStackTrace(err);
        }
        return failure instanceof Use ? Use.EXIT_CODE : EXIT_CODE;
    }

    private static String message(final Throwable failure) {
        final String message = failure.getMessage();
        return message == null || message.isBlank() || failure instanceof Error ? failure.toString() : message;
    }

    private static String oneLine(final String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
