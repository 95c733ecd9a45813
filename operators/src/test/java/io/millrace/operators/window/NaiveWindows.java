package io.millrace.operators.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What windows should hold, found the simple way: from the list of all items that a key ever had. */
final class NaiveWindows {
    /** An item of a key: when it came, what time it has. */
    record Item(long now, long key, long time, String name) {}

    /** A window and what it took, in order of arrival. */
    record Result(long id, long start, long end, List<Item> items) {
        List<String> names() {
            return items.stream().map(Item::name).toList();
        }

        List<String> namesByTime() {
            return items.stream()
                    .sorted(Comparator.comparingLong(Item::time))
                    .map(Item::name)
                    .toList();
        }

        List<String> sortedNames() {
            return items.stream().map(Item::name).sorted().toList();
        }
    }

    private final long lateness;
    private final boolean allowedLateness;
    private final List<Item> seen = new ArrayList<>();
    private final List<String> late = new ArrayList<>();

    NaiveWindows(final long lateness, final boolean allowedLateness) {
        this.lateness = lateness;
        this.allowedLateness = allowedLateness;
    }

    List<String> late() {
        return late;
    }

    private long watermark(final long now) {
        return seen.stream()
                .mapToLong(item -> item.time() - lateness + now - item.now())
                .max()
                .orElseThrow();
    }

    /** Windows of a key cut by time. */
    List<Result> byTime(final List<Item> ofKey, final long length, final long offset, final long align) {
        final Map<Long, Result> windows = new TreeMap<>();
        for (final Item item : ofKey) {
            seen.add(item);
            final long watermark = watermark(item.now());
            final boolean behind = item.time() < watermark;
            for (long id = -2_000; id <= 2_000; id++) {
                final long start = align + id * offset;
                if (item.time() < start || item.time() >= start + length) {
                    continue;
                }
                if (behind && (!allowedLateness || start + length <= watermark)) {
                    late.add("late " + item.name() + " for " + id);
                } else {
                    windows.computeIfAbsent(id, k -> new Result(k, start, start + length, new ArrayList<>()))
                            .items()
                            .add(item);
                }
            }
        }
        return List.copyOf(windows.values());
    }

    /** Sessions of a key in the order in which they close. */
    List<Result> sessions(final List<Item> ofKey, final long gap) {
        final List<Result> closed = new ArrayList<>();
        final List<Item> open = new ArrayList<>();
        for (final Item item : ofKey) {
            seen.add(item);
            final long watermark = watermark(item.now());
            for (final Result session : split(open, gap)) {
                if (session.end() + gap < watermark) {
                    closed.add(session);
                    open.removeAll(session.items());
                }
            }
            if (item.time() >= watermark || allowedLateness && takes(open, item, gap, watermark)) {
                open.add(item);
            } else {
                late.add("late " + item.name() + " for -1");
            }
        }
        closed.addAll(split(open, gap));
        return closed;
    }

    private static boolean takes(final List<Item> open, final Item item, final long gap, final long watermark) {
        return item.time() + gap >= watermark
                || split(open, gap).stream()
                        .anyMatch(
                                session -> item.time() >= session.start() - gap && item.time() <= session.end() + gap);
    }

    private static List<Result> split(final List<Item> taken, final long gap) {
        final List<Item> byTime = new ArrayList<>(taken);
        byTime.sort(Comparator.comparingLong(Item::time));
        final List<Result> sessions = new ArrayList<>();
        List<Item> session = new ArrayList<>();
        for (final Item item : byTime) {
            if (!session.isEmpty()
                    && item.time() - session.get(session.size() - 1).time() > gap) {
                sessions.add(result(sessions.size(), session));
                session = new ArrayList<>();
            }
            session.add(item);
        }
        if (!session.isEmpty()) {
            sessions.add(result(sessions.size(), session));
        }
        return sessions;
    }

    private static Result result(final long id, final List<Item> byTime) {
        return new Result(
                id, byTime.get(0).time(), byTime.get(byTime.size() - 1).time(), byTime);
    }
}
