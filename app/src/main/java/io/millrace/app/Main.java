package io.millrace.app;

import io.millrace.app.cli.RootCommand;
import io.millrace.app.run.Shutdown;
import io.millrace.app.terminal.Console;

/** Where the command line begins. */
public final class Main {
    private Main() {}

    public static void main(final String[] args) {
        Shutdown.install();
        Shutdown.exit(RootCommand.execute(Console.ofProcess(), args));
    }
}
