package io.millrace.report.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.millrace.report.machine.Machine;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Writes JSON files that a person can read and a diff can show. */
final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** What a file holds. */
    @FunctionalInterface
    interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private JsonText() {}

    /** Replaces a file as a whole: a reader sees the old one or the new one. */
    static void write(final Path file, final Content content) {
        final StringWriter text = new StringWriter();
        final DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        try {
            try (JsonGenerator json = FACTORY.createGenerator(text)) {
                json.setPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
                content.writeTo(json);
            }
            final Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text.append('\n').toString());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (final IOException e) {
            throw new ReportException(file + ": can't be written: " + e.getMessage(), e);
        }
    }

    static void number(final JsonGenerator json, final String name, final OptionalLong value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.getAsLong());
        } else {
            json.writeStringField(name, Machine.UNKNOWN);
        }
    }

    static void number(final JsonGenerator json, final String name, final OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.getAsDouble());
        } else {
            json.writeStringField(name, Machine.UNKNOWN);
        }
    }

    /** So many significant digits of a number. */
    static BigDecimal rounded(final double value, final int digits) {
        return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    }
}
