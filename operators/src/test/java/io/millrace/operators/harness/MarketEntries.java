package io.millrace.operators.harness;

import io.millrace.operators.Books;
import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.book.BookScript;
import io.millrace.operators.market.book.BookSettings;
import io.millrace.operators.testing.HarnessFlow;
import io.millrace.operators.testing.OperatorHarness;
import java.util.Map;

/** Operators that know markets. */
final class MarketEntries {
    private MarketEntries() {}

    static Map<String, OperatorHarness> all() {
        return Map.of("books", OperatorHarness.of(MarketEntries::books));
    }

    private static void books(final HarnessFlow flow) {
        final Books books = Books.of(
                "books", flow.keyed("updates", BookScript::of, BookDelta::instrumentId), BookSettings.USUAL.keep(8));
        flow.output("changes", books.changes());
        flow.output("top", books.top("top-of", 2));
        flow.output("quotes", books.quotes());
        flow.output("states", books.states());
        flow.output("requests", books.requests());
    }
}
