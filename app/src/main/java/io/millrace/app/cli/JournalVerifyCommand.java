package io.millrace.app.cli;

import io.millrace.app.terminal.Console;
import io.millrace.journal.tool.JournalVerifier;
import io.millrace.journal.tool.Verification;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks every byte of a journal. */
@Command(name = "verify", description = "Check every record of a journal. Exit code 1 if it is damaged.")
final class JournalVerifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The journal.")
    private Path journal;

    JournalVerifyCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Journals.requireThere(journal);
        final Verification found = JournalVerifier.verify(journal);
        console.out().println(found);
        return found.isSound() ? 0 : Failures.EXIT_CODE;
    }
}
