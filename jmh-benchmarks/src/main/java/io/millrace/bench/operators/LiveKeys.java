package io.millrace.bench.operators;

import java.util.SplittableRandom;

/** Keys in random order: those of one pass, each once, so that all of them stay alive. */
final class LiveKeys {
    private final long[] byAge;
    private final long[] keys;

    private LiveKeys(final long[] byAge) {
        this.byAge = byAge;
        this.keys = byAge.clone();
        final SplittableRandom random = new SplittableRandom(11);
        for (int i = keys.length - 1; i > 0; i--) {
            final int other = random.nextInt(i + 1);
            final long key = keys[i];
            keys[i] = keys[other];
            keys[other] = key;
        }
    }

    /** All over the range of 64 bits, as order ids and hashes are. */
    static LiveKeys spread(final int count) {
        final long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = spread((long) i);
        }
        return new LiveKeys(keys);
    }

    /** From 0 on, as instrument ids are. */
    static LiveKeys dense(final int count) {
        final long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = i;
        }
        return new LiveKeys(keys);
    }

    /** One to one: the last steps of SplitMix64. */
    private static long spread(final long number) {
        long mixed = number + 1;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    int count() {
        return keys.length;
    }

    /** By age: in this order they should come first, so that states don't stand in memory as they are used. */
    long byAge(final int index) {
        return byAge[index];
    }

    /** As they come in each pass. */
    long key(final int index) {
        return keys[index];
    }
}
