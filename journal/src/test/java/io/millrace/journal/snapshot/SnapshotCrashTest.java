package io.millrace.journal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.DamageException;
import io.millrace.journal.support.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SnapshotCrashTest {
    @TempDir
    private Path temp;

    /** The end of the process, at some step. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Crashes at the n-th step. */
    private static final class CrashAt implements Consumer<WriteStep> {
        private int left;

        CrashAt(final int step) {
            this.left = step;
        }

        @Override
        public void accept(final WriteStep step) {
            if (left-- == 0) {
                throw new Crash();
            }
        }
    }

    private static boolean crashes(final Path dir, final int step, final long inputSeq, final String state) {
        final Throwable crash =
                catchThrowable(() -> Sample.write(Sample.open(dir, new CrashAt(step)), inputSeq, state));
        if (crash == null) {
            return false;
        }
        assertThat(crash).isInstanceOf(Crash.class);
        return true;
    }

    @Test
    void aCrashAtAnyStepLeavesTheNewOneOrTheOnesBefore() {
        int step = 0;
        int kept = 0;
        for (boolean crashed = true; crashed; step++) {
            final Path dir = temp.resolve("crash-" + step);
            final SnapshotFiles before = Sample.open(dir);
            Sample.write(before, 10);
            Sample.write(before, 20);
            Sample.write(before, 30);
            crashed = crashes(dir, step, 40, "state at 40");
            final SnapshotFiles after = Sample.open(dir);
            final boolean isNew = after.list()[0] == 40;
            assertThat(Sample.newest(after)).isEqualTo(isNew ? "state at 40" : "state at 30");
            assertThat(after.list()).contains(30, 20);
            assertThat(Sample.names(dir)).noneMatch(name -> name.endsWith(".tmp"));
            kept += isNew ? 1 : 0;
            Sample.write(after, 50);
            assertThat(Sample.newest(after)).isEqualTo("state at 50");
            assertThat(after.list()).hasSize(3);
        }
        // Six steps for each of the two files, one removal; and the run that did not crash.
        assertThat(step).isEqualTo(14);
        assertThat(kept).isEqualTo(10);
    }

    @Test
    void aCrashWhileOneIsReplacedLeavesTheOldOrTheNewOne() {
        int step = 0;
        for (boolean crashed = true; crashed; step++) {
            final Path dir = temp.resolve("crash-" + step);
            Sample.write(Sample.open(dir), 10);
            Sample.write(Sample.open(dir), 20, "old");
            crashed = crashes(dir, step, 20, "new");
            assertThat(Sample.read(Sample.open(dir), 20)).isIn(crashed ? List.of("old", "new") : List.of("new"));
            assertThat(Sample.read(Sample.open(dir), 10)).isEqualTo("state at 10");
        }
        assertThat(step).isGreaterThan(18);
    }

    @Test
    void manyCrashesInARowLoseNothing() {
        Sample.write(Sample.open(temp), 1);
        long newest = 1;
        for (int round = 0; round < 60; round++) {
            crashes(temp, round % 13, round + 2L, "state at " + (round + 2));
            final SnapshotFiles store = Sample.open(temp);
            assertThat(store.list()[0]).isGreaterThanOrEqualTo(newest);
            newest = store.list()[0];
            assertThat(Sample.newest(store)).isEqualTo("state at " + newest);
        }
        Sample.write(Sample.open(temp), 100);
        assertThat(Sample.open(temp).list()).hasSize(3);
        assertThat(newest).isGreaterThan(50);
    }

    @Test
    void anUnsyncedFileThatLostItsEndUnderItsNameIsPassedOver() throws IOException {
        Sample.write(Sample.open(temp), 10);
        Files.write(Sample.file(temp, 20), new byte[4096]);
        Files.write(Sample.file(temp, 30), new byte[0]);
        assertThat(Sample.newest(Sample.open(temp))).isEqualTo("state at 10");
        assertThatThrownBy(() -> Sample.open(temp).read(30)).isInstanceOf(DamageException.class);
    }

    @Test
    void aDiskThatGivesBackOtherBytesIsNoticedBeforeAnythingCountsOnThem() {
        Sample.write(Sample.open(temp), 10);
        for (final int at : new int[] {0, 30, 50, 58, 61}) {
            final SnapshotFiles store = Sample.open(temp, step -> {
                if (step == WriteStep.SYNCED) {
                    change(at);
                }
            });
            assertThatThrownBy(() -> Sample.write(store, 20))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("20.snapshot")
                    .hasMessageContaining("byte " + at + " is not what was written")
                    .hasMessageContaining("Older snapshots are as they were");
            assertThat(Sample.names(temp)).containsExactly("00000000000000000010.snapshot", "manifest");
        }
    }

    private void change(final int at) {
        final Path unfinished = temp.resolve("snapshots")
                .resolve(Sample.names(temp).stream()
                        .filter(name -> name.endsWith(".tmp"))
                        .findFirst()
                        .orElseThrow());
        try {
            final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(unfinished));
            bytes.put(at, (byte) ~bytes.get(at));
            Files.write(unfinished, bytes.array());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatAKilledProcessHadWrittenIsThere() throws IOException, InterruptedException {
        for (int round = 0; round < 3; round++) {
            long told;
            try (ChildJvm child = ChildJvm.start(Writer.class, temp.toString(), Integer.toString(round * 100_000))) {
                told = Long.parseLong(child.readLine());
                for (int i = 0; i < 20 + round; i++) {
                    told = Long.parseLong(child.readLine());
                }
                child.kill();
                for (final String line : child.restOfOutput()) {
                    told = Long.parseLong(line);
                }
            }
            final SnapshotFiles store = Sample.open(temp);
            assertThat(store.list()[0]).isBetween(told, told + 1);
            for (final long inputSeq : store.list()) {
                assertThat(store.read(inputSeq).getLong(0)).isEqualTo(inputSeq);
            }
        }
    }

    /** Another process: writes snapshots, and says so, until it is killed. */
    static final class Writer {
        public static void main(final String[] args) {
            final SnapshotFiles store = Sample.open(Path.of(args[0]));
            final ExpandableArrayBuffer bytes = new ExpandableArrayBuffer(200_000);
            for (long i = Long.parseLong(args[1]); ; i++) {
                bytes.putLong(0, i);
                store.write(i, bytes, 100_000 + (int) (i % 1_000));
                System.out.println(i);
            }
        }
    }
}
