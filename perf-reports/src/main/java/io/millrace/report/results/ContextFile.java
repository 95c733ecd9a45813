package io.millrace.report.results;

import com.fasterxml.jackson.core.JsonGenerator;
import io.millrace.report.machine.Jvm;
import io.millrace.report.machine.Machine;
import io.millrace.report.machine.MachineContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;

/** {@code context.json}. */
final class ContextFile {
    static final String NAME = "context.json";

    private ContextFile() {}

    static MachineContext read(final Path file) {
        final JsonFields fields = JsonFields.ofObject(file);
        return new MachineContext(
                fields.make(() -> when(fields.text("when"))),
                fields.text("commit"),
                machine(fields.fields("machine")),
                jvm(fields.fields("jvm")),
                fields.texts("notes"));
    }

    private static Instant when(final String text) {
        try {
            return Instant.parse(text);
        } catch (final DateTimeException e) {
            throw new IllegalArgumentException("\"when\" must be a time like 2026-01-31T12:00:00Z, but is " + text, e);
        }
    }

    private static Machine machine(final JsonFields fields) {
        return new Machine(
                fields.text("cpu"),
                fields.count("processors"),
                fields.wholeOrUnknown("physicalCores"),
                fields.wholeOrUnknown("memoryBytes"),
                fields.text("kernel"),
                fields.text("virtualised"),
                fields.text("clockSource"),
                fields.decimalOrUnknown("clockReadNanos"),
                fields.text("transparentHugePages"),
                fields.text("isolatedCpus"));
    }

    private static Jvm jvm(final JsonFields fields) {
        return new Jvm(
                fields.text("version"),
                fields.text("vendor"),
                fields.text("vm"),
                fields.text("gc"),
                fields.texts("flags"));
    }

    static void write(final Path file, final MachineContext context) {
        JsonText.write(file, json -> {
            json.writeStartObject();
            json.writeStringField("when", context.when().toString());
            json.writeStringField("commit", context.commit());
            json.writeObjectFieldStart("machine");
            writeMachine(json, context.machine());
            json.writeEndObject();
            json.writeObjectFieldStart("jvm");
            writeJvm(json, context.jvm());
            json.writeEndObject();
            writeTexts(json, "notes", context.notes());
            json.writeEndObject();
        });
    }

    private static void writeMachine(final JsonGenerator json, final Machine machine) throws IOException {
        json.writeStringField("cpu", machine.cpu());
        json.writeNumberField("processors", machine.processors());
        JsonText.number(json, "physicalCores", machine.physicalCores());
        JsonText.number(json, "memoryBytes", machine.memoryBytes());
        json.writeStringField("kernel", machine.kernel());
        json.writeStringField("virtualised", machine.virtualised());
        json.writeStringField("clockSource", machine.clockSource());
        JsonText.number(json, "clockReadNanos", machine.clockReadNanos());
        json.writeStringField("transparentHugePages", machine.transparentHugePages());
        json.writeStringField("isolatedCpus", machine.isolatedCpus());
    }

    private static void writeJvm(final JsonGenerator json, final Jvm jvm) throws IOException {
        json.writeStringField("version", jvm.version());
        json.writeStringField("vendor", jvm.vendor());
        json.writeStringField("vm", jvm.vm());
        json.writeStringField("gc", jvm.gc());
        writeTexts(json, "flags", jvm.flags());
    }

    private static void writeTexts(final JsonGenerator json, final String name, final Iterable<String> texts)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (final String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
