package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.Roll;
import io.millrace.journal.restart.JournalResumption;
import io.millrace.journal.restart.ResumeOptions;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.ChildJvm;
import io.millrace.journal.support.Heads;
import io.millrace.journal.tool.JournalInfo;
import io.millrace.journal.tool.JournalInfo.Writer;
import io.millrace.journal.tool.JournalVerifier;
import io.millrace.journal.tool.Verification;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KillTest {
    private static final int MOST_REPORTS = 400;

    @TempDir
    private Path temp;

    @RepeatedTest(5)
    void losesNothingThatWasAppended() throws IOException, InterruptedException {
        final int reports = 1 + new Random().nextInt(MOST_REPORTS);
        long reported = -1;
        try (ChildJvm child = ChildJvm.start(Appender.class, temp.toString())) {
            for (int i = 0; i < reports; i++) {
                reported = Long.parseLong(child.readLine());
            }
            child.kill();
            // What it had printed and we had not read yet; the last line may be cut.
            final List<String> rest = child.restOfOutput();
            if (rest.size() > 1) {
                reported = Long.parseLong(rest.get(rest.size() - 2));
            }
        }
        final Verification verification = JournalVerifier.verify(temp);
        assertThat(verification.isSound()).as(verification.toString()).isTrue();
        assertThat(verification.nextSeq()).isGreaterThan(reported);
        assertThat(JournalInfo.of(temp).writer()).isEqualTo(Writer.DIED);
        assertThat(readNumbers()).isEqualTo(verification.nextSeq());
    }

    @Test
    void goesOnAfterEachOfManyKills() throws IOException, InterruptedException {
        final Random random = new Random();
        long least = 0;
        for (int run = 0; run < 6; run++) {
            try (ChildJvm child = ChildJvm.start(Appender.class, temp.toString())) {
                for (int i = 1 + random.nextInt(60); i > 0; i--) {
                    least = Long.parseLong(child.readLine());
                }
                child.kill();
            }
            assertThat(readNumbers()).isGreaterThan(least);
        }
        assertThat(JournalInfo.of(temp).sessions()).hasSize(6);
    }

    /** Checks that records are numbered from 0 on and each holds its number; gives how many there are. */
    private long readNumbers() {
        long next = 0;
        try (JournalReader reader = Journal.open(temp)) {
            while (reader.next()) {
                final UnsafeBuffer buffer = reader.buffer();
                int at = reader.offset();
                while (at < reader.offset() + reader.length()) {
                    final int length = RecordLayout.length(buffer, at);
                    final byte[] payload = new byte[length - RecordLayout.HEADER];
                    buffer.getBytes(at + RecordLayout.HEADER, payload);
                    assertThat(RecordLayout.inputSeq(buffer, at)).isEqualTo(next);
                    assertThat(new String(payload, StandardCharsets.US_ASCII)).isEqualTo(Appender.payload(next));
                    at += RecordLayout.aligned(length);
                    next++;
                }
            }
        }
        return next;
    }

    /** Another process: appends as fast as it can, in files of a few thousand batches, and reports now and then. */
    static final class Appender {
        private static final int BATCHES_PER_REPORT = 50;
        private static final int BATCHES_PER_FILE = 3_000;
        private static final long MINUTE_MILLIS = 60_000;

        private static long batches;

        static String payload(final long seq) {
            return "record " + seq + "-".repeat((int) (seq % 97));
        }

        private static JournalWriter open(final Path dir, final JournalOptions options) {
            if (!Journal.isThere(dir)) {
                return Journal.create(dir, Heads.head(), options);
            }
            long next = 0;
            try (JournalResumption resumption =
                    Journal.resume(dir, Heads.head(), ResumeOptions.DEFAULTS.writing(options))) {
                try (InputLogReader reader = resumption.read(0)) {
                    while (reader.next()) {
                        next += reader.count();
                    }
                }
                return resumption.resume(next);
            }
        }

        public static void main(final String[] args) {
            final PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
            final JournalOptions options = JournalOptions.DEFAULTS
                    .roll(Roll.MINUTELY)
                    .blockBytes(1 << 20)
                    .wallClock(() -> batches / BATCHES_PER_FILE * MINUTE_MILLIS);
            final Batch batch = new Batch();
            final Random sizes = new Random();
            try (JournalWriter log = open(Path.of(args[0]), options)) {
                batch.goTo(log.nextSeq());
                while (true) {
                    for (int i = sizes.nextInt(30); i >= 0; i--) {
                        batch.data(payload(log.nextSeq() + batch.count()));
                    }
                    batch.appendTo(log);
                    batches++;
                    if (batches % BATCHES_PER_REPORT == 0) {
                        out.println(log.nextSeq() - 1);
                    }
                }
            }
        }
    }
}
