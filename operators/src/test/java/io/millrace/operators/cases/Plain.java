package io.millrace.operators.cases;

import io.millrace.operators.Count;
import io.millrace.operators.Items;
import io.millrace.operators.join.JoinRow;

/** Items that steps make, as values of cases. */
final class Plain {
    private Plain() {}

    static Object of(final Object item) {
        if (item instanceof Count count) {
            return count.value();
        }
        if (item instanceof Items<?> items) {
            return Values.list(items.toList().stream().map(Plain::of).toArray());
        }
        if (item instanceof Cell cell) {
            return cell.value;
        }
        if (item instanceof JoinRow row) {
            return JoinCases.plain(row);
        }
        return item;
    }
}
