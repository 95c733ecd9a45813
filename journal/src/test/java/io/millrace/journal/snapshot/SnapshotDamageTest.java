package io.millrace.journal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.DamageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotDamageTest {
    private SnapshotFiles store;

    @TempDir
    private Path temp;

    @BeforeEach
    void twoSnapshots() {
        store = Sample.open(temp);
        Sample.write(store, 10);
        Sample.write(store, 20);
    }

    private void assertOnlyTheOlderIsRead(final String why) {
        assertThat(store.list()).contains(20);
        assertThatThrownBy(() -> store.read(20))
                .as(why)
                .isInstanceOfSatisfying(DamageException.class, e -> {
                    assertThat(e.file()).isEqualTo(Sample.file(temp, 20));
                    assertThat(e.number()).isEqualTo(20);
                    assertThat(e.position()).isNotNegative();
                })
                .hasMessageContaining("the snapshot of record 20 is damaged")
                .hasMessageContaining("at byte")
                .hasMessageContaining("an older snapshot");
        assertThat(Sample.newest(store)).isEqualTo("state at 10");
    }

    @Test
    void everyByteThatChangesIsNoticed() throws IOException {
        final Path file = Sample.file(temp, 20);
        final byte[] sound = Files.readAllBytes(file);
        for (int i = 0; i < sound.length; i++) {
            for (final int change : new int[] {0x01, 0x80, 0xFF}) {
                final byte[] damaged = sound.clone();
                damaged[i] ^= (byte) change;
                Files.write(file, damaged);
                assertOnlyTheOlderIsRead("byte " + i + " changed by " + change);
            }
        }
        Files.write(file, sound);
        assertThat(Sample.newest(store)).isEqualTo("state at 20");
    }

    @Test
    void everyByteOfTheManifestIsHarmless() throws IOException {
        final Path manifest = Sample.manifest(temp);
        final byte[] sound = Files.readAllBytes(manifest);
        for (int i = 0; i < sound.length; i++) {
            for (final int change : new int[] {0x01, 0x80, 0xFF}) {
                final byte[] damaged = sound.clone();
                damaged[i] ^= (byte) change;
                Files.write(manifest, damaged);
                assertThat(Sample.newest(store)).isEqualTo("state at 20");
            }
            Files.write(manifest, Arrays.copyOf(sound, i));
            assertThat(Sample.newest(store)).isEqualTo("state at 20");
        }
        Files.writeString(manifest, "crc 00000000\n");
        assertThat(Sample.newest(store)).isEqualTo("state at 20");
        Files.delete(manifest);
        assertThat(Sample.newest(store)).isEqualTo("state at 20");
        assertThat(Sample.newest(Sample.open(temp))).isEqualTo("state at 20");
        Sample.write(store, 30);
        assertThat(store.list()).containsExactly(30, 20, 10);
        assertThat(Files.readString(manifest)).contains("30.snapshot");
    }

    @Test
    void everyCutIsNoticed() throws IOException {
        final Path file = Sample.file(temp, 20);
        final byte[] sound = Files.readAllBytes(file);
        for (int length = 0; length < sound.length; length++) {
            Files.write(file, Arrays.copyOf(sound, length));
            assertOnlyTheOlderIsRead("cut to " + length);
        }
        for (int more = 1; more < 20; more++) {
            Files.write(file, Arrays.copyOf(sound, sound.length + more));
            assertOnlyTheOlderIsRead(more + " bytes too many");
        }
        Files.write(file, new byte[sound.length]);
        assertOnlyTheOlderIsRead("zeroes");
    }

    @Test
    void swappedNamesAreNoticed() throws IOException {
        final byte[] ten = Files.readAllBytes(Sample.file(temp, 10));
        Files.move(Sample.file(temp, 20), Sample.file(temp, 30));
        Files.write(Sample.file(temp, 20), ten);
        assertOnlyTheOlderIsRead("another's content");
        assertThatThrownBy(() -> store.read(30))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining("it is the snapshot of record 20 under the name of another");
        Files.delete(Sample.manifest(temp));
        assertOnlyTheOlderIsRead("another's content, no manifest");
    }

    @Test
    void aFileThatIsSoundButNotTheOneWrittenIsNoticed() throws IOException {
        final Path elsewhere = temp.resolve("elsewhere");
        Sample.write(Sample.open(elsewhere), 20, "state of 20");
        Files.write(Sample.file(temp, 20), Files.readAllBytes(Sample.file(elsewhere, 20)));
        assertOnlyTheOlderIsRead("same length, another state");
        Files.delete(Sample.manifest(temp));
        assertThat(Sample.read(store, 20)).isEqualTo("state of 20");
    }

    @Test
    void aManifestOfAnotherJournalIsPassedOver() throws IOException {
        final Path elsewhere = temp.resolve("elsewhere");
        Sample.write(SnapshotFiles.open(elsewhere, UUID.randomUUID(), Sample.OPTIONS), 20, "another journal's");
        Files.write(Sample.manifest(temp), Files.readAllBytes(Sample.manifest(elsewhere)));
        assertThat(Sample.newest(store)).isEqualTo("state at 20");
    }

    @Test
    void copiesAndOtherFilesAreNotSnapshots() throws IOException {
        final byte[] bytes = Files.readAllBytes(Sample.file(temp, 20));
        final Path directory = temp.resolve("snapshots");
        Files.write(directory.resolve("00000000000000000020 (copy).snapshot"), bytes);
        Files.write(directory.resolve("20.snapshot"), bytes);
        Files.write(directory.resolve("99999999999999999999.snapshot"), bytes);
        Files.write(directory.resolve("09999999999999999999.snapshot"), bytes);
        Files.write(directory.resolve("0000000000000000002x.snapshot"), bytes);
        Files.write(directory.resolve("00000000000000000021.snapshot.bak"), bytes);
        assertThat(store.list()).containsExactly(20, 10);
        Files.createDirectory(directory.resolve("00000000000000000022.snapshot"));
        assertThat(store.list()).containsExactly(22, 20, 10);
        assertThatThrownBy(() -> store.read(22))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("22.snapshot");
        assertThat(Sample.newest(store)).isEqualTo("state at 20");
    }

    @Test
    void aNewerFormatIsToldFromDamage() throws IOException {
        final Path file = Sample.file(temp, 20);
        final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        for (final int version : new int[] {2, 0, -1}) {
            bytes.putInt(4, version);
            final CRC32C crc = new CRC32C();
            crc.update(bytes.array(), 0, bytes.capacity() - 4);
            bytes.putInt(bytes.capacity() - 4, (int) crc.getValue());
            Files.write(file, bytes.array());
            if (version == 2) {
                assertThatThrownBy(() -> store.read(20))
                        .isInstanceOf(ConnectorException.class)
                        .isNotInstanceOf(DamageException.class)
                        .hasMessageContaining("format version 2, this Millrace reads up to 1")
                        .hasMessageContaining("a newer one");
            } else {
                assertOnlyTheOlderIsRead("version " + version);
            }
        }
        assertThat(Sample.newest(store)).isEqualTo("state at 10");
    }
}
