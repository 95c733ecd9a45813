package io.millrace.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.doctor.Diagnosis.Section;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import io.millrace.app.doctor.finding.Verdict;
import io.millrace.app.doctor.jvm.RunningJvm;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosisTest {
    private static final Diagnosis SAMPLE = new Diagnosis(
            "3 processors",
            List.of(
                    new Section("First", List.of(Finding.ok("apple", "red"), Finding.unknown("pear", "no \"pear\""))),
                    new Section(
                            "Second",
                            List.of(
                                    Finding.better("plum", "small")
                                            .costing("taste")
                                            .changedBy("as root: water"),
                                    Finding.bad("fig", "rotten\\")
                                            .costing("all")
                                            .changedBy("another", "or none")))));

    @TempDir
    private Path root;

    @Test
    void isReadByPeople() {
        assertThat(String.join("\n", new DiagnosisText(false).lines(SAMPLE))).isEqualTo("""
                3 processors

                First
                  ok               apple: red
                  can't tell       pear: no "pear"

                Second
                  could be better  plum: small
                                     cost    taste
                                     change  as root: water
                  bad              fig: rotten\\
                                     cost    all
                                     change  another
                                             or none

                1 bad (fig), 1 could be better, 1 ok, 1 can't be told.
                Nothing was changed. What costs how much, where that was measured, and what to do: docs/tuning.md""");
    }

    @Test
    void isColouredOnATerminal() {
        final String plain = String.join("\n", new DiagnosisText(false).lines(SAMPLE));
        final String coloured = String.join("\n", new DiagnosisText(true).lines(SAMPLE));
        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured).contains("\u001b[1;31mbad\u001b[0m ");
        assertThat(coloured.replaceAll("\u001b\\[[\\d;]*m", "")).isEqualTo(plain);
    }

    @Test
    void breaksLinesButNoCommands() {
        final String words = "word ".repeat(60).strip();
        final Diagnosis diagnosis = new Diagnosis(
                "",
                List.of(new Section(
                        "", List.of(Finding.bad("x", words).costing(words).changedBy("as root: " + words)))));
        final List<String> lines = new DiagnosisText(false).lines(diagnosis);
        assertThat(lines)
                .filteredOn(line -> line.length() > 110)
                .singleElement()
                .asString()
                .contains("as root: " + words);
        assertThat(lines).filteredOn(line -> line.contains("word")).hasSizeGreaterThan(6);
    }

    @Test
    void isReadByPrograms() {
        assertThat(DiagnosisJson.of(SAMPLE)).isEqualTo("""
                {
                  "about": "3 processors",
                  "bad": 1,
                  "findings": [
                    {"section": "First", "subject": "apple", "verdict": "ok", "found": "red", "costs": [], "changes": []},
                    {"section": "First", "subject": "pear", "verdict": "unknown", "found": "no \\"pear\\"", "costs": [], "changes": []},
                    {"section": "Second", "subject": "plum", "verdict": "better", "found": "small", "costs": ["taste"], "changes": ["as root: water"]},
                    {"section": "Second", "subject": "fig", "verdict": "bad", "found": "rotten\\\\", "costs": ["all"], "changes": ["another", "or none"]}
                  ]
                }""");
    }

    /** In a container that shows nothing, or on another system. */
    @Test
    void saysOfEverythingThatItCanNotBeReadRatherThanFail() {
        final Diagnosis diagnosis = new Doctor(root, RunningJvm.current(), root, Duration.ofMillis(1)).examine();
        final Stream<Finding> ofTheMachine = diagnosis.sections().stream()
                .filter(section -> List.of("Others", "Kernel", "Memory").contains(section.title()))
                .flatMap(section -> section.findings().stream());
        assertThat(ofTheMachine)
                .hasSize(10)
                .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN));
    }

    @Test
    void quotesOnlyFiguresThatTheGuideExplains() throws IOException, IllegalAccessException {
        final String page = Files.readString(Path.of("../docs/tuning.md")).replaceAll("\\s+(> )?", " ");
        for (final Field field : Arrays.asList(Measured.class.getFields())) {
            assertThat(page).as(field.getName()).contains((String) field.get(null));
        }
    }
}
