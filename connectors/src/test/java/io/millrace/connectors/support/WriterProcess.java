package io.millrace.connectors.support;

import io.millrace.connectors.CsvSink;
import io.millrace.connectors.RowFormat;
import io.millrace.connectors.TextTarget;
import io.millrace.connectors.jdbc.Database;
import io.millrace.connectors.jdbc.JdbcRows;
import io.millrace.connectors.jdbc.JdbcSink;
import io.millrace.connectors.text.TextBuffer;
import io.millrace.engine.spi.ExactSink;
import io.millrace.engine.spi.SinkFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A process that writes numbers to an exact sink, and is killed while it does. */
public final class WriterProcess {
    /** Table of databases. */
    public static final String TABLE = "numbers";

    private static final int BATCH = 7;

    private WriterProcess() {}

    /** Runs the writer: kind of sink, its place, whether it goes on, and how many numbers there are in the end. */
    public static void main(final String[] args) {
        final SinkFactory<Long> factory = factory(args[0], args[1]);
        final Context context = new Context(new UUID(3, 4), "numbers", Boolean.parseBoolean(args[2]));
        try (ExactSink<Long> sink = (ExactSink<Long>) factory.open(context)) {
            final long end = Long.parseLong(args[3]);
            for (long number = sink.held(); number < end; number++) {
                sink.accept(number);
                if (number % BATCH == 0) {
                    sink.flush();
                    System.out.println(number);
                }
            }
        }
    }

    private static SinkFactory<Long> factory(final String kind, final String place) {
        return switch (kind) {
            case "csv" -> CsvSink.to(TextTarget.of(place), context -> format());
            case "h2" -> JdbcSink.to(Database.file(Path.of(place)), rows());
            default -> JdbcSink.to(Database.at(place), rows());
        };
    }

    private static JdbcRows<Long> rows() {
        return JdbcRows.of(TABLE, "number bigint").bind((number, row) -> row.whole(number));
    }

    private static RowFormat<Long> format() {
        return new RowFormat<>() {
            @Override
            public String header() {
                return "number";
            }

            @Override
            public void write(final Long item, final TextBuffer row) {
                row.append(item);
            }
        };
    }

    /** Starts it and kills it after a number of flushes; gives whether it was killed before its end. */
    public static boolean killed(
            final String kind, final String place, final boolean continues, final long numbers, final int flushes)
            throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WriterProcess.class.getName()));
        command.addAll(List.of(kind, place, String.valueOf(continues), String.valueOf(numbers)));
        final Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            int seen = 0;
            while (seen < flushes && out.readLine() != null) {
                seen++;
            }
            process.destroyForcibly();
            final int exit = process.waitFor();
            if (exit != 0 && seen < flushes) {
                throw new AssertionError("the writer failed with exit code " + exit);
            }
            return exit != 0;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
