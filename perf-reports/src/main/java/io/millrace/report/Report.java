package io.millrace.report;

import io.millrace.report.html.HtmlReport;
import io.millrace.report.markdown.KeyFigures;
import io.millrace.report.markdown.MarkdownReport;
import io.millrace.report.results.ReportException;
import io.millrace.report.results.Results;
import io.millrace.report.results.ResultsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A report on one results directory.
 *
 * <p>Thread: one. Allocates: it is a tool. Deterministic: the same directory gives the same bytes, on every JDK and
 * machine.
 */
public final class Report {
    /** Name of the page. */
    public static final String PAGE = "index.html";

    /** Name of the summary. */
    public static final String SUMMARY = "report.md";

    private final Results results;

    private Report(final Results results) {
        this.results = results;
    }

    /**
     * Reads and checks a results directory.
     *
     * @throws ReportException if a file can't be read or a figure lacks a part of its context; the message names both
     */
    public static Report read(final Path directory) {
        return new Report(ResultsReader.read(directory));
    }

    /** The page: one file, with its style and its plots inside. */
    public String html() {
        return HtmlReport.render(results);
    }

    /** The summary. */
    public String markdown() {
        return MarkdownReport.render(results);
    }

    /** The block of key figures for a README, see {@link KeyFigures}. */
    public String keyFigures() {
        return KeyFigures.render(results);
    }

    /**
     * Writes both forms into a directory, which is made if need be.
     *
     * @throws ReportException if they can't be written
     */
    public void writeTo(final Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(PAGE), html());
            Files.writeString(directory.resolve(SUMMARY), markdown());
        } catch (final IOException e) {
            throw new ReportException(directory + ": the report can't be written: " + e.getMessage(), e);
        }
    }

    /**
     * Replaces the block of key figures in a file, usually a README; all else in it stays.
     *
     * @throws ReportException if the file can't be read or written, or has no place for them
     */
    public void updateKeyFigures(final Path file) {
        try {
            Files.writeString(file, KeyFigures.replaceIn(Files.readString(file), file.toString(), results));
        } catch (final IOException e) {
            throw new ReportException(file + ": the key figures can't be put into it: " + e.getMessage(), e);
        }
    }
}
