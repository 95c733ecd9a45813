package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.ExactSink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.stage.DefinitionType;
import io.millrace.engine.stage.Definitions;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.Roll;
import io.millrace.journal.output.OutputLog;
import io.millrace.journal.output.OutputLogReader;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.support.LogBytes;
import io.millrace.journal.support.Sum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An output log holds each item once, however often its process ends. */
@Timeout(120)
class ExactOutputTest {
    private static final UUID JOURNAL = new UUID(1, 2);

    private long now = 1_700_000_000_000L;
    private final JournalOptions writing = JournalOptions.DEFAULTS
            .roll(Roll.MINUTELY)
            .wallClock(() -> now)
            .blockBytes(1 << 20)
            .indexBytes(500);
    private long committable = Long.MAX_VALUE;

    @TempDir
    private Path temp;

    private final class Run implements SinkContext {
        private final UUID journal;
        private final String step;
        private final boolean continues;

        Run(final UUID journal, final String step, final boolean continues) {
            this.journal = journal;
            this.step = step;
            this.continues = continues;
        }

        @Override
        public String stepId() {
            return step;
        }

        @Override
        public <D extends Definitions> D definitions(final DefinitionType<D> type) {
            throw new UnsupportedOperationException("no definitions here");
        }

        @Override
        public UUID journalId() {
            return journal;
        }

        @Override
        public boolean continues() {
            return continues;
        }

        @Override
        public long committable() {
            return committable;
        }
    }

    private ExactSink<Sum> open(final SinkContext context) {
        return OutputLog.at(temp, Sum.TYPE).options(writing).open(context);
    }

    private ExactSink<Sum> goOn() {
        return open(new Run(JOURNAL, "sums", true));
    }

    private static void accept(final ExactSink<Sum> sink, final int from, final int to) {
        for (int i = from; i < to; i++) {
            sink.accept(Sum.of(i));
        }
    }

    private List<String> items() {
        final List<String> items = new ArrayList<>();
        try (OutputLogReader<Sum> reader = OutputLogReader.open(temp, Sum.TYPE)) {
            while (reader.next()) {
                assertThat(reader.number()).isEqualTo(items.size());
                items.add(reader.item().toString());
            }
        }
        return items;
    }

    private static List<String> sums(final int from, final int to) {
        final List<String> sums = new ArrayList<>();
        for (int i = from; i < to; i++) {
            sums.add(Sum.of(i).toString());
        }
        return sums;
    }

    @Test
    void tellsHowManyItemsItHoldsAndGoesOnBehindThem() {
        try (ExactSink<Sum> sink = open(new Run(JOURNAL, "sums", false))) {
            assertThat(sink.held()).isZero();
            accept(sink, 0, 5);
        }
        int held = 5;
        for (int run = 0; run < 10; run++) {
            try (ExactSink<Sum> sink = goOn()) {
                assertThat(sink.held()).isEqualTo(held);
                accept(sink, held, held + run % 3);
                sink.flush();
                now += TimeUnit.MINUTES.toMillis(1);
                accept(sink, held + run % 3, held + run % 3 + run % 4);
                sink.flush();
                sink.sync();
                held += run % 3 + run % 4;
            }
        }
        assertThat(items()).isEqualTo(sums(0, held));
    }

    @Test
    void beginsWithAContinuedRunIfItIsNew() {
        try (ExactSink<Sum> sink = goOn()) {
            assertThat(sink.held()).isZero();
            accept(sink, 0, 2);
        }
        assertThat(items()).isEqualTo(sums(0, 2));
    }

    @Test
    void refusesTheOutputOfAnotherJournalOrStepOrRun() {
        open(new Run(JOURNAL, "sums", false)).close();
        assertThatThrownBy(() -> open(new Run(new UUID(3, 4), "sums", true)))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("holds the output of step 'sums' of journal " + JOURNAL)
                .hasMessageContaining("choose another directory");
        assertThatThrownBy(() -> open(new Run(JOURNAL, "others", true)))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("output 'others'");
        assertThatThrownBy(() -> open(new Run(JOURNAL, "sums", false)))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("already holds an output log");
        assertThatThrownBy(() -> open(new Run(null, "sums", false)))
                .hasMessageContaining("already holds an output log");
        goOn().close();
    }

    @Test
    void keepsBackWhatMayNotLeaveYet() {
        try (ExactSink<Sum> sink = goOn()) {
            committable = 0;
            accept(sink, 0, 10);
            sink.flush();
            assertThat(items()).isEmpty();
            for (int may = 1; may < 10; may += 2) {
                committable = may;
                sink.flush();
                assertThat(items()).isEqualTo(sums(0, may));
            }
        }
        assertThat(items()).isEqualTo(sums(0, 9));
        try (ExactSink<Sum> sink = goOn()) {
            assertThat(sink.held()).isEqualTo(9);
            committable = Long.MAX_VALUE;
            accept(sink, 9, 12);
        }
        assertThat(items()).isEqualTo(sums(0, 12));
    }

    @Test
    void keepsBackMoreThanADocumentHolds() {
        try (ExactSink<Sum> sink = goOn()) {
            committable = 3;
            accept(sink, 0, 100_000);
            assertThat(items()).isEqualTo(sums(0, 3));
            committable = 50_001;
            sink.flush();
            assertThat(items()).isEqualTo(sums(0, 50_001));
            committable = Long.MAX_VALUE;
            accept(sink, 100_000, 100_010);
        }
        assertThat(items()).isEqualTo(sums(0, 100_010));
    }

    @Test
    void takesItemsBackIntoAnotherEpochAndOverwritesNothing() {
        try (ExactSink<Sum> sink = goOn()) {
            accept(sink, 0, 10);
        }
        final int before = LogDirectory.ofOutputLog(temp).files().list().size();
        try (ExactSink<Sum> sink = goOn()) {
            assertThatThrownBy(() -> sink.cutTo(11)).isInstanceOf(IllegalArgumentException.class);
            sink.cutTo(10);
            sink.cutTo(4);
            assertThat(sink.held()).isEqualTo(4);
            assertThat(items()).isEqualTo(sums(0, 4));
            accept(sink, 104, 106);
        }
        assertThat(items()).containsExactly("0/0", "1/0", "2/1", "3/1", "104/52", "105/52");
        try (ExactSink<Sum> sink = goOn()) {
            assertThat(sink.held()).isEqualTo(6);
            sink.cutTo(2);
        }
        try (ExactSink<Sum> sink = goOn()) {
            assertThat(sink.held()).isEqualTo(2);
            accept(sink, 2, 3);
        }
        assertThat(items()).isEqualTo(sums(0, 3));
        assertThat(LogDirectory.ofOutputLog(temp).files().list()).hasSize(before + 3);
    }

    @Test
    void holdsWhatCanBeReadWhereverItWasCut() {
        try (ExactSink<Sum> sink = goOn()) {
            accept(sink, 0, 3);
        }
        try (ExactSink<Sum> sink = goOn()) {
            for (int i = 3; i < 6; i++) {
                accept(sink, i, i + 1);
                sink.flush();
            }
        }
        final LogBytes whole = LogBytes.of(temp);
        final String last = whole.queueFiles().get(1);
        final byte[] bytes = whole.bytes(last);
        int least = Integer.MAX_VALUE;
        for (int length = bytes.length; length > bytes.length - 2_400; length -= 13) {
            whole.copy().put(last, Arrays.copyOf(bytes, length)).write();
            final int held;
            try (ExactSink<Sum> sink = goOn()) {
                held = (int) sink.held();
                assertThat(held).isBetween(3, 6);
            }
            assertThat(items()).as("cut to " + length).isEqualTo(sums(0, held));
            try (ExactSink<Sum> sink = goOn()) {
                accept(sink, held, 8);
            }
            assertThat(items()).as("cut to " + length).isEqualTo(sums(0, 8));
            least = Math.min(least, held);
        }
        assertThat(least).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnWithoutItsProgressFile(final boolean missing) throws IOException {
        try (ExactSink<Sum> sink = goOn()) {
            accept(sink, 0, 3);
        }
        if (missing) {
            Files.delete(temp.resolve("progress.dat"));
        } else {
            Files.write(temp.resolve("progress.dat"), new byte[64]);
        }
        try (ExactSink<Sum> sink = goOn()) {
            assertThat(sink.held()).isEqualTo(3);
            accept(sink, 3, 5);
        }
        assertThat(items()).isEqualTo(sums(0, 5));
    }

    @Test
    void holdsNothingOfALogThatWasNeverBegun() throws IOException {
        Files.createDirectories(temp.resolve("items/000001"));
        Files.write(temp.resolve("items/000001/20260101-0000.cq4"), new byte[0]);
        assertThatThrownBy(this::goOn).isInstanceOf(ConnectorException.class);
        Files.delete(temp.resolve("items/000001/20260101-0000.cq4"));
        goOn().close();
    }
}
