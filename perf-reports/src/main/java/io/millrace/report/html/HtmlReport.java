package io.millrace.report.html;

import io.millrace.report.figure.Course;
import io.millrace.report.markup.Markup;
import io.millrace.report.results.Results;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The whole page.
 *
 * <p>Thread: one. Deterministic: equal results give equal bytes.
 */
public final class HtmlReport {
    private static final String STYLE = "report.css";

    private HtmlReport() {}

    /** The page as HTML, which is well-formed XML too. */
    public static String render(final Results results) {
        final Markup markup = new Markup();
        markup.open("html", "lang", "en").open("head");
        markup.empty("meta", "charset", "utf-8");
        markup.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        markup.empty("meta", "name", "color-scheme", "content", "light dark");
        markup.leaf("title", "Millrace performance, " + HeadSection.day(results.context()));
        markup.raw("style", style());
        markup.close().open("body");
        HeadSection.write(markup, results);
        markup.open("main");
        ContextSection.write(markup, results.context());
        if (!results.ratios().isEmpty()) {
            RatioSection.write(markup, results.ratios());
        }
        final List<Course> courses = Course.of(results);
        if (!courses.isEmpty()) {
            HistorySection.write(markup, results.history(), courses);
        }
        if (!results.latency().isEmpty()) {
            LatencySection.write(markup, results);
        }
        if (!results.jmh().isEmpty()) {
            JmhSection.write(markup, results.jmh());
        }
        MethodSection.write(markup, results);
        markup.close().close().close();
        return "<!DOCTYPE html>\n" + markup.end();
    }

    private static String style() {
        try (InputStream resource = HtmlReport.class.getResourceAsStream(STYLE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
