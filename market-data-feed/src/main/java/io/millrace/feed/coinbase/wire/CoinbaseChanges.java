package io.millrace.feed.coinbase.wire;

import io.millrace.feed.decode.BookDraft;
import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.Words;

/**
 * Changes of a book, {@code [["sell","0.00001306","660.5"],...]}: side, price, and the size that is left.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
final class CoinbaseChanges {
    private static final long BUY = Words.of("buy");
    private static final long SELL = Words.of("sell");

    private final Decimal price = new Decimal();
    private final Decimal size = new Decimal();
    private final JsonCursor cursor;

    CoinbaseChanges(final JsonCursor cursor) {
        this.cursor = cursor;
    }

    void read(final BookDraft book) {
        cursor.enterArray();
        while (cursor.nextElement() && cursor.enterArray()) {
            change(book);
        }
    }

    private void change(final BookDraft book) {
        boolean isInside = cursor.nextElement();
        boolean isSound = isInside && cursor.text();
        final boolean isBid = isSound && cursor.isText(BUY, 3);
        isSound = isSound && (isBid || cursor.isText(SELL, 4));
        isInside = isInside && cursor.nextElement();
        isSound &= isInside && cursor.number(price);
        isInside = isInside && cursor.nextElement();
        isSound &= isInside && cursor.number(size);
        while (isInside && cursor.nextElement()) {
            cursor.skip();
        }
        if (!isSound
                || !(isBid ? book.bids() : book.asks())
                        .add(price.mantissa(), price.scale(), size.mantissa(), size.scale())) {
            cursor.keep(FrameFault.BAD_NUMBER);
        }
    }
}
