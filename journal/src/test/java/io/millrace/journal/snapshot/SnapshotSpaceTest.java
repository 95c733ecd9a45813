package io.millrace.journal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.support.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SnapshotSpaceTest {
    private long free = 1_000_000;

    @TempDir
    private Path temp;

    private SnapshotFiles store() {
        return SnapshotFiles.open(
                temp, Sample.JOURNAL, Sample.OPTIONS.minFreeBytes(1_000).freeBytes(dir -> free));
    }

    @Test
    void failsBeforeTheDiskIsFullAndKeepsTheOlderOnes() {
        Sample.write(store(), 10);
        free = 1_000 + 52 + 9;
        assertThatThrownBy(() -> Sample.write(store(), 20))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("no room for the 63 bytes of the snapshot")
                .hasMessageContaining(Sample.file(temp, 20).toString())
                .hasMessageContaining("Older snapshots are as they were");
        assertThat(Sample.names(temp)).containsExactly("00000000000000000010.snapshot", "manifest");
        free += 2;
        Sample.write(store(), 20);
        assertThat(Sample.newest(store())).isEqualTo("state at 20");
    }

    @Test
    void keepsTheOlderOnesWhenTheSystemGivesNoMoreSpace() throws IOException, InterruptedException {
        try (ChildJvm child = ChildJvm.startLimited(1_024, Filler.class, temp.toString())) {
            assertThat(child.readLine()).isEqualTo("10 kept");
            assertThat(child.readLine())
                    .startsWith("ConnectorException: can't keep the snapshot")
                    .contains("20.snapshot")
                    .contains("free space");
            assertThat(child.exitCode()).as(child.errors().toString()).isZero();
        }
        assertThat(Sample.names(temp)).containsExactly("00000000000000000010.snapshot", "manifest");
        assertThat(Sample.newest(Sample.open(temp))).isEqualTo("state at 10");
    }

    /** Another process, whose files may not grow beyond a mebibyte. */
    static final class Filler {
        public static void main(final String[] args) {
            final SnapshotFiles store = Sample.open(Path.of(args[0]));
            Sample.write(store, 10);
            System.out.println("10 kept");
            try {
                store.write(20, new UnsafeBuffer(new byte[3_000_000]), 3_000_000);
            } catch (final ConnectorException e) {
                System.out.println("ConnectorException: " + e.getMessage());
            }
        }
    }

    @Test
    void saysWhyADirectoryCanNotBeWrittenTo() throws IOException {
        Sample.write(Sample.open(temp), 10);
        final Path directory = temp.resolve("snapshots");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            Assumptions.assumeFalse(Files.isWritable(directory), "needs a user whom permissions hold back");
            assertThatThrownBy(() -> Sample.write(Sample.open(temp), 20))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("20.snapshot")
                    .hasMessageContaining("permissions");
            assertThat(Sample.newest(Sample.open(temp))).isEqualTo("state at 10");
        } finally {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void saysThatAFileIsInTheWay() throws IOException {
        Files.writeString(temp.resolve("snapshots"), "a file");
        assertThatThrownBy(() -> Sample.open(temp))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining(temp.resolve("snapshots").toString());
        Files.delete(temp.resolve("snapshots"));
        final SnapshotFiles store = Sample.open(temp);
        Files.writeString(temp.resolve("snapshots"), "a file");
        assertThatThrownBy(() -> Sample.write(store, 10))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("can't keep the snapshot");
    }

    @Test
    void anOlderOneThatCanNotBeRemovedFailsNothing() throws IOException {
        final SnapshotFiles store = SnapshotFiles.open(temp, Sample.JOURNAL, Sample.OPTIONS.keep(1));
        Files.createDirectories(Sample.file(temp, 10).resolve("full"));
        Sample.write(store, 20);
        assertThat(Sample.newest(store)).isEqualTo("state at 20");
    }
}
