package io.millrace.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Verdict;
import java.util.List;

/** What a check found, with what holds for all of them: what is not good says what it costs and how to change it. */
public final class Findings {
    private final List<Finding> findings;

    private Findings(final List<Finding> findings) {
        this.findings = findings;
    }

    /** Lets it look. */
    public static Findings of(final Check check) {
        final List<Finding> findings = check.look();
        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.subject()).isNotBlank();
            assertThat(finding.found()).isNotBlank();
            if (finding.verdict() == Verdict.BETTER || finding.verdict() == Verdict.BAD) {
                assertThat(finding.costs()).as("costs of " + finding).isNotEmpty();
                assertThat(finding.changes()).as("changes of " + finding).isNotEmpty();
            }
        });
        return new Findings(findings);
    }

    /** All of its verdicts. */
    public Findings are(final Verdict... verdicts) {
        assertThat(findings).extracting(Finding::verdict).containsExactly(verdicts);
        return this;
    }

    /** What was found has these in it. */
    public Findings found(final String... texts) {
        assertThat(findings.toString()).contains(texts);
        return this;
    }

    /** Nothing of these is said. */
    public Findings notFound(final String... texts) {
        assertThat(findings.toString()).doesNotContain(texts);
        return this;
    }
}
