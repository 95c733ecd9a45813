package io.millrace.operators.guide;

import io.millrace.operators.Books;
import io.millrace.operators.Stream;
import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.book.BookScript;

/** Examples of order books. */
final class BooksGuide {
    private BooksGuide() {}

    static void books(final Guide guide) {
        Stream<BookDelta> updates = guide.flow().input("updates", BookScript.withGap());
        Books books = Books.of("books", updates);
        guide.show("change", books.changes());
        guide.show("state", books.states());
        guide.show("request", books.requests());
    }
}
