package io.millrace.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.item.Codecs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StateEntriesTest {
    private static final KeySpace NUMBERS = LongKeys.INSTANCE;

    /** Entries of some keys: the key's double, and a text. */
    private static StateWriter write(final StateWriter out, final KeySpace keys, final long... entries) {
        final KeyList sorted = new KeyList();
        for (final long key : entries) {
            sorted.add(key);
        }
        sorted.sort(keys);
        out.beginKeys(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            final String text = keys.describe(sorted.get(i));
            out.beginKey(keys, sorted.get(i))
                    .putItem(Codecs.TEXT, text + text)
                    .putBoolean(true)
                    .endKey();
        }
        return out;
    }

    private static Map<String, String> read(final StateReader in, final KeySpace keys) {
        final Map<String, String> read = new TreeMap<>();
        while (in.nextKey(keys)) {
            read.put(keys.describe(in.key()), in.takeItem(Codecs.TEXT, null) + in.takeBoolean());
        }
        return read;
    }

    private static StateReader reader(final StateWriter out) {
        return new StateReader(out.buffer(), 0, out.length());
    }

    /** What was written, as a section that one part wrote and another one reads. */
    private static StateReader section(final StateWriter state, final StatePart from, final StatePart to) {
        final StateWriter out = new StateWriter().putBytes(state.buffer(), 0, state.length());
        return reader(out).takeStep("sums", 3, from, to);
    }

    @Test
    void givesEachPartTheKeysThatAreItsOwn() {
        final TextKeys keys = new TextKeys();
        final long[] all = new long[50];
        for (int i = 0; i < all.length; i++) {
            all[i] = keys.of("key" + i);
        }
        final StateWriter whole = write(new StateWriter(), keys, all);
        final Map<String, String> together = new TreeMap<>();
        final List<Integer> sizes = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            final TextKeys own = new TextKeys();
            final StatePart to = new StatePart(part, 3);
            final Map<String, String> read = read(section(whole, StatePart.WHOLE, to), own);
            read.keySet()
                    .forEach(key -> assertThat(to.has(keys.hash(keys.of(key)))).isTrue());
            sizes.add(read.size());
            together.putAll(read);
        }
        assertThat(together).isEqualTo(read(reader(whole), keys)).hasSize(50);
        assertThat(sizes).allMatch(size -> size > 5);
    }

    @Test
    void hashesOfPartsAddUpToThatOfTheWhole() {
        final long whole = write(StateWriter.hashing(), NUMBERS, 1, 2, 3).hash();
        final long part = write(StateWriter.hashing(), NUMBERS, 3).hash();
        final long other = write(StateWriter.hashing(), NUMBERS, 2, 1).hash();
        assertThat(part + other).isEqualTo(whole);
        assertThat(write(StateWriter.hashing(), NUMBERS, 1, 2, 4).hash()).isNotEqualTo(whole);
        assertThat(write(StateWriter.hashing(), NUMBERS).hash()).isZero();
    }

    @Test
    void hashesTellListsOfEntriesApart() {
        final StateWriter out = StateWriter.hashing();
        final long one = write(write(out, NUMBERS, 1), NUMBERS, 2).hash();
        final long other = write(write(out.clear(), NUMBERS, 2), NUMBERS, 1).hash();
        assertThat(one).isNotEqualTo(other);
        final long more = write(out.clear(), NUMBERS, 1).putLong(5).hash();
        assertThat(more).isNotEqualTo(write(out.clear(), NUMBERS, 1).hash());
    }

    @Test
    void aWriterOfBytesOnlyDoesNotHash() {
        assertThatThrownBy(() -> new StateWriter().hash()).hasMessageContaining("hashing()");
    }

    @Test
    void refusesWhatDoesNotBelongToKeysWherePartsDiffer() {
        final StateWriter count = new StateWriter().putLong(7);
        assertThat(section(count, new StatePart(1, 2), new StatePart(1, 2)).takeLong())
                .isEqualTo(7);
        final StateReader other = section(count, new StatePart(1, 2), StatePart.WHOLE);
        assertThatThrownBy(other::takeLong)
                .isInstanceOf(StateException.class)
                .hasMessageContaining(
                        "step 'sums', version 3, was written by part 1 of 2 and is to be read by part 0 of 1")
                .hasMessageContaining("as many parts as before");
    }

    @Test
    void saysWhichStepReadsBeyondItsState() {
        final StateWriter out = new StateWriter().putInt(7);
        final StateReader in = section(out, StatePart.WHOLE, StatePart.WHOLE);
        assertThat(in.version()).isEqualTo(3);
        assertThatThrownBy(in::takeLong)
                .isInstanceOf(StateException.class)
                .hasMessageContaining("step 'sums', version 3, has 4 bytes left where 8 were to be read");
        final StateWriter negative = new StateWriter().putInt(-1);
        assertThatThrownBy(section(negative, StatePart.WHOLE, StatePart.WHOLE)::takeText)
                .isInstanceOf(StateException.class);
        final StateWriter tooLong = new StateWriter().putInt(Integer.MAX_VALUE);
        assertThatThrownBy(section(tooLong, StatePart.WHOLE, StatePart.WHOLE)::takeText)
                .isInstanceOf(StateException.class);
    }

    @Test
    void anEntryEndsWhereItsKeyEnds() {
        final StateWriter out = write(new StateWriter(), NUMBERS, 4, 5);
        final StateReader in = section(out, StatePart.WHOLE, StatePart.WHOLE);
        assertThat(in.nextKey(NUMBERS)).isTrue();
        in.takeItem(Codecs.TEXT, null);
        assertThatThrownBy(() -> in.nextKey(NUMBERS))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("1 bytes of a key are left unread in the state of step 'sums', version 3,");
        assertThat(in.takeBoolean()).isTrue();
        assertThat(in.hasMore()).isFalse();
        assertThatThrownBy(in::takeInt).isInstanceOf(StateException.class).hasMessageContaining("0 bytes left");
        assertThat(in.nextKey(NUMBERS)).isTrue();
        assertThat(in.key()).isEqualTo(5);
        assertThat(in.hasMore()).isTrue();
    }

    @Test
    void entriesDoNotStandInEntries() {
        final StateWriter out = new StateWriter().beginKeys(1).beginKey(NUMBERS, 1);
        assertThatThrownBy(() -> out.beginKey(NUMBERS, 2)).hasMessageContaining("endKey() is missing");
    }
}
