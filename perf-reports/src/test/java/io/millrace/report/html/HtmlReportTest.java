package io.millrace.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.report.results.Ratio;
import io.millrace.report.results.ResultsReader;
import io.millrace.report.results.ResultsWriter;
import io.millrace.report.results.Target;
import io.millrace.report.support.SampleJmh;
import io.millrace.report.support.SampleResults;
import io.millrace.report.support.SampleRuns;
import io.millrace.report.support.SampleStudies;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class HtmlReportTest {
    private static final String HOSTILE = "<script>alert(1)</script> & \"'\u0007 ]]> |`*";

    @TempDir
    private Path directory;

    @Test
    void isWellFormed() throws Exception {
        SampleResults.writeTo(directory);
        final Document page = parse(render());
        assertThat(page.getDocumentElement().getTagName()).isEqualTo("html");
        assertThat(page.getElementsByTagName("section").getLength()).isEqualTo(5);
        assertThat(page.getElementsByTagName("figure").getLength()).isEqualTo(6);
    }

    @Test
    void showsServiceCostAndStudies() throws Exception {
        SampleStudies.addTo(ResultsWriter.into(directory, SampleResults.context()));
        final String html = render();
        // Two rates of bursts and three of recorded arrivals, each over percentiles and over rates; the sweep over
        // rates.
        assertThat(parse(html).getElementsByTagName("figure").getLength()).isEqualTo(2 + 3 + 3 + 3 + 3);
        assertThat(html)
                .contains("arrivals: bursts of 100")
                .contains("arrivals: as recorded")
                .contains("Service cost of the measured window")
                .contains("thread millrace-risk")
                .contains("2: 310 µs, 190 µs")
                .contains("1.2 s, never")
                .contains(">unsteady<")
                .contains(SampleStudies.SWEEP)
                .contains("holds up to")
                .contains("All runs of this study")
                .contains(SampleStudies.LONG_RUN);
    }

    @Test
    void loadsNothing() throws Exception {
        SampleResults.writeTo(directory);
        final String html = render();
        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("<link")
                .doesNotContain("<img")
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("url(")
                .doesNotContain("@import");
        final NodeList links = parse(html).getElementsByTagName("a");
        for (int i = 0; i < links.getLength(); i++) {
            assertThat(((Element) links.item(i)).getAttribute("href")).startsWith("#");
        }
    }

    @Test
    void leadsEachLinkToASection() throws Exception {
        SampleResults.writeTo(directory);
        final Document page = parse(render());
        final Set<String> sections = new HashSet<>();
        final NodeList found = page.getElementsByTagName("section");
        for (int i = 0; i < found.getLength(); i++) {
            sections.add("#" + ((Element) found.item(i)).getAttribute("id"));
        }
        final NodeList links = page.getElementsByTagName("a");
        assertThat(links.getLength()).isEqualTo(sections.size());
        for (int i = 0; i < links.getLength(); i++) {
            assertThat(sections).contains(((Element) links.item(i)).getAttribute("href"));
        }
    }

    @Test
    void tellsOutcomesInWords() {
        SampleResults.writeTo(directory);
        assertThat(render())
                .contains("✓ reached")
                .contains("✗ missed")
                .contains("no target")
                .contains("2 of 3")
                .contains("missed: nine operators against one class");
    }

    @Test
    void marksDisturbedRuns() {
        SampleResults.writeTo(directory);
        assertThat(render())
                .contains(">steal<")
                .contains(">foreign load<")
                .contains(">no spare core<")
                .contains(">fell behind<");
    }

    @Test
    void takesNoNameForMarkup() throws Exception {
        final ResultsWriter writer = ResultsWriter.into(
                directory, SampleResults.context().withCommit(HOSTILE).withNote(HOSTILE));
        final Ratio.Side side = new Ratio.Side(HOSTILE, 1);
        writer.ratios(List.of(new Ratio(HOSTILE, HOSTILE, 1, Target.parse("none"), side, side, 1, HOSTILE)));
        writer.latency(
                "run",
                SampleRuns.run("fused", 1000)
                        .title(HOSTILE)
                        .flow(HOSTILE)
                        .layout(HOSTILE)
                        .journal(HOSTILE)
                        .pinned(HOSTILE)
                        .build(),
                SampleRuns.values(1, 2, 3));
        Files.writeString(
                writer.jmhFile("x"),
                new SampleJmh()
                        .averageTime("a.<b>.c", "\"<p>\" : \"a & <b>\"", 3, 0.1)
                        .json());
        final String html = render();
        parse(html);
        assertThat(html).doesNotContain("<script").doesNotContain("<b>").doesNotContain("\u0007");
    }

    @Test
    void showsOnlySectionsThatHoldSomething() {
        ResultsWriter.into(directory, SampleResults.context())
                .ratios(SampleResults.ratios().subList(0, 1));
        assertThat(render())
                .contains("id=\"ratios\"")
                .doesNotContain("id=\"latency\"")
                .doesNotContain("id=\"jmh\"");
    }

    @Test
    void showsARunWithoutRecordsWithoutInventingFigures() throws Exception {
        ResultsWriter.into(directory, SampleResults.context())
                .latency("run", SampleRuns.run("fused", 1000).build(), SampleRuns.values());
        final String html = render();
        parse(html);
        assertThat(html).contains("nothing recorded").doesNotContain("NaN");
    }

    private String render() {
        return HtmlReport.render(ResultsReader.read(directory));
    }

    private static Document parse(final String html) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }
}
