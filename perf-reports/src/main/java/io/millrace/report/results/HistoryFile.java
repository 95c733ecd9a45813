package io.millrace.report.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code history.json}. */
final class HistoryFile {
    static final String NAME = "history.json";

    /** Four digits tell more than measurements can, and keep the file small. */
    private static final int DIGITS = 4;

    private HistoryFile() {}

    /** Nothing if there is no such file. */
    static History read(final Path file) {
        if (!Files.exists(file)) {
            return History.NONE;
        }
        final List<History.Entry> entries = new ArrayList<>();
        for (final JsonFields fields : JsonFields.ofList(file)) {
            entries.add(fields.make(() -> new History.Entry(
                    fields.text("commit"),
                    when(fields.text("when")),
                    fields.text("jdk"),
                    fields.textOrEmpty("note"),
                    fields.decimalsByName("ratios"))));
        }
        return new History(entries);
    }

    private static Instant when(final String text) {
        try {
            return Instant.parse(text);
        } catch (final DateTimeException e) {
            throw new IllegalArgumentException("\"when\" must be a time like 2026-01-31T12:00:00Z, but is " + text, e);
        }
    }

    static void write(final Path file, final History history) {
        JsonText.write(file, json -> {
            json.writeStartArray();
            for (final History.Entry entry : history.entries()) {
                json.writeStartObject();
                json.writeStringField("commit", entry.commit());
                json.writeStringField("when", entry.when().toString());
                json.writeStringField("jdk", entry.jdk());
                json.writeStringField("note", entry.note());
                json.writeObjectFieldStart("ratios");
                for (final Map.Entry<String, Double> ratio : entry.ratios().entrySet()) {
                    json.writeNumberField(ratio.getKey(), JsonText.rounded(ratio.getValue(), DIGITS));
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
