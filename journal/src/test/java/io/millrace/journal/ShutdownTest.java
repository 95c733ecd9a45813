package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.spi.InputLogReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.restart.JournalResumption;
import io.millrace.journal.restart.ResumeOptions;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.ChildJvm;
import io.millrace.journal.support.Heads;
import io.millrace.journal.support.Records;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ShutdownTest {
    @TempDir
    private Path temp;

    /** A run that has read its journal when the signal comes still begins a session and ends it. */
    @Test
    void aSessionCanBeginWhileTheProcessEnds() throws InterruptedException {
        try (JournalWriter log = Journal.create(temp, Heads.head(), JournalOptions.DEFAULTS)) {
            new Batch().data("a").appendTo(log);
        }
        try (ChildJvm child = ChildJvm.start(LateWriter.class, temp.toString())) {
            assertThat(child.exitCode()).as(String.join("\n", child.errors())).isZero();
            assertThat(child.errors()).noneMatch(line -> line.contains("Exception"));
        }
        assertThat(Records.count(Records.of(temp))).isEqualTo(2);
    }

    /** Another process: goes on with a journal only when it is about to end. */
    static final class LateWriter {
        public static void main(final String[] args) {
            final JournalResumption resumption = Journal.resume(Path.of(args[0]), Heads.head(), ResumeOptions.DEFAULTS);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> append(resumption)));
            System.exit(0);
        }

        private static void append(final JournalResumption resumption) {
            try (InputLogReader reader = resumption.read(0)) {
                while (reader.next()) {
                    // Nothing is done with it.
                }
            }
            try (JournalWriter log = resumption.resume(1)) {
                final Batch batch = new Batch();
                batch.goTo(1);
                batch.data("b").appendTo(log);
            }
        }
    }
}
