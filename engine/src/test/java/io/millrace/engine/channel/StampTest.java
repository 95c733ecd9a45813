package io.millrace.engine.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class StampTest {
    private static Stamp record(final long time, final long seq, final int... path) {
        final Stamp stamp = new Stamp();
        stamp.record(time, seq);
        for (final int ordinal : path) {
            stamp.append(ordinal);
        }
        return stamp;
    }

    private static Stamp timer(final long time, final int place, final String key, final long count) {
        final Stamp stamp = new Stamp();
        stamp.timer(time, place, 0, count);
        final byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        stamp.keyText(new UnsafeBuffer(bytes), 0, bytes.length);
        return stamp;
    }

    private static Stamp timer(final long time, final int place, final long key, final long count) {
        final Stamp stamp = new Stamp();
        stamp.timer(time, place, key, count);
        return stamp;
    }

    private static Stamp end(final long time, final int place, final long key) {
        final Stamp stamp = new Stamp();
        stamp.end(time, place, key);
        return stamp;
    }

    private static List<Stamp> inOrder() {
        final Stamp least = new Stamp();
        least.least();
        final Stamp infinite = new Stamp();
        infinite.infinite();
        final Stamp sealed = record(10, 3);
        sealed.seal();
        final List<Stamp> stamps = new ArrayList<>(List.of(
                least,
                timer(9, 5, 0, 0),
                timer(10, 1, -3, 7),
                timer(10, 1, 4, 2),
                timer(10, 1, 4, 9),
                timer(10, 2, "", 1),
                timer(10, 2, "a", 5),
                timer(10, 2, "ab", 1),
                timer(10, 2, "é", 1),
                record(10, 3),
                record(10, 3, 0),
                record(10, 3, 0, 5),
                record(10, 3, 0, 5, 1),
                record(10, 3, 1),
                record(10, 3, 12)));
        stamps.addAll(List.of(
                sealed, record(10, 4), end(10, 0, 5), end(10, 0, 6), end(10, 1, -5), timer(11, 0, 0, 0), infinite));
        return stamps;
    }

    @Test
    void ordersByTimeThenRootThenPath() {
        final List<Stamp> stamps = inOrder();
        for (int i = 0; i < stamps.size(); i++) {
            for (int j = 0; j < stamps.size(); j++) {
                assertThat(Integer.signum(stamps.get(i).compareWith(stamps.get(j))))
                        .as("%s and %s", stamps.get(i), stamps.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void survivesACell() {
        final ExpandableArrayBuffer cell = new ExpandableArrayBuffer();
        for (final Stamp stamp : inOrder()) {
            Cells.writeControl(cell, 8, RecordKind.FRONTIER, 0, stamp, new UnsafeBuffer(0, 0), 0, 0);
            final Stamp read = record(1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            read.load(cell, 8);
            assertThat(read.compareWith(stamp)).as("%s", stamp).isZero();
            final Stamp copy = new Stamp();
            copy.copyFrom(read);
            assertThat(copy.compareWith(stamp)).isZero();
        }
    }

    @Test
    void carriesAnItemWithKeyAndPath() {
        final ExpandableArrayBuffer cell = new ExpandableArrayBuffer();
        final byte[] key = "BTCUSDT".getBytes(StandardCharsets.UTF_8);
        final byte[] payload = "payload".getBytes(StandardCharsets.UTF_8);
        final Stamp root = timer(77, 3, "some key", 5);
        Cells.writeItem(
                cell, 16, 9, root, 42, 0, 1234, new UnsafeBuffer(key), 0, key.length, new UnsafeBuffer(payload), 7);
        assertThat(Cells.edge(cell, 16)).isEqualTo(9);
        assertThat(Cells.keyHash(cell, 16)).isEqualTo(1234);
        assertThat(cell.getStringWithoutLengthAscii(Cells.keyOffset(cell, 16), Cells.keyLength(cell, 16)))
                .isEqualTo("BTCUSDT");
        assertThat(cell.getStringWithoutLengthAscii(Cells.payloadOffset(cell, 16), 7))
                .isEqualTo("payload");
        assertThat(RecordLayout.length(cell, 16)).isEqualTo(Cells.payloadOffset(cell, 16) - 16 + 7);
        final Stamp read = new Stamp();
        read.load(cell, 16);
        root.append(42);
        assertThat(read.compareWith(root)).isZero();
    }
}
