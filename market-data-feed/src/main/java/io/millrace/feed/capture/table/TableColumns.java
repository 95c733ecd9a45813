package io.millrace.feed.capture.table;

import java.util.List;

/**
 * Where the columns of a table are, found by their names; {@link #ABSENT} for those that it has not.
 *
 * <p>Thread: one. Allocation: when it is made. Deterministic: yes.
 */
final class TableColumns {
    /** Instead of the number of a column. */
    static final int ABSENT = -1;

    final int count;
    final int exchange;
    final int symbol;
    final int timestamp;
    final int localTimestamp;
    final int id;
    final int side;
    final int price;
    final int amount;
    final int isSnapshot;
    final int fundingRate;
    final int fundingTimestamp;
    final int markPrice;
    final int indexPrice;

    /** Price, then amount, of each level of a side, the best first; those of a quote, which has one. */
    final int[] bids;

    final int[] asks;

    TableColumns(final List<String> names) {
        count = names.size();
        exchange = names.indexOf("exchange");
        symbol = names.indexOf("symbol");
        timestamp = names.indexOf("timestamp");
        localTimestamp = names.indexOf("local_timestamp");
        id = names.indexOf("id");
        side = names.indexOf("side");
        price = names.indexOf("price");
        amount = names.indexOf("amount");
        isSnapshot = names.indexOf("is_snapshot");
        fundingRate = names.indexOf("funding_rate");
        fundingTimestamp = names.indexOf("funding_timestamp");
        markPrice = names.indexOf("mark_price");
        indexPrice = names.indexOf("index_price");
        bids = levels(names, "bid");
        asks = levels(names, "ask");
    }

    private static int[] levels(final List<String> names, final String side) {
        if (names.contains(side + "_price")) {
            return new int[] {names.indexOf(side + "_price"), names.indexOf(side + "_amount")};
        }
        int depth = 0;
        while (names.contains(side + "s[" + depth + "].price")) {
            depth++;
        }
        final int[] columns = new int[2 * depth];
        for (int level = 0; level < depth; level++) {
            final String name = side + "s[" + level + "]";
            columns[2 * level] = names.indexOf(name + ".price");
            columns[2 * level + 1] = names.indexOf(name + ".amount");
        }
        return columns;
    }
}
