package io.millrace.operators.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions of cases, which stand there in words. Words that are not known fail the test. */
final class Words {
    private static final Pattern ARITHMETIC = Pattern.compile("x? ?([-+*]) ?(\\d+)");
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\.\\.(\\d+)( as fast as possible)?");
    private static final Pattern KEYED_ITEMS = Pattern.compile("(\\w+): (.+)");
    private static final Pattern DICTIONARY = Pattern.compile("\\{(.+)}\\[k]");

    private Words() {}

    static AssertionError unknown(final String what, final Object words) {
        return new AssertionError("unknown " + what + ": '" + words + "'");
    }

    /** One value of one. */
    static Function<Object, Object> mapper(final Object words) {
        final Matcher arithmetic = ARITHMETIC.matcher((String) words);
        if (arithmetic.matches()) {
            final long operand = Long.parseLong(arithmetic.group(2));
            return switch (arithmetic.group(1)) {
                case "+" -> x -> Values.whole(x) + operand;
                case "-" -> x -> Values.whole(x) - operand;
                default -> x -> Values.whole(x) * operand;
            };
        }
        return switch ((String) words) {
            case "identity" -> x -> x;
            case "str(x)" -> String::valueOf;
            default -> throw unknown("mapper", words);
        };
    }

    /** The text that is the key of a value. */
    static Function<Object, String> key(final Object words) {
        return mapper(words).andThen(String.class::cast);
    }

    /** Several values of one. */
    static Function<Object, List<Object>> parts(final Object words) {
        return switch ((String) words) {
            case "split on whitespace", "split", "for s in batch: yield from s.split()" ->
                x -> new ArrayList<>(Arrays.asList(((String) x).trim().split("\\s+", -1)));
            default -> throw unknown("mapper to several", words);
        };
    }

    /** Whether a value is kept. */
    static Predicate<Object> predicate(final Object words) {
        return switch ((String) words) {
            case "odd" -> x -> Values.whole(x) % 2 != 0;
            case "even" -> x -> Values.whole(x) % 2 == 0;
            default -> throw unknown("predicate", words);
        };
    }

    /** One value of one, or null for none: "predicate -> null, predicate -> mapper". */
    static Function<Object, Object> optional(final Object words) {
        Function<Object, Object> otherwise = x -> {
            throw unknown("value for '" + words + "'", x);
        };
        for (final String rule : ((String) words).split(", ", -1)) {
            final String[] sides = rule.split(" -> ", -1);
            final Predicate<Object> when = predicate(sides[0]);
            final Function<Object, Object> then = "null".equals(sides[1]) ? x -> null : mapper(sides[1]);
            final Function<Object, Object> before = otherwise;
            otherwise = x -> when.test(x) ? then.apply(x) : before.apply(x);
        }
        return otherwise;
    }

    /** One value of two of the same kind. */
    static BinaryOperator<Object> reducer(final Object words) {
        return switch ((String) words) {
            case "max" -> (a, b) -> Values.number(b) > Values.number(a) ? b : a;
            case "min" -> (a, b) -> Values.number(b) < Values.number(a) ? b : a;
            case "sum" -> (a, b) -> Values.whole(a) + Values.whole(b);
            default -> throw unknown("reducer", words);
        };
    }

    /** Takes a value into what there is, which is null at first. */
    static BinaryOperator<Object> folder(final Object words) {
        return switch ((String) words) {
            case "append" -> Words::appended;
            case "add to set" -> (all, x) -> all != null && Values.listOf(all).contains(x) ? all : appended(all, x);
            case "put in map" ->
                (all, x) -> {
                    final Map<Object, Object> map = all == null ? new LinkedHashMap<>() : Values.mapOf(all);
                    map.put(Values.at(x, 0), Values.at(x, 1));
                    return map;
                };
            case "count by type" ->
                (all, x) -> {
                    final Map<Object, Object> counts = all == null ? new LinkedHashMap<>() : Values.mapOf(all);
                    counts.merge(x, 1L, (a, b) -> Values.whole(a) + Values.whole(b));
                    return counts;
                };
            default -> {
                final BinaryOperator<Object> reducer = reducer(words);
                yield (all, x) -> all == null ? x : reducer.apply(all, x);
            }
        };
    }

    /** What two foldings by the same words are together. */
    static BinaryOperator<Object> merger(final Object words) {
        return switch ((String) words) {
            case "append" ->
                (all, more) -> {
                    final List<Object> joined = Values.listOf(all);
                    joined.addAll(Values.listOf(more));
                    return joined;
                };
            case "count by type" ->
                (all, more) -> {
                    final Map<Object, Object> counts = Values.mapOf(all);
                    Values.mapOf(more)
                            .forEach((type, count) ->
                                    counts.merge(type, count, (a, b) -> Values.whole(a) + Values.whole(b)));
                    return counts;
                };
            case "add to set" ->
                (all, more) -> {
                    final Set<Object> union = new LinkedHashSet<>(Values.listOf(all));
                    union.addAll(Values.listOf(more));
                    return new ArrayList<>(union);
                };
            case "put in map" ->
                (all, more) -> {
                    final Map<Object, Object> map = Values.mapOf(all);
                    map.putAll(Values.mapOf(more));
                    return map;
                };
            default -> reducer(words);
        };
    }

    private static List<Object> appended(final Object all, final Object x) {
        final List<Object> list = all == null ? new ArrayList<>() : Values.listOf(all);
        list.add(x);
        return list;
    }

    /** Order by a field of items that have some, or by the items themselves. */
    static Comparator<Object> by(final Object field) {
        return Comparator.comparingDouble(x -> Values.number(x instanceof Map<?, ?> map ? map.get(field) : x));
    }

    /** The same order of pairs of time and value. */
    static Comparator<Object> byValue(final Object field) {
        final Comparator<Object> order = by(field);
        return (a, b) -> order.compare(Values.at(a, 1), Values.at(b, 1));
    }

    /** Items in short form: "0..9", "2,5,8", and both behind a key: "ALL: 0..9". */
    static List<Object> items(final String words) {
        final Matcher keyed = KEYED_ITEMS.matcher(words);
        if (keyed.matches()) {
            final List<Object> pairs = new ArrayList<>();
            items(keyed.group(2)).forEach(item -> pairs.add(Values.list(keyed.group(1), item)));
            return pairs;
        }
        final List<Object> items = new ArrayList<>();
        final Matcher range = RANGE.matcher(words);
        if (range.matches()) {
            for (long i = Long.parseLong(range.group(1)); i <= Long.parseLong(range.group(2)); i++) {
                items.add(i);
            }
            return items;
        }
        for (final String item : words.split(", ?", -1)) {
            if (!item.matches("-?\\d+")) {
                throw unknown("items", words);
            }
            items.add(Long.valueOf(item));
        }
        return items;
    }

    /** A table in words: "{a:1,b:2}[k]". */
    static Map<Object, Object> dictionary(final Object words) {
        final Matcher dictionary = DICTIONARY.matcher((String) words);
        if (!dictionary.matches()) {
            throw unknown("getter", words);
        }
        final Map<Object, Object> map = new LinkedHashMap<>();
        for (final String entry : dictionary.group(1).split(", ?", -1)) {
            final String[] sides = entry.split(": ?", -1);
            map.put(sides[0], Long.valueOf(sides[1]));
        }
        return map;
    }
}
