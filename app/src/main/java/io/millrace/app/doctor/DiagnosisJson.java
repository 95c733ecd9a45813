package io.millrace.app.doctor;

import io.millrace.app.doctor.Diagnosis.Section;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A diagnosis as programs read it.
 *
 * <pre>
 *   {"about": text, "bad": count, "findings": [
 *     {"section": text, "subject": text, "verdict": "ok|unknown|better|bad", "found": text,
 *      "costs": [text, ...], "changes": [text, ...]}, ...]}
 * </pre>
 */
public final class DiagnosisJson {
    private DiagnosisJson() {}

    /** The text, with a line for each finding. */
    public static String of(final Diagnosis diagnosis) {
        final String findings = diagnosis.sections().stream()
                .flatMap(section -> section.findings().stream().map(finding -> object(section, finding)))
                .collect(Collectors.joining(",\n    "));
        return "{\n  \"about\": " + quote(diagnosis.about()) + ",\n  \"bad\": "
                + diagnosis.findings(Verdict.BAD).size() + ",\n  \"findings\": [\n    " + findings + "\n  ]\n}";
    }

    private static String object(final Section section, final Finding finding) {
        return "{\"section\": " + quote(section.title()) + ", \"subject\": " + quote(finding.subject())
                + ", \"verdict\": " + quote(finding.verdict().name().toLowerCase(Locale.ROOT)) + ", \"found\": "
                + quote(finding.found()) + ", \"costs\": " + array(finding.costs()) + ", \"changes\": "
                + array(finding.changes()) + "}";
    }

    private static String array(final List<String> texts) {
        return texts.stream().map(DiagnosisJson::quote).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quote(final String text) {
        final StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (Character.isISOControl(c)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
