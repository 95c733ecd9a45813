package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.spi.Sink;
import io.millrace.journal.document.DocumentLayout;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.Durability;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.Roll;
import io.millrace.journal.output.OutputLog;
import io.millrace.journal.store.Chronicle;
import io.millrace.journal.store.RollClock;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.ChildJvm;
import io.millrace.journal.support.Heads;
import io.millrace.journal.support.Records;
import io.millrace.journal.support.Sum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.core.Jvm;
import net.openhft.chronicle.core.io.AbstractCloseable;
import net.openhft.chronicle.core.io.AbstractReferenceCounted;
import net.openhft.chronicle.core.onoes.ExceptionKey;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.wire.DocumentContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChronicleTest {
    private static final int DOCUMENTS = 40_000;
    private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

    @TempDir
    private Path temp;

    @Test
    void aJournalIsAnOrdinaryQueue() {
        final long[] now = {1_700_000_000_000L};
        final JournalOptions options =
                JournalOptions.DEFAULTS.roll(Roll.MINUTELY).wallClock(() -> now[0]);
        final Batch batch = new Batch();
        try (JournalWriter log = Journal.create(temp, Heads.head(), options)) {
            batch.definition("BTC").appendTo(log);
            // More than one page of Chronicle's index, so that a document of its own lies between ours.
            batch.appendNumbers(log, DOCUMENTS);
            now[0] += MINUTE;
            batch.appendNumbers(log, 1);
        }
        final List<Byte> types = new ArrayList<>();
        try (ChronicleQueue queue = Chronicle.open(temp.resolve("input/000001"), options, new RollClock(() -> now[0]));
                ExcerptTailer tailer = queue.createTailer()) {
            while (true) {
                try (DocumentContext document = tailer.readingDocument()) {
                    if (!document.isPresent()) {
                        break;
                    }
                    final Bytes<?> bytes = document.wire().bytes();
                    final long start = bytes.readPosition() + 7 & -8;
                    types.add(bytes.readByte(start + DocumentLayout.TYPE));
                }
            }
        }
        assertThat(types).hasSize(1 + 1 + DOCUMENTS + 3).startsWith(DocumentLayout.HEAD, DocumentLayout.BATCH);
        assertThat(types.subList(DOCUMENTS + 2, DOCUMENTS + 5))
                .containsExactly(DocumentLayout.HEAD, DocumentLayout.DEFINITIONS, DocumentLayout.BATCH);
        assertThat(Records.of(temp)).hasSize(2 * (1 + DOCUMENTS + 1));
    }

    @Test
    void readingChangesNothing() throws IOException {
        final Batch batch = new Batch();
        try (JournalWriter log = Journal.create(temp, Heads.head(), JournalOptions.DEFAULTS)) {
            batch.appendNumbers(log, 10);
        }
        try (Stream<Path> files = Files.walk(temp)) {
            files.filter(Files::isRegularFile).forEach(ChronicleTest::makeOldAndReadOnly);
        }
        final Map<Path, Object> before = state();
        assertThat(Records.of(temp)).hasSize(20);
        assertThat(state()).isEqualTo(before);
    }

    private static void makeOldAndReadOnly(final Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.fromMillis(0));
            if (!file.toFile().setReadOnly()) {
                throw new IllegalStateException("can't make " + file + " read-only");
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Path, Object> state() throws IOException {
        final Map<Path, Object> state = new TreeMap<>();
        try (Stream<Path> files = Files.walk(temp)) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                state.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return state;
    }

    @Test
    void saysNothingSendsNothingAndLeavesNothing() throws IOException, InterruptedException {
        final Path home = Files.createDirectory(temp.resolve("home"));
        final List<String> flags = List.of("-Duser.home=" + home, "-Djvm.resource.tracing=true");
        try (ChildJvm child = ChildJvm.start(flags, WholeLife.class, temp.toString())) {
            assertThat(child.restOfOutput()).containsExactly("warnings: {}", "threads: []");
            // The application has a logger; here there is none, and SLF4J says so.
            assertThat(child.errors()).allMatch(line -> line.startsWith("SLF4J"));
            assertThat(child.exitCode()).isZero();
        }
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().contains("chronicle"));
        }
    }

    /** Another process, in which Chronicle watches for what is not let go of. */
    static final class WholeLife {
        public static void main(final String[] args) {
            Chronicle.releaseClosed();
            final Map<ExceptionKey, Integer> warnings = Jvm.recordExceptions(false, false, false);
            AbstractCloseable.enableCloseableTracing();
            AbstractReferenceCounted.enableReferenceTracing();
            final List<Thread> before = List.copyOf(Thread.getAllStackTraces().keySet());
            final Path dir = Path.of(args[0]);
            write(dir.resolve("process"), Durability.PROCESS);
            write(dir.resolve("interval"), Durability.interval(1));
            write(dir.resolve("batch"), Durability.BATCH);
            try (Sink<Sum> sink = OutputLog.at(dir.resolve("output"), Sum.TYPE).open(Sum.CONTEXT)) {
                sink.accept(Sum.of(1));
            }
            AbstractCloseable.assertCloseablesClosed();
            AbstractReferenceCounted.assertReferencesReleased();
            System.gc();
            System.out.println("warnings: " + warnings);
            System.out.println("threads: "
                    + Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> !before.contains(thread))
                            .map(Thread::getName)
                            .toList());
        }

        private static void write(final Path dir, final Durability durability) {
            final long[] now = {1_700_000_000_000L};
            final JournalOptions options = JournalOptions.DEFAULTS
                    .durability(durability)
                    .roll(Roll.MINUTELY)
                    .wallClock(() -> now[0]);
            final Batch batch = new Batch();
            try (JournalWriter log = Journal.create(dir, Heads.head(), options);
                    JournalReader reader = Journal.open(dir)) {
                for (int i = 0; i < 3; i++) {
                    batch.appendNumbers(log, 1);
                    Records.rest(reader);
                    now[0] += MINUTE;
                }
            }
        }
    }
}
