package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.store.DirectoryLock;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.support.ChildJvm;
import io.millrace.journal.support.Heads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LockTest {
    @TempDir
    private Path temp;

    @Test
    void refusesASecondWriterInThisProcess() {
        try (JournalWriter log = Journal.create(temp, Heads.head(), JournalOptions.DEFAULTS)) {
            assertThatThrownBy(() -> Journal.create(temp, Heads.head(), JournalOptions.DEFAULTS))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("is being written by this process");
            assertThat(log.nextSeq()).isZero();
        }
    }

    @Test
    void refusesAWriterWhileAnotherProcessWrites() throws IOException, InterruptedException {
        Files.createDirectories(temp.resolve("input"));
        try (ChildJvm child = ChildJvm.start(Holder.class, temp.toString())) {
            assertThat(child.readLine()).isEqualTo("locked");
            assertThatThrownBy(() -> Journal.create(temp, Heads.head(), JournalOptions.DEFAULTS))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("is being written by process " + child.pid());
            child.kill();
            Journal.create(temp, Heads.head(), JournalOptions.DEFAULTS).close();
        }
    }

    @Test
    void isNotHeldUpByAFileLeftBehind() throws IOException {
        Files.writeString(temp.resolve("writer.lock"), "1");
        Journal.create(temp, Heads.head(), JournalOptions.DEFAULTS).close();
        assertThat(Files.readString(temp.resolve("writer.lock")))
                .isEqualTo(Long.toString(ProcessHandle.current().pid()));
    }

    /** Another process: takes the lock and keeps it until it is killed. */
    static final class Holder {
        public static void main(final String[] args) throws InterruptedException {
            try (DirectoryLock lock = DirectoryLock.take(LogDirectory.ofJournal(Path.of(args[0])))) {
                System.out.println(lock == null ? "nothing" : "locked");
                new CountDownLatch(1).await();
            }
        }
    }
}
