package io.millrace.app.cli;

import io.millrace.app.terminal.Console;
import io.millrace.journal.tool.JournalPrinter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the records of a journal. */
@Command(name = "cat", description = "Print records of a journal, a line each: number, time, kind, input, item.")
final class JournalCatCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The journal.")
    private Path journal;

    @Option(
            names = "--from",
            paramLabel = "SEQ",
            defaultValue = "0",
            description = "Number of the first record. Default: ${DEFAULT-VALUE}.")
    private long from;

    @Option(names = "--count", paramLabel = "N", description = "How many, at most. Default: all.")
    private long count = Long.MAX_VALUE;

    JournalCatCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Journals.requireThere(journal);
        final Lines lines = new Lines(console.out());
        try (lines) {
            new JournalPrinter(journal, Journals::codec, Journals::definition).print(from, count, lines);
        } catch (final IOException e) {
            // Nobody reads on, as behind "| head": then all that was wanted has been said.
            if (!lines.isClosed()) {
                throw e;
            }
        }
        return 0;
    }

    /** Buffered lines; fails once nobody reads them any more. */
    private static final class Lines implements Appendable, AutoCloseable {
        private static final int MANY = 1 << 16;

        private final PrintStream out;
        private final StringBuilder text = new StringBuilder(MANY);

        Lines(final PrintStream out) {
            this.out = out;
        }

        boolean isClosed() {
            return out.checkError();
        }

        @Override
        public Appendable append(final CharSequence added) throws IOException {
            text.append(added);
            if (text.length() >= MANY) {
                close();
                if (isClosed()) {
                    throw new IOException("standard output was closed");
                }
            }
            return this;
        }

        @Override
        public Appendable append(final CharSequence added, final int start, final int end) throws IOException {
            return append(added.subSequence(start, end));
        }

        @Override
        public Appendable append(final char added) throws IOException {
            text.append(added);
            return this;
        }

        @Override
        public void close() {
            out.print(text);
            out.flush();
            text.setLength(0);
        }
    }
}
