package io.millrace.report.html;

import io.millrace.report.figure.Series;
import io.millrace.report.markup.Markup;
import io.millrace.report.plot.Swatch;
import java.util.List;

/** Which line is which. It stands outside of the pictures, where it can wrap. */
final class Legend {
    private Legend() {}

    static void write(final Markup markup, final List<Series> series) {
        markup.open("ul", "class", "legend");
        for (final Series one : series) {
            markup.open("li");
            Swatch.draw(markup, one.index());
            markup.leaf("span", one.label()).close();
        }
        markup.close();
    }
}
