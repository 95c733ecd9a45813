package io.millrace.engine.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which thread a step runs on: the one of the stream that it uses, unless that can't be.
 *
 * <ul>
 *   <li>A step that must see all items, or all items of another key, can't run in a part: it runs behind the parts, on
 *       a thread that all such steps of the group share.
 *   <li>A step that joins streams of several threads runs on the one that all others lead to, if there is one; otherwise
 *       it gets a thread of its own.
 *   <li>An input is read where its stream is used, if that is one thread.
 * </ul>
 */
final class Placement {
    private static final String MERGED = "-merged";

    private final Map<String, Group> groups = new HashMap<>(Map.of(Group.MAIN.name(), Group.MAIN));
    private final Map<Group, Set<Group>> behind = new HashMap<>();

    Group group(final String name, final int parts) {
        final Group group = groups.computeIfAbsent(name, n -> new Group(n, parts));
        if (group.parts() != parts) {
            throw new FlowException("thread '" + name + "' is asked for with " + describe(group.parts()) + " and with "
                    + describe(parts) + ": use two names");
        }
        return group;
    }

    private static String describe(final int parts) {
        return parts == 0 ? "no parts" : parts + " parts";
    }

    Group place(final String id, final Scope scope, final List<Wire> inputs) {
        final Set<Group> from = new LinkedHashSet<>();
        for (final Wire wire : inputs) {
            from.add(mustLeavePart(scope, wire) ? group(wire.group().name() + MERGED, 0) : wire.group());
        }
        final Group group = from.size() == 1 ? from.iterator().next() : meeting(id, from);
        for (final Wire wire : inputs) {
            if (wire.step().input() == null && !wire.step().group().equals(group)) {
                behind.computeIfAbsent(wire.step().group(), g -> new HashSet<>())
                        .add(group);
            }
        }
        return group;
    }

    private static boolean mustLeavePart(final Scope scope, final Wire wire) {
        return wire.group().isParallel() && (scope == Scope.STREAM || scope == Scope.KEY && !wire.partitioned());
    }

    private Group ownGroup(final String id) {
        String name = id;
        while (groups.containsKey(name)) {
            name += "'";
        }
        return groups.computeIfAbsent(name, n -> new Group(n, 0));
    }

    private Group meeting(final String id, final Set<Group> from) {
        for (final Group candidate : from) {
            final boolean allLeadHere =
                    from.stream().allMatch(other -> other.equals(candidate) || leadsTo(other, candidate));
            if (allLeadHere && !candidate.isParallel()) {
                return candidate;
            }
        }
        return ownGroup(id);
    }

    private boolean leadsTo(final Group from, final Group to) {
        final Set<Group> next = behind.getOrDefault(from, Set.of());
        return next.contains(to) || next.stream().anyMatch(group -> leadsTo(group, to));
    }

    /** Groups of all steps by place, once the whole flow is known. */
    List<Group> settle(final List<Step> steps) {
        final List<Group> settled = new ArrayList<>();
        for (final Step step : steps) {
            settled.add(step.inputs().isEmpty() ? home(step, steps) : step.group());
        }
        requireNoCycle(steps, settled);
        return settled;
    }

    private static Group home(final Step input, final List<Step> steps) {
        final Set<Group> users = new HashSet<>();
        for (final Step step : steps) {
            if (step.inputs().stream().anyMatch(wire -> wire.step().place() == input.place())) {
                users.add(step.group());
            }
        }
        final Group only = users.size() == 1 ? users.iterator().next() : Group.MAIN;
        return only.isParallel() ? Group.MAIN : only;
    }

    private static void requireNoCycle(final List<Step> steps, final List<Group> groups) {
        final Map<Group, Map<Group, Step>> crossings = new LinkedHashMap<>();
        for (final Step step : steps) {
            final Group to = groups.get(step.place());
            for (final Wire wire : step.inputs()) {
                final Group from = groups.get(wire.step().place());
                if (!from.equals(to)) {
                    crossings.computeIfAbsent(from, g -> new LinkedHashMap<>()).putIfAbsent(to, step);
                }
            }
        }
        for (final Group start : crossings.keySet()) {
            final Step closing = closesCycle(start, start, crossings, new HashSet<>());
            if (closing != null) {
                throw new FlowException("thread '" + start.name() + "' would wait for itself: " + closing
                        + " leads back to it. Items would come out in an order that depends on timing;"
                        + " put the steps behind it on another thread");
            }
        }
    }

    private static Step closesCycle(
            final Group at, final Group goal, final Map<Group, Map<Group, Step>> crossings, final Set<Group> seen) {
        for (final Map.Entry<Group, Step> crossing :
                crossings.getOrDefault(at, Map.of()).entrySet()) {
            if (crossing.getKey().equals(goal)) {
                return crossing.getValue();
            }
            if (seen.add(crossing.getKey())) {
                final Step further = closesCycle(crossing.getKey(), goal, crossings, seen);
                if (further != null) {
                    return further;
                }
            }
        }
        return null;
    }
}
