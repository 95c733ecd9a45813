package io.millrace.app.doctor;

import io.millrace.app.doctor.Diagnosis.Section;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A diagnosis as people read it. */
public final class DiagnosisText {
    /** Where every finding is explained. */
    private static final String PAGE = "docs/tuning.md";

    private static final int WIDTH = 110;
    private static final String MARGIN = "  ";
    private static final int VERDICT_WIDTH = 17;
    private static final String COST = "cost    ";
    private static final String CHANGE = "change  ";
    private static final String INDENT = " ".repeat(MARGIN.length() + VERDICT_WIDTH);
    private static final String RESET = "\u001b[0m";

    private final boolean coloured;

    /**
     * @param coloured whether a terminal shows it
     */
    public DiagnosisText(final boolean coloured) {
        this.coloured = coloured;
    }

    /** The lines. */
    public List<String> lines(final Diagnosis diagnosis) {
        final List<String> lines = new ArrayList<>();
        lines.add(diagnosis.about());
        for (final Section section : diagnosis.sections()) {
            lines.add("");
            lines.add(section.title());
            section.findings().forEach(finding -> add(finding, lines));
        }
        lines.add("");
        lines.add(summary(diagnosis));
        lines.add("Nothing was changed. What costs how much, where that was measured, and what to do: " + PAGE);
        return lines;
    }

    private void add(final Finding finding, final List<String> lines) {
        final String verdict = finding.verdict().words();
        final List<String> found = wrap(finding.subject() + ": " + finding.found(), INDENT.length() + MARGIN.length());
        lines.add(MARGIN
                + colour(finding.verdict(), verdict)
                + " ".repeat(VERDICT_WIDTH - verdict.length())
                + found.get(0));
        found.stream().skip(1).forEach(line -> lines.add(INDENT + MARGIN + line));
        addAll(COST, finding.costs(), lines);
        addAll(CHANGE, finding.changes(), lines);
    }

    private static void addAll(final String label, final List<String> texts, final List<String> lines) {
        String begin = label;
        for (final String text : texts) {
            final List<String> wrapped = isToBeCopied(text)
                    ? List.of(text)
                    : wrap(text, INDENT.length() + 2 * MARGIN.length() + label.length());
            lines.add(INDENT + MARGIN + begin + wrapped.get(0));
            begin = " ".repeat(label.length());
            for (final String line : wrapped.subList(1, wrapped.size())) {
                lines.add(INDENT + MARGIN + begin + MARGIN + line);
            }
        }
    }

    /** Commands stay on one line. */
    private static boolean isToBeCopied(final String text) {
        return text.startsWith("as root: ") || text.startsWith("kernel parameter") || text.startsWith("MILLRACE_");
    }

    private static List<String> wrap(final String text, final int indent) {
        final int width = WIDTH - indent;
        final List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (final String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder();
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String colour(final Verdict verdict, final String text) {
        if (!coloured) {
            return text;
        }
        return switch (verdict) {
                    case OK -> "\u001b[32m";
                    case UNKNOWN -> "\u001b[36m";
                    case BETTER -> "\u001b[33m";
                    case BAD -> "\u001b[1;31m";
                }
                + text
                + RESET;
    }

    private static String summary(final Diagnosis diagnosis) {
        final List<Finding> bad = diagnosis.findings(Verdict.BAD);
        final String names = bad.stream().map(Finding::subject).collect(Collectors.joining(", "));
        return bad.size() + " bad" + (bad.isEmpty() ? "" : " (" + names + ")") + ", "
                + diagnosis.findings(Verdict.BETTER).size() + " could be better, "
                + diagnosis.findings(Verdict.OK).size() + " ok, "
                + diagnosis.findings(Verdict.UNKNOWN).size() + " can't be told.";
    }
}
