package io.millrace.journal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.SnapshotStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableDirectByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFilesTest {
    @TempDir
    private Path temp;

    @Test
    void givesBackWhatWasWrittenNewestFirst() {
        final SnapshotFiles store = Sample.open(temp);
        assertThat(store.list()).isEmpty();
        Sample.write(store, 9);
        Sample.write(store, 1_000);
        Sample.write(store, Long.MAX_VALUE);
        assertThat(store.list()).containsExactly(Long.MAX_VALUE, 1_000, 9);
        final SnapshotStore again = SnapshotFiles.readOnly(temp, Sample.JOURNAL);
        assertThat(again.list()).containsExactly(Long.MAX_VALUE, 1_000, 9);
        assertThat(Sample.read(again, 9)).isEqualTo("state at 9");
        assertThat(Sample.read(again, 1_000)).isEqualTo("state at 1000");
        assertThat(Sample.newest(again)).isEqualTo("state at " + Long.MAX_VALUE);
    }

    @Test
    void takesSnapshotsFromAnyKindOfMemoryAndGivesThemAlignedOutsideTheHeap() {
        final byte[] bytes = new byte[3_000_001];
        new Random(7).nextBytes(bytes);
        final SnapshotFiles store = SnapshotFiles.open(temp, Sample.JOURNAL, Sample.OPTIONS.keep(9));
        final ExpandableDirectByteBuffer growing = new ExpandableDirectByteBuffer(16);
        growing.putBytes(0, bytes);
        final ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length + 100);
        direct.put(17, bytes);
        final byte[] shifted = new byte[bytes.length + 100];
        System.arraycopy(bytes, 0, shifted, 33, bytes.length);
        store.write(0, new UnsafeBuffer(bytes), bytes.length);
        store.write(1, new UnsafeBuffer(shifted, 33, bytes.length), bytes.length);
        store.write(2, growing, bytes.length);
        store.write(3, new UnsafeBuffer(direct, 17, bytes.length), bytes.length);
        store.write(4, new UnsafeBuffer(growing.addressOffset(), bytes.length), bytes.length);
        store.write(5, growing, 0);
        for (int i = 0; i < 5; i++) {
            final DirectBuffer read = store.read(i);
            assertThat(read.byteArray()).isNull();
            assertThat(read.addressOffset() % 64).isZero();
            assertThat(read.capacity()).isEqualTo(bytes.length);
            assertThat(read).isEqualTo(new UnsafeBuffer(bytes));
        }
        assertThat(store.read(5).capacity()).isZero();
    }

    @Test
    void keepsTheNewestOnes() {
        final SnapshotFiles store = SnapshotFiles.open(temp, Sample.JOURNAL, Sample.OPTIONS.keep(2));
        for (int i = 1; i <= 5; i++) {
            Sample.write(store, i * 10L);
        }
        assertThat(Sample.names(temp))
                .containsExactly("00000000000000000040.snapshot", "00000000000000000050.snapshot", "manifest");
        final SnapshotFiles one = SnapshotFiles.open(temp, Sample.JOURNAL, Sample.OPTIONS.keep(1));
        Sample.write(one, 60);
        assertThat(one.list()).containsExactly(60);
    }

    @Test
    void theOneJustWrittenStaysWhateverElseIsThere() {
        final SnapshotFiles store = SnapshotFiles.open(temp, Sample.JOURNAL, Sample.OPTIONS.keep(1));
        Sample.write(store, 100);
        Sample.write(store, 50);
        assertThat(store.list()).containsExactly(100, 50);
        assertThat(Sample.read(store, 50)).isEqualTo("state at 50");
    }

    @Test
    void takesAnotherInThePlaceOfOneWithTheSameNumber() {
        final SnapshotFiles store = Sample.open(temp);
        Sample.write(store, 7, "first");
        Sample.write(store, 8);
        Sample.write(store, 7, "second, and longer");
        assertThat(Sample.read(store, 7)).isEqualTo("second, and longer");
        assertThat(Sample.read(store, 8)).isEqualTo("state at 8");
    }

    @Test
    void manifestListsThemForPeopleToo() throws IOException {
        final SnapshotFiles store = Sample.open(temp);
        Sample.write(store, 7);
        Sample.write(store, 4_711);
        assertThat(Files.readString(Sample.manifest(temp)))
                .startsWith("millrace-snapshots 1 " + Sample.JOURNAL + "\n7 10 ")
                .containsPattern("4711 13 [0-9a-f]{16} 00000000000000004711.snapshot\n")
                .endsWith("\n")
                .containsPattern("crc [0-9a-f]{8}\n$");
    }

    @Test
    void setsAsideWhatTheJournalHasLost() {
        final SnapshotFiles store = Sample.open(temp);
        Sample.write(store, 10);
        Sample.write(store, 20);
        Sample.write(store, 30);
        store.cutTo(31);
        assertThat(store.list()).containsExactly(30, 20, 10);
        store.cutTo(20);
        assertThat(store.list()).containsExactly(10);
        Sample.write(store, 20, "another future");
        assertThat(Sample.read(store, 20)).isEqualTo("another future");
        store.cutTo(15);
        assertThat(Sample.names(temp))
                .containsExactly(
                        "00000000000000000010.snapshot",
                        "00000000000000000020.snapshot.lost",
                        "00000000000000000020.snapshot.lost-2",
                        "00000000000000000030.snapshot.lost",
                        "manifest");
    }

    @Test
    void refusesWhatIsNoSnapshot() {
        final SnapshotFiles store = Sample.open(temp);
        final UnsafeBuffer bytes = new UnsafeBuffer(new byte[8]);
        assertThatThrownBy(() -> store.write(-1, bytes, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.write(1, bytes, 9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.write(1, bytes, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.read(5))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("there is no snapshot of record 5");
        assertThatThrownBy(() -> Sample.OPTIONS.keep(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sample.OPTIONS.minFreeBytes(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lookingAtSnapshotsChangesNothing() throws IOException {
        Sample.write(Sample.open(temp), 5);
        final Path unfinished =
                Files.writeString(temp.resolve("snapshots/00000000000000000006.snapshot.1-1.tmp"), "half");
        final SnapshotStore reader = SnapshotFiles.readOnly(temp, Sample.JOURNAL);
        assertThat(reader.list()).containsExactly(5);
        assertThat(unfinished).exists();
        assertThatThrownBy(() -> Sample.write(reader, 6))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("for reading only");
        final Path nowhere = temp.resolve("nowhere");
        assertThat(SnapshotFiles.readOnly(nowhere, Sample.JOURNAL).list()).isEmpty();
        assertThat(nowhere).doesNotExist();
        assertThat(Sample.open(temp).list()).containsExactly(5);
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void refusesSnapshotsOfAnotherJournal() {
        Sample.write(Sample.open(temp), 5);
        final UUID other = UUID.randomUUID();
        assertThatThrownBy(() -> SnapshotFiles.readOnly(temp, other).read(5))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("belongs to journal " + Sample.JOURNAL)
                .hasMessageContaining(other.toString())
                .hasMessageContaining("remove it");
    }
}
