package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.DamageException;
import io.millrace.journal.model.Durability;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.restart.JournalResumption;
import io.millrace.journal.restart.ResumeOptions;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.ChildJvm;
import io.millrace.journal.support.Heads;
import io.millrace.journal.support.Records;
import io.millrace.journal.tool.JournalInfo;
import io.millrace.journal.tool.JournalVerifier;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run goes on with its journal, in a session of its own. */
@Timeout(120)
class ResumeTest extends SessionFixture {
    @Test
    void goesOnWithTheNextNumberInADirectoryOfItsOwn() {
        try (JournalWriter log = create()) {
            batch.appendNumbers(log, 3);
        }
        try (JournalWriter log = resume(3)) {
            assertThat(log.nextSeq()).isEqualTo(3);
            assertThat(log.appendedSeq()).isEqualTo(2);
            batch.appendNumbers(log, 2);
            assertThat(log.appendedSeq()).isEqualTo(4);
        }
        assertThat(LogDirectory.ofJournal(temp).files().paths())
                .extracting(path -> temp.relativize(path.getParent()).toString())
                .containsExactly("input/000001", "input/000002");
        assertThat(Records.of(temp)).isEqualTo(numbers(0, 5));
        assertThat(JournalVerifier.verify(temp).nextSeq()).isEqualTo(5);
        assertThat(JournalInfo.of(temp).head().session().number()).isEqualTo(2);
        assertThat(JournalInfo.of(temp).head().session().epoch()).isEqualTo(1);
    }

    @Test
    void goesOnTwentyTimesWithAndWithoutRecordsAndRolls() {
        create().close();
        int next = 0;
        for (int i = 0; i < 20; i++) {
            try (JournalResumption resumption = Journal.resume(temp, Heads.head(), options)) {
                try (InputLogReader reader = resumption.read(0)) {
                    assertThat(Records.rest(reader)).isEqualTo(numbers(0, next));
                }
                try (JournalWriter log = resumption.resume(next)) {
                    batch.appendNumbers(log, i % 3);
                    now += i % 2 * MINUTE;
                    batch.appendNumbers(log, i % 4);
                    next += i % 3 + i % 4;
                }
            }
        }
        assertThat(Records.of(temp)).isEqualTo(numbers(0, next));
        for (int i = 0; i <= next; i++) {
            assertThat(from(i)).as("from " + i).isEqualTo(numbers(i, next));
        }
        assertThat(JournalInfo.of(temp).head().session().number()).isEqualTo(21);
    }

    @Test
    void repeatsAllDefinitionsInEachSession() throws IOException {
        try (JournalWriter log = create()) {
            batch.definition("BTC").data("1").appendTo(log);
            now += MINUTE;
            batch.definition("ETH").data("3").definition("BTC").appendTo(log);
        }
        try (JournalWriter log = resume(5)) {
            batch.definition("SOL").appendTo(log);
        }
        try (JournalWriter log = resume(6)) {
            batch.data("6").appendTo(log);
        }
        resume(7).close();
        resume(7).close();
        final List<Path> files = LogDirectory.ofJournal(temp).files().paths();
        for (final Path file : files.subList(0, 3)) {
            Files.delete(file);
        }
        assertThat(Records.of(temp, ReadOptions.DEFAULTS.laterStart(true)))
                .containsExactly("2 DEFINITION ETH", "4 DEFINITION BTC", "5 DEFINITION SOL", "", "6 DATA 6", "");
    }

    @Test
    void refusesToGoOnElsewhereThanAtTheEnd() {
        try (JournalWriter log = create()) {
            batch.appendNumbers(log, 3);
        }
        for (final long next : new long[] {0, 2, 4}) {
            try (JournalResumption resumption = Journal.resume(temp, null, options)) {
                assertThatThrownBy(() -> resumption.resume(next))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("ends before record 3, it can't go on with record " + next);
            }
        }
        try (JournalWriter log = resume(3)) {
            batch.appendNumbers(log, 1);
        }
        assertThat(Records.of(temp)).isEqualTo(numbers(0, 4));
    }

    @Test
    void keepsOthersOutFromTheMomentItIsOpened() {
        create().close();
        final JournalResumption first = Journal.resume(temp, Heads.head(), options);
        assertThatThrownBy(() -> Journal.resume(temp, Heads.head(), options))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("is being written by this process");
        final JournalWriter log = first.resume(0);
        first.close();
        assertThatThrownBy(() -> Journal.resume(temp, Heads.head(), options))
                .hasMessageContaining("is being written by this process");
        assertThatThrownBy(() -> first.read(0)).isInstanceOf(IllegalStateException.class);
        log.close();
        Journal.resume(temp, Heads.head(), options).close();
        resume(0).close();
    }

    @Test
    void refusesWhatIsNotTheFlowsJournal() {
        create().close();
        final JournalHead flow = JournalHead.of("other", Map.of("symbol", "BTCUSDT"), Heads.INPUTS);
        assertThatThrownBy(() -> Journal.resume(temp, flow, options))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("recorded by flow 'flow', this is flow 'other'");
        final JournalHead arguments = JournalHead.of("flow", Map.of("symbol", "ETH", "x", "1"), Heads.INPUTS);
        assertThatThrownBy(() -> Journal.resume(temp, arguments, options))
                .hasMessageContaining("argument 'symbol' is 'BTCUSDT' in the journal and 'ETH' now")
                .hasMessageContaining("argument 'x' is not there in the journal and '1' now");
        final JournalHead inputs = JournalHead.of("flow", Map.of("symbol", "BTCUSDT"), List.of());
        assertThatThrownBy(() -> Journal.resume(temp, inputs, options)).hasMessageContaining("the flow has no input 0");
        assertThatThrownBy(() -> Journal.resume(temp.resolve("nowhere"), Heads.head(), options))
                .hasMessageContaining("there is no directory");
        assertThat(temp.resolve("nowhere")).doesNotExist();
        resume(0).close();
    }

    @Test
    void remembersWhatIsToBeSkipped() {
        create().close();
        final ResumeOptions two = options.skips(List.of(7L, 3L));
        try (JournalResumption resumption = Journal.resume(temp, null, two)) {
            assertThat(resumption.skips()).containsExactly(3, 7);
            resumption.resume(0).close();
        }
        try (JournalResumption resumption = Journal.resume(temp, null, options.skips(List.of(5L, 7L)))) {
            assertThat(resumption.skips()).containsExactly(3, 5, 7);
            resumption.resume(0).close();
        }
        try (JournalReader reader = Journal.open(temp)) {
            assertThat(reader.head().skips()).containsExactly(3L, 5L, 7L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"process", "interval:5", "batch"})
    void tellsWhatIsAppendedAndWhatIsSynced(final String text) {
        final Durability durability = Durability.parse(text);
        try (JournalWriter log = Journal.create(temp, Heads.head(), writing.durability(durability))) {
            assertThat(log.appendedSeq()).isEqualTo(-1);
            assertThat(log.syncedSeq()).isEqualTo(-1);
            assertThat(log.survivesPowerLoss()).isEqualTo(!text.equals("process"));
            assertThat(log.id()).isEqualTo(log.head().id());
            batch.appendNumbers(log, 3);
        }
        final ResumeOptions same = options.writing(writing.durability(durability));
        try (JournalWriter log = Journal.resume(temp, Heads.head(), same).resume(3)) {
            assertThat(log.appendedSeq()).isEqualTo(2);
            assertThat(log.syncedSeq()).isEqualTo(2);
            batch.appendNumbers(log, 1);
        }
        assertThat(Records.of(temp)).isEqualTo(numbers(0, 4));
    }

    @Test
    void goesOnBehindALossThatIsAccepted() throws IOException {
        try (JournalWriter log = create()) {
            batch.appendNumbers(log, 3);
            now += MINUTE;
            batch.appendNumbers(log, 3);
        }
        Files.delete(LogDirectory.ofJournal(temp).files().paths().get(1));
        assertThatThrownBy(() -> resume(3))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining("the end is missing, records up to 5 were appended")
                .hasMessageContaining("if the loss is accepted");
        final ResumeOptions accepting = options.acceptLoss(true);
        final Batch again = new Batch();
        again.goTo(3);
        try (JournalResumption resumption = Journal.resume(temp, Heads.head(), accepting)) {
            assertThat(resumption.acceptsLoss()).isTrue();
            try (InputLogReader reader = resumption.read(0)) {
                assertThat(Records.rest(reader)).isEqualTo(numbers(0, 3));
            }
            try (JournalWriter log = resumption.resume(3)) {
                assertThat(log.head().session().epoch()).isEqualTo(2);
                again.data("another 3").appendTo(log);
            }
        }
        assertThat(from(2)).containsExactly("2 DATA 2", "", "3 DATA another 3", "");
        try (JournalWriter log = resume(4)) {
            assertThat(log.head().session().epoch()).isEqualTo(2);
            again.appendNumbers(log, 1);
        }
        assertThat(from(3)).containsExactly("3 DATA another 3", "", "4 DATA 4", "");
    }

    @Test
    void raisesNoEpochIfNothingIsLost() {
        create().close();
        try (JournalWriter log =
                Journal.resume(temp, null, options.acceptLoss(true)).resume(0)) {
            assertThat(log.head().session().epoch()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "zeroed", "cut"})
    void goesOnWithoutItsProgressFileIfTheLossIsAccepted(final String what) throws IOException {
        try (JournalWriter log = create()) {
            batch.appendNumbers(log, 3);
        }
        final Path progress = temp.resolve("progress.dat");
        switch (what) {
            case "missing" -> Files.delete(progress);
            case "zeroed" -> Files.write(progress, new byte[64]);
            default -> Files.write(progress, new byte[10]);
        }
        assertThatThrownBy(() -> resume(3))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining("progress file")
                .hasMessageContaining("only if the loss is accepted");
        try (JournalWriter log =
                Journal.resume(temp, null, options.acceptLoss(true)).resume(3)) {
            batch.appendNumbers(log, 1);
        }
        try (JournalWriter log = resume(4)) {
            assertThat(log.head().session().epoch()).isEqualTo(2);
        }
        assertThat(Records.of(temp)).isEqualTo(numbers(0, 4));
    }

    @Test
    void leavesEverythingAsItWasIfTheDiskIsFull() {
        try (JournalWriter log = create()) {
            batch.appendNumbers(log, 3);
        }
        final ResumeOptions full = options.writing(writing.freeBytes(dir -> 1_000));
        for (int i = 0; i < 3; i++) {
            try (JournalResumption resumption = Journal.resume(temp, null, full)) {
                assertThatThrownBy(() -> resumption.resume(3))
                        .isInstanceOf(ConnectorException.class)
                        .hasMessageContaining("almost full");
            }
        }
        assertThat(Records.of(temp)).isEqualTo(numbers(0, 3));
        assertThat(JournalInfo.of(temp).writer()).isEqualTo(JournalInfo.Writer.CLOSED);
        try (JournalWriter log = resume(3)) {
            batch.appendNumbers(log, 1);
        }
        assertThat(Records.of(temp)).isEqualTo(numbers(0, 4));
    }

    @Test
    void saysThatADirectoryCanNotBeWritten() {
        create().close();
        final File dir = temp.toFile();
        try {
            assumeTrue(dir.setWritable(false) && !Files.isWritable(temp), "this user may write anywhere");
            assertThatThrownBy(() -> Journal.resume(temp, null, options))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("can't write to " + temp);
        } finally {
            assertThat(dir.setWritable(true)).isTrue();
        }
        resume(0).close();
    }

    @Test
    void doesNotGoOnWhileAnotherProcessWrites() throws IOException, InterruptedException {
        create().close();
        try (ChildJvm child = ChildJvm.start(LockTest.Holder.class, temp.toString())) {
            assertThat(child.readLine()).isEqualTo("locked");
            assertThatThrownBy(() -> resume(0))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("is being written by process " + child.pid());
            child.kill();
        }
        resume(0).close();
    }
}
