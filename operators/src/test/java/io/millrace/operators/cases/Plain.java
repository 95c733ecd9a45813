package io.millrace.operators.cases;

import io.millrace.operators.Count;
import io.millrace.operators.Items;
import io.millrace.operators.join.JoinRow;
import io.millrace.operators.window.WindowInfo;
import java.util.ArrayList;
import java.util.List;

/** Items that steps make, as values of cases. */
final class Plain {
    private static final long NANOS = 1_000_000_000L;

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
        if (item instanceof WindowInfo info) {
            return window(info);
        }
        if (item instanceof JoinRow row) {
            return JoinCases.plain(row);
        }
        return item;
    }

    private static Object window(final WindowInfo info) {
        final List<Object> merged = new ArrayList<>();
        for (int i = 0; i < info.mergedCount(); i++) {
            merged.add(info.mergedId(i));
        }
        return Values.list(info.id(), seconds(info.start()), seconds(info.end()), merged);
    }

    /** Seconds since the time that cases count from: a whole number if it is one. */
    private static Object seconds(final long nanos) {
        final long since = nanos - Script.ORIGIN;
        if (since % NANOS == 0) {
            return since / NANOS;
        }
        return since / (double) NANOS;
    }
}
