package io.millrace.journal;

import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.model.Roll;
import io.millrace.journal.restart.JournalResumption;
import io.millrace.journal.restart.ResumeOptions;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.Heads;
import io.millrace.journal.support.Records;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** A journal in a directory of its own, with a file for each minute of a clock that the test sets. */
abstract class SessionFixture {
    static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

    final Batch batch = new Batch();
    long now = 1_700_000_000_000L;
    final JournalOptions writing =
            JournalOptions.DEFAULTS.roll(Roll.MINUTELY).wallClock(() -> now).blockBytes(1 << 20);
    final ResumeOptions options = ResumeOptions.DEFAULTS.writing(writing);

    @TempDir
    Path temp;

    JournalWriter create() {
        return Journal.create(temp, Heads.head(), writing);
    }

    JournalWriter resume(final long next) {
        try (JournalResumption resumption = Journal.resume(temp, Heads.head(), options)) {
            return resumption.resume(next);
        }
    }

    List<String> from(final long seq) {
        try (JournalReader reader = Journal.open(temp, ReadOptions.DEFAULTS, seq)) {
            return Records.rest(reader);
        }
    }

    static List<String> numbers(final int from, final int to) {
        final List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add(i + " DATA " + i);
            lines.add("");
        }
        return lines;
    }
}
