package io.millrace.engine.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

class ItemTypeTest {
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

    private static final class Note {
        private static final ItemType<Note, Note> TYPE = ItemType.of(
                "note",
                Note::new,
                (note, out) -> out.putLong(note.number)
                        .putText(note.text)
                        .putDouble(note.weight)
                        .putBoolean(note.flag)
                        .putInt(note.count)
                        .putByte(note.small),
                (note, in) -> {
                    note.number = in.takeLong();
                    note.text = in.takeText();
                    note.weight = in.takeDouble();
                    note.flag = in.takeBoolean();
                    note.count = in.takeInt();
                    note.small = in.takeByte();
                });

        private long number;
        private String text = "";
        private double weight = 1;
        private boolean flag;
        private int count;
        private byte small;
    }

    @Test
    void readsBackWhatItWrote() {
        final Note note = new Note();
        note.number = Long.MIN_VALUE;
        note.text = "Grüße, 漢字, 🎈";
        note.weight = -0.0;
        note.flag = true;
        note.count = -5;
        note.small = 7;
        final int length = Note.TYPE.encode(note, buffer, 3);
        final Note read = Note.TYPE.decode(buffer, 3, length, Note.TYPE.create());
        assertThat(read).usingRecursiveComparison().isEqualTo(note);
    }

    @Test
    void clearsToTheStateOfAFreshItem() {
        final Note note = new Note();
        note.number = 9;
        note.weight = 3;
        note.text = "x";
        Note.TYPE.clear(note);
        assertThat(note).usingRecursiveComparison().isEqualTo(new Note());
    }

    @Test
    void readsWhatAnOlderVersionWroteWithDefaultsForTheFieldsThatItHadNot() {
        final ItemType<long[], long[]> older = ItemType.of(
                "pair", () -> new long[2], (item, out) -> out.putLong(item[0]), (item, in) -> item[0] = in.takeLong());
        final ItemType<long[], long[]> newer = ItemType.of(
                "pair",
                2,
                () -> new long[2],
                (item, out) -> out.putLong(item[0]).putLong(item[1]),
                (item, in) -> {
                    item[0] = in.takeLong();
                    item[1] = in.hasMore() ? in.takeLong() : -1;
                });
        assertThat(older.version()).isEqualTo(1);
        assertThat(newer.version()).isEqualTo(2);
        buffer.putLong(8, 99);
        final int length = older.encode(new long[] {7, 0}, buffer, 0);
        assertThat(newer.decode(buffer, 0, length, new long[] {1, 2})).containsExactly(7, -1);
    }

    @Test
    void doesNotReadBeyondTheEndOfAnItem() {
        final int length = Note.TYPE.encode(new Note(), buffer, 0);
        for (int shorter = 0; shorter < length; shorter++) {
            final int end = shorter;
            assertThatThrownBy(() -> Note.TYPE.decode(buffer, 0, end, new Note()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has fewer fields; ask hasMore()");
        }
    }

    @Test
    void refusesTextThatDoesNotFitInAField() {
        final Note note = new Note();
        note.text = "x".repeat(30_000);
        assertThatThrownBy(() -> Note.TYPE.encode(note, buffer, 0)).hasMessageContaining("30000 characters");
    }

    @Test
    void encodesTextAsTheJdkDoes() {
        for (final String text :
                new String[] {"", "ascii", "äöü", "\u07FF\u0800\uFFFF", "a🎈b", "\uD800x", "x\uDC00"}) {
            final byte[] expected = text.getBytes(StandardCharsets.UTF_8);
            assertThat(Utf8.encode(text, buffer, 0)).isEqualTo(expected.length);
            final byte[] actual = new byte[expected.length];
            buffer.getBytes(0, actual);
            assertThat(actual).isEqualTo(expected);
        }
    }

    @Test
    void readyCodecsReadBackWhatTheyWrote() {
        assertThat(Codecs.INT64.decode(buffer, 0, Codecs.INT64.encode(-7L, buffer, 0), null))
                .isEqualTo(-7L);
        assertThat(Codecs.FLOAT64.decode(buffer, 0, Codecs.FLOAT64.encode(2.5, buffer, 0), null))
                .isEqualTo(2.5);
        assertThat(Codecs.TEXT.decode(buffer, 0, Codecs.TEXT.encode("häh?", buffer, 0), null))
                .isEqualTo("häh?");
        final Codec<Integer> viaText = Codecs.viaText("number", String::valueOf, Integer::valueOf);
        assertThat(viaText.decode(buffer, 0, viaText.encode(77, buffer, 0), null))
                .isEqualTo(77);
    }
}
