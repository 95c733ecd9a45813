package io.millrace.bench.guard;

import io.millrace.bench.closing.MachineLoad;
import io.millrace.report.results.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the guard found, for who reads it in a terminal. */
final class GuardReport {
    private final List<String> lines = new ArrayList<>();

    /** The lines, and what to do. */
    List<String> of(final List<Finding> findings, final String commit, final MachineLoad load) {
        lines.clear();
        lines.add(String.format(Locale.ROOT, "%-72s %8s %8s", "ratio", "was", "is"));
        findings.stream().filter(Finding::isJudged).forEach(this::judged);
        final List<Finding> others =
                findings.stream().filter(finding -> !finding.isJudged()).toList();
        if (!others.isEmpty()) {
            lines.add("");
            lines.add("Not judged, retake the checked-in results on the machine they are from to have them judged:");
            others.forEach(finding -> lines.add("  " + finding.title() + ": " + finding.reason()));
        }
        lines.add("");
        load.warning().ifPresent(lines::add);
        conclusion(findings, commit);
        return List.copyOf(lines);
    }

    /** Whether the build goes on: nothing is lost, and something was judged. */
    static boolean isGood(final List<Finding> findings) {
        return findings.stream().noneMatch(Finding::isLost) && findings.stream().anyMatch(Finding::isJudged);
    }

    private void judged(final Finding finding) {
        lines.add(String.format(
                        Locale.ROOT,
                        "%-72s %8.2f %8.2f  %s",
                        finding.title(),
                        finding.was(),
                        finding.ratio().value(),
                        finding.isLost() ? lost(finding) : "")
                .stripTrailing());
    }

    private static String lost(final Finding finding) {
        return String.format(
                Locale.ROOT,
                "LOST %.0f %%: %s",
                finding.lossPercent(),
                finding.ratio().meaning() == Ratio.Meaning.SPEED
                        ? "not as many times as fast as it was"
                        : "takes more of its baseline's time than it did");
    }

    private void conclusion(final List<Finding> findings, final String commit) {
        final long lost = findings.stream().filter(Finding::isLost).count();
        final long judged = findings.stream().filter(Finding::isJudged).count();
        if (lost > 0) {
            lines.add(lost + " of " + judged + " ratios lost more than 25 %, in each of " + Guard.ATTEMPTS
                    + " measurements, against those of commit " + commit + ".");
            lines.add(
                    "What to do: measure that part alone, ./millrace bench PART, on a quiet machine. If it stays, look at");
            lines.add("git log " + commit
                    + ".. for what changed it. If it is meant, retake the checked-in results there:");
            lines.add("./millrace bench --reference, and say why in the commit.");
        } else if (judged == 0) {
            lines.add("Nothing could be judged, which is not a pass.");
        } else {
            lines.add(judged + " ratios hold against those of commit " + commit + ".");
        }
    }
}
