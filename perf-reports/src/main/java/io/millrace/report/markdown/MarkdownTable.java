package io.millrace.report.markdown;

import java.util.List;

/** A table in GitHub's markdown. */
final class MarkdownTable {
    private final StringBuilder out;

    /** Begins it. A heading that ends with a colon is set flush right. */
    MarkdownTable(final StringBuilder out, final List<String> headings) {
        this.out = out;
        row(headings.stream().map(MarkdownTable::title).toList());
        headings.forEach(heading -> out.append(heading.endsWith(":") ? "| ---: " : "| --- "));
        out.append("|\n");
    }

    private static String title(final String heading) {
        return heading.endsWith(":") ? heading.substring(0, heading.length() - 1) : heading;
    }

    void row(final List<String> cells) {
        cells.forEach(cell -> out.append("| ").append(escape(cell)).append(' '));
        out.append("|\n");
    }

    void row(final String... cells) {
        row(List.of(cells));
    }

    /** What would end a cell, begin an element or set text in another face. */
    static String escape(final String text) {
        return text.replaceAll("\\s+", " ")
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("`", "\\`")
                .replace("[", "\\[")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
