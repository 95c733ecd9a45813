package io.millrace.operators.market.book;

import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.sbe.BookRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** A market of ten prices on each side that knows its true book behind each update. */
final class TrueMarket {
    private static final int MIDDLE = 100;
    private static final int PRICES = 10;
    private static final int SIZES = 5;

    private final BookRule rule;
    private final Random random;
    private final Map<Integer, Integer> bids = new TreeMap<>(Collections.reverseOrder());
    private final Map<Integer, Integer> asks = new TreeMap<>();
    private final Map<Long, String> books = new HashMap<>();
    private final List<Long> ids = new ArrayList<>();
    private long id = 1_000;

    TrueMarket(final BookRule rule, final Random random) {
        this.rule = rule;
        this.random = random;
        remember();
    }

    /** Id of the last update. */
    long id() {
        return id;
    }

    /** The levels behind an update, as {@link BookRig} writes them. */
    String book(final long updateId) {
        return books.get(updateId);
    }

    /** The next update. */
    List<BookDelta> next() {
        final long before = id;
        id += rule == BookRule.NEXT_ID || rule == BookRule.UNNUMBERED ? 1 : 1 + random.nextInt(3);
        final StringBuilder changes = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            changes.append(change(bids, MIDDLE - 1 - random.nextInt(PRICES)));
        }
        changes.append(" |");
        for (int i = random.nextInt(3); i > 0; i--) {
            changes.append(change(asks, MIDDLE + 1 + random.nextInt(PRICES)));
        }
        remember();
        return updates()
                .ids(rule == BookRule.NEXT_ID ? id : before + 1, id, before)
                .levels(changes.toString());
    }

    private String change(final Map<Integer, Integer> side, final int price) {
        final int size = random.nextInt(SIZES);
        if (size == 0) {
            side.remove(price);
        } else {
            side.put(price, size);
        }
        return " " + price + "x" + size;
    }

    private void remember() {
        books.put(id, text(bids) + " |" + text(asks));
        ids.add(id);
    }

    private static String text(final Map<Integer, Integer> side) {
        final StringBuilder text = new StringBuilder();
        side.forEach((price, size) -> text.append(' ').append(price).append('x').append(size));
        return text.toString();
    }

    /** A snapshot of the book of some updates ago. */
    List<BookDelta> snapshot(final int updatesAgo) {
        final long then = ids.get(Math.max(0, ids.size() - 1 - updatesAgo));
        final Updates snapshot = updatesAgo == 0 ? updates() : new Updates();
        return snapshot.snapshot().ids(then, then, -1).levels(books.get(then));
    }

    private Updates updates() {
        return rule == BookRule.UNNUMBERED ? new Updates().checksum(checksum()) : new Updates();
    }

    /** As Kraken makes it. */
    private int checksum() {
        final String digits = (text(asks) + text(bids)).replaceAll("[ x]", "");
        final CRC32 crc = new CRC32();
        crc.update(digits.getBytes(StandardCharsets.US_ASCII));
        return (int) crc.getValue();
    }
}
