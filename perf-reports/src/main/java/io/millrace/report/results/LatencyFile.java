package io.millrace.report.results;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code latency/<name>.json}: the context of the histogram beside it. */
final class LatencyFile {
    static final String EXTENSION = ".json";

    private static final String RECORDED = "recorded";

    private LatencyFile() {}

    static LatencyRun read(final Path file) {
        final JsonFields fields = JsonFields.ofObject(file);
        return fields.make(() -> LatencyRun.builder()
                .title(fields.text("title"))
                .study(fields.has("study") ? fields.textOrEmpty("study") : "")
                .flow(fields.text("flow"))
                .layout(fields.text("layout"))
                .journal(fields.text("journal"))
                .threads(fields.count("threads"), fields.text("waitStrategy"))
                .pinned(fields.text("pinned"))
                .jvm(fields.text("gc"), fields.text("jdk"))
                .load(new RunLoad(
                        fields.whole("ratePerSecond"),
                        fields.decimal("seconds"),
                        fields.whole("sent"),
                        fields.whole("backpressureWaits")))
                .arrivals(fields.has("arrivals") ? fields.text("arrivals") : RunSetup.CONSTANT)
                .from(LatencyStart.of(fields.text("from")))
                .foreignLoad(fields.flag("foreignLoad"))
                .stealPercent(fields.decimalOrUnknown("stealPercent"))
                .contextSwitches(
                        fields.wholeOrUnknown("voluntarySwitches"), fields.wholeOrUnknown("involuntarySwitches"))
                .pageFaults(fields.wholeOrUnknown("minorFaults"), fields.wholeOrUnknown("majorFaults"))
                .allocatedBytes(fields.wholeOrUnknown("allocatedBytes"))
                .collections(fields.wholeOrUnknown("collections"))
                .safepoints(fields.wholeOrUnknown("safepoints"))
                .vm(new VmCost(
                        fields.wholeIfThere("safepointNanos"),
                        fields.wholeIfThere("longestSafepointNanos"),
                        fields.wholeIfThere("compilations"),
                        fields.wholeIfThere("deoptimizations")))
                .threadCosts(threads(fields))
                .start(new RunStart(
                        fields.decimalIfThere("firstRecordSeconds"), fields.decimalIfThere("steadySeconds")))
                .build());
    }

    private static List<ThreadCost> threads(final JsonFields fields) {
        if (!fields.has("threadCosts")) {
            return List.of();
        }
        return fields.list("threadCosts").stream()
                .map(thread -> new ThreadCost(
                        thread.text("thread"),
                        thread.whole("voluntarySwitches"),
                        thread.whole("involuntarySwitches"),
                        thread.whole("minorFaults"),
                        thread.whole("majorFaults")))
                .toList();
    }

    /** How many records the histogram beside it holds, so that a log that lost its end is noticed. */
    static long recorded(final Path file) {
        return JsonFields.ofObject(file).whole(RECORDED);
    }

    static void write(final Path file, final LatencyRun run, final long recorded) {
        final RunSetup setup = run.setup();
        final RunLoad load = run.load();
        final Disturbance disturbance = run.disturbance();
        JsonText.write(file, json -> {
            json.writeStartObject();
            json.writeStringField("title", run.title());
            json.writeStringField("study", setup.study());
            json.writeStringField("flow", setup.flow());
            json.writeStringField("layout", setup.layout());
            json.writeStringField("journal", setup.journal());
            json.writeStringField("waitStrategy", setup.waitStrategy());
            json.writeNumberField("threads", setup.threads());
            json.writeStringField("pinned", setup.pinned());
            json.writeStringField("gc", setup.gc());
            json.writeStringField("jdk", setup.jdk());
            json.writeNumberField("ratePerSecond", load.ratePerSecond());
            json.writeNumberField("seconds", load.seconds());
            json.writeNumberField("sent", load.sent());
            json.writeNumberField(RECORDED, recorded);
            json.writeNumberField("backpressureWaits", load.backpressureWaits());
            json.writeStringField("arrivals", setup.arrivals());
            json.writeStringField("from", setup.from().text());
            json.writeBooleanField("foreignLoad", disturbance.foreignLoad());
            JsonText.number(json, "stealPercent", disturbance.stealPercent());
            JsonText.number(json, "voluntarySwitches", disturbance.voluntarySwitches());
            JsonText.number(json, "involuntarySwitches", disturbance.involuntarySwitches());
            JsonText.number(json, "minorFaults", disturbance.minorFaults());
            JsonText.number(json, "majorFaults", disturbance.majorFaults());
            JsonText.number(json, "allocatedBytes", disturbance.allocatedBytes());
            JsonText.number(json, "collections", disturbance.collections());
            JsonText.number(json, "safepoints", disturbance.safepoints());
            write(json, disturbance.vm());
            write(json, disturbance.threads());
            JsonText.number(json, "firstRecordSeconds", run.start().firstRecordSeconds());
            JsonText.number(json, "steadySeconds", run.start().steadySeconds());
            json.writeEndObject();
        });
    }

    private static void write(final JsonGenerator json, final VmCost vm) throws IOException {
        JsonText.number(json, "safepointNanos", vm.safepointNanos());
        JsonText.number(json, "longestSafepointNanos", vm.longestSafepointNanos());
        JsonText.number(json, "compilations", vm.compilations());
        JsonText.number(json, "deoptimizations", vm.deoptimizations());
    }

    private static void write(final JsonGenerator json, final List<ThreadCost> threads) throws IOException {
        json.writeArrayFieldStart("threadCosts");
        for (final ThreadCost thread : threads) {
            json.writeStartObject();
            json.writeStringField("thread", thread.name());
            json.writeNumberField("voluntarySwitches", thread.voluntarySwitches());
            json.writeNumberField("involuntarySwitches", thread.involuntarySwitches());
            json.writeNumberField("minorFaults", thread.minorFaults());
            json.writeNumberField("majorFaults", thread.majorFaults());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
