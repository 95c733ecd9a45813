package io.millrace.report.html;

import io.millrace.report.markup.Markup;
import java.util.List;
import java.util.function.Consumer;

/** A table that scrolls within its own frame where the page is too narrow; its first column stays in sight. */
final class Table {
    private final Markup markup;
    private final List<Column> columns;
    private boolean inBody;
    private int cell;

    /** Opens it. The label is for those who hear the page. */
    Table(final Markup markup, final String label, final List<Column> columns) {
        this.markup = markup;
        this.columns = columns;
        markup.open("div", "class", "scroll", "role", "region", "aria-label", label, "tabindex", "0");
        markup.open("table").open("thead").open("tr");
        for (final Column column : columns) {
            markup.leaf("th", column.title(), "scope", "col", "class", column.style());
        }
        markup.close().close();
    }

    /** A heading for the rows that follow. */
    void group(final String title) {
        closeBody();
        openBody();
        markup.open("tr", "class", "group");
        markup.open("th", "scope", "rowgroup", "colspan", String.valueOf(columns.size()));
        markup.leaf("span", title).close().close();
    }

    Table row() {
        if (!inBody) {
            openBody();
        }
        return open();
    }

    /** A row that belongs to the one before it. */
    Table part() {
        return open("class", "part");
    }

    private Table open(final String... attributes) {
        markup.open("tr", attributes);
        cell = 0;
        return this;
    }

    Table cell(final String text) {
        return cell(inner -> inner.text(text));
    }

    Table cell(final Consumer<Markup> content) {
        final Column column = columns.get(cell);
        if (cell == 0) {
            markup.open("th", "scope", "row", "class", column.style());
        } else {
            markup.open("td", "class", column.style());
        }
        content.accept(markup);
        markup.close();
        cell++;
        return this;
    }

    void endRow() {
        markup.close();
    }

    void close() {
        closeBody();
        markup.close().close();
    }

    private void openBody() {
        markup.open("tbody");
        inBody = true;
    }

    private void closeBody() {
        if (inBody) {
            markup.close();
            inBody = false;
        }
    }
}
