package io.millrace.app.power;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Does something to one or two of the files of a tree; says what. */
final class Mischief {
    private static final int KINDS = 8;
    private static final int MOST_NOISE = 100;

    private final Tree tree;
    private final Random random;

    Mischief(final Tree tree, final Random random) {
        this.tree = tree;
        this.random = random;
    }

    String make() {
        final List<String> names = tree.names();
        final List<String> logs =
                names.stream().filter(name -> name.endsWith(".cq4")).toList();
        final List<String> some = logs.isEmpty() || random.nextBoolean() ? names : logs;
        final String name = some.get(random.nextInt(some.size()));
        final String other = names.get(random.nextInt(names.size()));
        final byte[] bytes = tree.bytes(name);
        if (bytes.length == 0) {
            return "nothing in " + name;
        }
        final int at = random.nextInt(bytes.length);
        return switch (random.nextInt(KINDS)) {
            case 0, 1, 2 -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield "flipped " + name + " at " + at;
            }
            case 3 -> {
                tree.put(name, Arrays.copyOf(bytes, at));
                yield "cut " + name + " to " + at;
            }
            case 4 -> {
                final int to = Math.min(bytes.length, at + 1 + random.nextInt(MOST_NOISE));
                Arrays.fill(bytes, at, to, (byte) 0);
                yield "zeroed " + name + " from " + at + " to " + to;
            }
            case 5 -> {
                tree.put(name, tree.bytes(other));
                tree.put(other, bytes);
                yield "swapped " + name + " and " + other;
            }
            case 6 -> {
                tree.put(other, bytes.clone());
                yield "copied " + name + " to " + other;
            }
            default -> {
                tree.remove(name);
                yield "removed " + name;
            }
        };
    }
}
