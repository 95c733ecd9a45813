package io.millrace.app.doctor;

import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Verdict;
import java.util.List;

/**
 * All that was found.
 *
 * @param about    machine and JVM in a line
 * @param sections in the order in which they are shown
 */
public record Diagnosis(String about, List<Section> sections) {
    /** Copies the list. */
    public Diagnosis {
        sections = List.copyOf(sections);
    }

    /**
     * Findings that belong together.
     *
     * @param title    of the section
     * @param findings in the order in which they are shown
     */
    public record Section(String title, List<Finding> findings) {
        /** Copies the list. */
        public Section {
            findings = List.copyOf(findings);
        }
    }

    /** All findings with a verdict. */
    public List<Finding> findings(final Verdict verdict) {
        return sections.stream()
                .flatMap(section -> section.findings().stream())
                .filter(finding -> finding.verdict() == verdict)
                .toList();
    }
}
