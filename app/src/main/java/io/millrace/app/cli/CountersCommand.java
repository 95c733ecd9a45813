package io.millrace.app.cli;

import io.millrace.app.terminal.Console;
import io.millrace.engine.metrics.Counters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the metrics of a process. */
@Command(name = "counters", description = "Print the metrics of a flow that runs, or ran, in another process.")
final class CountersCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE|DIR", description = "File of counters, or directory of a journal that has one.")
    private Path place;

    CountersCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        final Path file = Files.isDirectory(place) ? place.resolve(Counters.FILE_NAME) : place;
        if (!Files.isReadable(file)) {
            throw new Use("there are no counters in " + file + ": name a file, or the directory of a journal");
        }
        Counters.read(file, (label, value) -> console.out().printf("%,20d  %s%n", value, label));
        return 0;
    }
}
