package io.millrace.app.cli;

import io.millrace.app.flow.Durations;
import io.millrace.app.terminal.Console;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.Durability;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What all our command lines have in common. */
final class CommandLines {
    private CommandLines() {}

    static int execute(
            final CommandLine command, final Console console, final Failures failures, final String... args) {
        command.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .registerConverter(Duration.class, converter(Durations::parse))
                .registerConverter(Durability.class, converter(Durability::parse))
                .setOut(new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), true))
                .setErr(new PrintWriter(new OutputStreamWriter(console.err(), StandardCharsets.UTF_8), true))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        try {
            return command.execute(args);
        } catch (final Error e) {
            return failures.report(command.getCommandName(), e);
        }
    }

    private static <T> ITypeConverter<T> converter(final Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (final ConnectorException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }
}
