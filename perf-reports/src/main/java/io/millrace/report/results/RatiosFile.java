package io.millrace.report.results;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code ratios.json}. */
final class RatiosFile {
    static final String NAME = "ratios.json";

    private RatiosFile() {}

    /** Its ratios; none if there is no such file. */
    static List<Ratio> read(final Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        final List<Ratio> ratios = new ArrayList<>();
        final Set<String> seen = new HashSet<>();
        for (final JsonFields fields : JsonFields.ofList(file)) {
            final Ratio ratio = fields.make(() -> ratio(fields));
            if (!seen.add(ratio.group() + '\n' + ratio.name())) {
                throw new ReportException(file + ": holds \"" + ratio.name() + "\" of \"" + ratio.group()
                        + "\" twice. Keep the one that was measured last");
            }
            ratios.add(ratio);
        }
        return ratios;
    }

    private static Ratio ratio(final JsonFields fields) {
        return new Ratio(
                fields.text("group"),
                fields.text("name"),
                fields.decimal("value"),
                Target.parse(fields.text("target")),
                new Ratio.Side(fields.text("baseline"), fields.decimal("baselineNanosPerOp")),
                new Ratio.Side(fields.text("subject"), fields.decimal("subjectNanosPerOp")),
                fields.count("pairs"),
                fields.text("context"));
    }

    static void write(final Path file, final List<Ratio> ratios) {
        JsonText.write(file, json -> {
            json.writeStartArray();
            for (final Ratio ratio : ratios) {
                write(json, ratio);
            }
            json.writeEndArray();
        });
    }

    private static void write(final JsonGenerator json, final Ratio ratio) throws IOException {
        json.writeStartObject();
        json.writeStringField("group", ratio.group());
        json.writeStringField("name", ratio.name());
        json.writeNumberField("value", ratio.value());
        json.writeStringField("target", ratio.target().toString());
        json.writeStringField("baseline", ratio.baseline().label());
        json.writeNumberField("baselineNanosPerOp", ratio.baseline().nanosPerOp());
        json.writeStringField("subject", ratio.subject().label());
        json.writeNumberField("subjectNanosPerOp", ratio.subject().nanosPerOp());
        json.writeNumberField("pairs", ratio.pairs());
        json.writeStringField("context", ratio.context());
        json.writeEndObject();
    }
}
