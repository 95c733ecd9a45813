package io.millrace.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KeyedStoreTest {
    private final KeyedStore<String> store = new KeyedStore<>();

    @Test
    void behavesLikeAMapForDenseAndSparseKeys() {
        final Random random = new Random(5);
        final Map<Long, String> model = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            final long key = switch (random.nextInt(4)) {
                case 0 -> random.nextInt(100);
                case 1 -> random.nextInt(KeyedStore.DENSE_LIMIT * 2);
                case 2 -> -random.nextInt(50);
                default -> random.nextLong();
            };
            if (model.containsKey(key) && random.nextBoolean()) {
                model.remove(key);
                store.remove(key);
            } else if (!model.containsKey(key)) {
                model.put(key, "v" + i);
                store.put(key, "v" + i);
            }
            assertThat(store.get(key)).isEqualTo(model.get(key));
        }
        assertThat(store.size()).isEqualTo(model.size());
        final KeyList keys = new KeyList();
        store.collectKeys(keys);
        keys.sort(LongKeys.INSTANCE);
        final Long[] sorted = new TreeSet<>(model.keySet()).toArray(new Long[0]);
        assertThat(keys.size()).isEqualTo(sorted.length);
        for (int i = 0; i < sorted.length; i++) {
            assertThat(keys.get(i)).isEqualTo(sorted[i]);
        }
        store.reset();
        assertThat(store.size()).isZero();
        assertThat(store.get(1)).isNull();
    }
}
