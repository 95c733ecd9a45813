package io.millrace.report.support;

import io.millrace.report.Report;
import io.millrace.report.results.ResultsWriter;
import java.nio.file.Path;

/** Writes a report on made-up results, to look at in a browser when the page is changed. */
public final class SampleReport {
    private SampleReport() {}

    /** Takes the directory that the results and the report are written to. */
    public static void main(final String[] args) {
        final Path directory = Path.of(args[0]);
        SampleResults.writeTo(directory);
        SampleStudies.addTo(ResultsWriter.into(directory, SampleResults.context()));
        Report.read(directory).writeTo(directory);
    }
}
