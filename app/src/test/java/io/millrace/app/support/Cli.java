package io.millrace.app.support;

import io.millrace.app.cli.RootCommand;
import io.millrace.app.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What a command said.
 *
 * @param exitCode of the process
 * @param out      standard output
 * @param err      standard error
 */
public record Cli(int exitCode, String out, String err) {

    /** Runs a command in this process. */
    public static Cli run(final Object... args) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        final int exitCode = RootCommand.execute(
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        false),
                words);
        return new Cli(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs a command that writes candles to a file, and gives the file in place of standard output. */
    public static Cli candles(final Object... args) {
        try {
            final Path directory = Files.createTempDirectory("candles");
            final Path file = directory.resolve("candles.csv");
            final Object[] all = Arrays.copyOf(args, args.length + 2);
            all[args.length] = "--output";
            all[args.length + 1] = "csv:" + file;
            final Cli cli = run(all);
            final String text = Files.exists(file) ? Files.readString(file) : "";
            // A journaled run leaves a file beside it that says whose it is.
            try (Stream<Path> left = Files.list(directory)) {
                for (final Path each : left.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(directory);
            return new Cli(cli.exitCode(), text, cli.err());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
