package io.millrace.report.results;

import io.millrace.report.machine.MachineContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What ratios were at earlier commits: one entry for each commit that was measured for the record.
 *
 * <p>Thread: any. Immutable.
 *
 * @param entries in the order in which commits were measured
 */
public record History(List<Entry> entries) {
    /** Entries that are kept: the first one, which all began with, and the latest. */
    public static final int MOST = 40;

    /** Nothing was measured before. */
    static final History NONE = new History(List.of());

    /**
     * The ratios of one commit.
     *
     * @param commit what was measured
     * @param when   when it was measured last
     * @param jdk    version of the JDK
     * @param note   what it was to show; may be empty
     * @param ratios values by heading and name, see {@link #key}
     */
    public record Entry(String commit, Instant when, String jdk, String note, Map<String, Double> ratios) {
        /** Copies the ratios, whose order is kept. */
        public Entry {
            Required.text("commit", commit);
            Required.text("jdk", jdk);
            ratios = Collections.unmodifiableMap(new LinkedHashMap<>(ratios));
            ratios.forEach((name, value) -> Required.that(
                    value > 0 && Double.isFinite(value), "\"" + name + "\" is " + value + ": it must be positive"));
        }
    }

    /** What a ratio was at one commit. */
    public record Point(Entry entry, double value) {}

    /** Copies the entries. */
    public History {
        entries = List.copyOf(entries);
    }

    /** How a ratio is called here. */
    public static String key(final Ratio ratio) {
        return ratio.group() + ": " + ratio.name();
    }

    /** Where and when a ratio was measured, and what it was. */
    public List<Point> of(final Ratio ratio) {
        final String key = key(ratio);
        return entries.stream()
                .filter(entry -> entry.ratios().containsKey(key))
                .map(entry -> new Point(entry, entry.ratios().get(key)))
                .toList();
    }

    /**
     * The same with what was measured now. What its commit's entry has already stays if it was not measured again, so that
     * several processes may add to it; if there are too many, the second one goes, since the first is what all is compared
     * with.
     */
    History with(final MachineContext context, final List<Ratio> ratios) {
        final Map<String, Double> values = new LinkedHashMap<>();
        final List<Entry> all = new ArrayList<>(entries);
        int place = all.size();
        String note = String.join(" ", context.notes());
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).commit().equals(context.commit())) {
                place = i;
                values.putAll(entries.get(i).ratios());
                note = note.isEmpty() ? entries.get(i).note() : note;
                all.remove(i);
            }
        }
        ratios.forEach(ratio -> values.put(key(ratio), ratio.value()));
        all.add(place, new Entry(context.commit(), context.when(), context.jvm().version(), note, values));
        while (all.size() > MOST) {
            all.remove(1);
        }
        return new History(all);
    }
}
