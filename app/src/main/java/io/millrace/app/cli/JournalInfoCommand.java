package io.millrace.app.cli;

import io.millrace.app.terminal.Console;
import io.millrace.app.terminal.Figures;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.tool.JournalInfo;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells what a journal is and what it holds. */
@Command(name = "info", description = "Tell what a journal is and what it holds.")
final class JournalInfoCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The journal.")
    private Path journal;

    JournalInfoCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Journals.requireThere(journal);
        final JournalInfo info = JournalInfo.of(journal);
        final JournalHead head = info.head();
        line("journal", head.id());
        line("created", head.created());
        line("flow", head.flow());
        line(
                "arguments",
                head.arguments().entrySet().stream()
                        .map(argument -> "--" + argument.getKey() + " " + argument.getValue())
                        .collect(Collectors.joining(" ")));
        for (final JournalHead.Input input : head.inputs()) {
            line(
                    "input " + input.index(),
                    input.name() + ": " + input.codec() + " version " + input.codecVersion()
                            + (input.feed().isEmpty() ? "" : ", from " + input.feed()));
        }
        line("durability", head.durability());
        for (final JournalInfo.Session session : info.sessions()) {
            line(
                    "session " + session.mark().number(),
                    "begun " + session.mark().begun() + " with record " + session.firstSeq()
                            + (session.mark().epoch() == 1
                                    ? ""
                                    : ", epoch " + session.mark().epoch()));
        }
        line(
                "records",
                Figures.count(info.records())
                        + (info.records() == 0 ? "" : " (" + info.firstSeq() + " to " + info.lastSeq() + ")") + " in "
                        + Figures.count(info.documents()) + " batches");
        if (info.records() > 0) {
            line("time", Instant.EPOCH.plusNanos(info.firstTime()) + " to " + Instant.EPOCH.plusNanos(info.lastTime()));
        }
        line("complete", info.complete() ? "yes: all input has ended" : "no: the input had not ended");
        line(
                "writer",
                info.writer().name().toLowerCase(Locale.ROOT)
                        + (info.endsIncomplete() ? ", in the middle of a batch, which readers skip" : ""));
        for (final JournalInfo.File file : info.files()) {
            line("file", file.path() + ", " + Figures.bytes(file.bytes()) + ", from record " + file.firstSeq());
        }
        if (info.archived() > 0) {
            line("archive", info.archived() + " file(s) of older records");
        }
        return 0;
    }

    private void line(final String name, final Object value) {
        final PrintStream out = console.out();
        out.printf("%-10s  %s%n", name, value);
    }
}
