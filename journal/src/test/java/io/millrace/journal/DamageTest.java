package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.DamageException;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.Roll;
import io.millrace.journal.store.Chronicle;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.RollClock;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.Heads;
import io.millrace.journal.support.Records;
import io.millrace.journal.tool.JournalInfo;
import io.millrace.journal.tool.JournalVerifier;
import io.millrace.journal.tool.Verification;
import io.millrace.journal.tool.Verification.Outcome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the files: a reader gives what was written, or says what is wrong and where. */
@Timeout(120)
class DamageTest {
    private static final int FILES = 3;
    private static final int FLIPS_PER_FILE = 600;
    private static final int CUTS_PER_FILE = 60;

    private final Random random = new Random(20261122);
    private long now = 1_700_000_000_000L;
    private List<String> records;
    private int refused;
    private int harmless;

    @TempDir
    private Path temp;

    @BeforeEach
    void writeAJournal() {
        write(temp, Heads.head());
        records = Records.of(temp);
        assertThat(files(temp)).hasSize(FILES);
    }

    private void write(final Path dir, final JournalHead head) {
        final JournalOptions options =
                JournalOptions.DEFAULTS.roll(Roll.MINUTELY).wallClock(() -> now).blockBytes(1 << 20);
        final Batch batch = new Batch();
        try (JournalWriter log = Journal.create(dir, head, options)) {
            for (int file = 0; file < FILES; file++) {
                batch.definition("instrument " + file).appendTo(log);
                for (int i = 0; i < 20; i++) {
                    batch.data("a".repeat(i)).data("record " + i).appendTo(log);
                }
                now += TimeUnit.MINUTES.toMillis(1);
            }
        }
    }

    private static List<Path> files(final Path dir) {
        return LogDirectory.ofJournal(dir).files().paths();
    }

    /** Reads the journal, which must give the same records or refuse, and verifies it, which must agree. */
    private void readDamaged(final String what) {
        String refusal = null;
        try {
            assertThat(Records.of(temp)).as(what).isEqualTo(records);
            harmless++;
        } catch (final ConnectorException e) {
            refusal = e.getMessage();
            assertThat(refusal).as(what).contains(temp.toString());
            refused++;
        }
        Verification verification = null;
        try {
            verification = JournalVerifier.verify(temp);
        } catch (final ConnectorException e) {
            assertThat(refusal).as(what + ": " + e).isNotNull();
        }
        if (verification != null && verification.firstSeq() == 0) {
            assertThat(verification.isSound()).as(what + ": " + verification).isEqualTo(refusal == null);
        }
    }

    @Test
    void isNoticedOrHarmlessWhereverBytesChange() throws IOException {
        final List<Path> all = new ArrayList<>(files(temp));
        all.add(temp.resolve("progress.dat"));
        all.add(temp.resolve("writer.lock"));
        all.add(temp.resolve("input/000001/metadata.cq4t"));
        for (final Path file : all) {
            final byte[] original = Files.readAllBytes(file);
            final int[] interesting = interestingPositions(original);
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                for (int i = 0; i < FLIPS_PER_FILE; i++) {
                    final int position = interesting[random.nextInt(interesting.length)];
                    final byte[] changed = change(original, position);
                    bytes.seek(position);
                    bytes.write(changed);
                    readDamaged(file + " changed at " + position + ", " + changed.length + " bytes");
                    bytes.seek(position);
                    bytes.write(original, position, changed.length);
                }
            }
        }
        assertThat(Records.of(temp)).isEqualTo(records);
        assertThat(refused).isGreaterThan(FLIPS_PER_FILE);
        assertThat(harmless).isGreaterThan(FLIPS_PER_FILE);
    }

    /** Where there is something, and a little around it; of the rest, here and there. */
    private static int[] interestingPositions(final byte[] bytes) {
        final List<Integer> positions = new ArrayList<>();
        int lastUsed = -100;
        for (int i = 0; i < bytes.length; i++) {
            lastUsed = bytes[i] != 0 ? i : lastUsed;
            if (i - lastUsed < 24 || i % 4096 == 0) {
                positions.add(i);
            }
        }
        return positions.stream().mapToInt(Integer::intValue).toArray();
    }

    private byte[] change(final byte[] original, final int position) {
        final int kind = random.nextInt(6);
        final int length = Math.min(kind < 3 ? 1 : 1 << random.nextInt(8), original.length - position);
        final byte[] changed = new byte[length];
        switch (kind) {
            case 0 -> changed[0] = (byte) (original[position] ^ 1 << random.nextInt(8));
            case 1 -> changed[0] = 0;
            case 2, 3 -> random.nextBytes(changed);
            case 4 -> Arrays.fill(changed, (byte) 0xFF);
            default -> {
                // Zeros.
            }
        }
        return changed;
    }

    @Test
    void isNoticedOrHarmlessWhereverAFileIsCut() throws IOException {
        for (final Path file : files(temp)) {
            final byte[] original = Files.readAllBytes(file);
            final int[] interesting = interestingPositions(original);
            for (int i = 0; i < CUTS_PER_FILE; i++) {
                final int length = i == 0 ? 0 : interesting[random.nextInt(interesting.length)];
                try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                    bytes.setLength(length);
                }
                readDamaged(file + " cut to " + length);
                Files.write(file, original);
            }
        }
        assertThat(Records.of(temp)).isEqualTo(records);
        assertThat(refused).isGreaterThan(CUTS_PER_FILE);
        assertThat(harmless).isGreaterThan(3);
    }

    @Test
    void isNoticedWhenAFileIsMissing() throws IOException {
        for (final Path file : files(temp)) {
            final Path aside = temp.resolve("aside");
            Files.move(file, aside);
            assertThatThrownBy(() -> Records.of(temp))
                    .as("without " + file)
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("missing");
            Files.move(aside, file);
        }
        assertThat(Records.of(temp)).isEqualTo(records);
    }

    @Test
    void isNoticedWhenFilesAreSwapped() throws IOException {
        for (int a = 0; a < FILES; a++) {
            for (int b = a + 1; b < FILES; b++) {
                swap(files(temp).get(a), files(temp).get(b));
                assertThatThrownBy(() -> Records.of(temp))
                        .as("swapped " + a + " and " + b)
                        .isInstanceOf(ConnectorException.class)
                        .hasMessageContaining("missing");
                swap(files(temp).get(a), files(temp).get(b));
            }
        }
        assertThat(Records.of(temp)).isEqualTo(records);
    }

    private static void swap(final Path one, final Path other) throws IOException {
        final Path aside = one.resolveSibling("aside");
        Files.move(one, aside);
        Files.move(other, one);
        Files.move(aside, other);
    }

    @Test
    void isNoticedWhenAFileOfAnotherJournalStandsInThePlace() throws IOException {
        final Path other = Files.createDirectory(temp.resolve("other"));
        now = 1_700_000_000_000L;
        write(other, Heads.head());
        for (int i = 0; i < FILES; i++) {
            final Path file = files(temp).get(i);
            final byte[] original = Files.readAllBytes(file);
            Files.copy(files(other).get(i), file, StandardCopyOption.REPLACE_EXISTING);
            assertThatThrownBy(() -> Records.of(temp))
                    .isInstanceOf(DamageException.class)
                    .hasMessageContaining(temp.toString());
            Files.write(file, original);
        }
    }

    @Test
    void isNoticedWhenForeignFilesLieAround() throws IOException {
        final Path later = temp.resolve("input/000001/20990101-0000.cq4");
        Files.copy(files(temp).get(1), later);
        assertThatThrownBy(() -> Records.of(temp))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining(later.toString());
        final byte[] noise = new byte[1_000];
        random.nextBytes(noise);
        Files.write(later, noise);
        assertThatThrownBy(() -> Records.of(temp))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining(later.toString());
        Files.writeString(temp.resolve("input/000001/README.txt"), "not a file of the queue");
        Files.delete(later);
        assertThat(Records.of(temp)).isEqualTo(records);
    }

    @Test
    void isNoticedWhenAFileIsAPlainChronicleQueue() throws IOException {
        final Path file = files(temp).get(2);
        final Path plain = temp.resolve("plain");
        writePlainQueue(plain);
        Files.copy(plain.resolve("plain.cq4"), file, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> Records.of(temp))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining("no document of this log");
    }

    private static void writePlainQueue(final Path dir) throws IOException {
        final RollClock clock = new RollClock(() -> 0);
        try (ChronicleQueue queue = Chronicle.open(dir, JournalOptions.DEFAULTS, clock);
                ExcerptAppender appender = queue.createAppender()) {
            appender.writeText("hello");
        }
        Files.move(dir.resolve("19700101F.cq4"), dir.resolve("plain.cq4"));
    }

    @Test
    void namesTheFileThePositionAndTheRecord() throws IOException {
        final Path file = files(temp).get(1);
        final byte[] bytes = Files.readAllBytes(file);
        final int position = indexOf(bytes, "record 7");
        bytes[position]++;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Records.of(temp)).isInstanceOfSatisfying(DamageException.class, e -> {
            assertThat(e.what()).contains("checksum");
            assertThat(e.file()).isEqualTo(file);
            assertThat(e.position()).isBetween(position - 150L, (long) position);
            assertThat(e.number()).isEqualTo(41 + 1 + 2 * 7);
        });
        final Verification verification = JournalVerifier.verify(temp);
        assertThat(verification.outcome()).isEqualTo(Outcome.DAMAGED);
        assertThat(verification.nextSeq()).isEqualTo(56);
        assertThat(verification.damage().file()).isEqualTo(file);
        try (JournalReader reader = Journal.open(temp)) {
            for (int i = 0; i < 21 + 8; i++) {
                assertThat(reader.next()).isTrue();
            }
            assertThatThrownBy(reader::next).isInstanceOf(DamageException.class);
        }
    }

    private static int indexOf(final byte[] bytes, final String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    @Test
    void skipsAndReportsALastDocumentThatWasNeverCompleted() {
        final long last = lastHeader();
        final Path file = files(temp).get(FILES - 1);
        put(file, last, 0);
        assertThatThrownBy(() -> Records.of(temp))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining("the end is missing, records up to 122 were appended")
                .hasMessageContaining("delete the log's progress.dat");
        put(temp.resolve("progress.dat"), 32, 121);
        assertThat(Records.of(temp)).isEqualTo(records.subList(0, records.size() - 3));
        assertThat(JournalInfo.of(temp).endsIncomplete()).isTrue();
        assertThat(JournalVerifier.verify(temp).outcome()).isEqualTo(Outcome.OK_BUT_INCOMPLETE_END);
    }

    /** Where Chronicle's header of the last document is. */
    private long lastHeader() {
        try (JournalReader reader = Journal.open(temp)) {
            while (reader.next()) {
                // To the end.
            }
            return reader.document().file().position() - 4;
        }
    }

    private static void put(final Path file, final long position, final int value) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(position);
            bytes.writeInt(Integer.reverseBytes(value));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void isNoticedWhenAnEndIsInTheMiddleAndNobodyKnowsBetter() throws IOException {
        final Path file = files(temp).get(FILES - 1);
        final byte[] bytes = Files.readAllBytes(file);
        // The header of a batch of one data record, four bytes before its first word.
        final int inTheMiddle = indexOf(bytes, "record 7") / 8 * 8;
        Files.delete(temp.resolve("progress.dat"));
        for (int position = inTheMiddle - 200; position < inTheMiddle; position += 4) {
            final byte[] changed = bytes.clone();
            Arrays.fill(changed, position, position + 4, (byte) 0);
            Files.write(file, changed);
            if (!Arrays.equals(bytes, changed)) {
                assertThatThrownBy(() -> Records.of(temp))
                        .as("zeros at " + position)
                        .isInstanceOf(DamageException.class);
            }
        }
    }

    @Test
    void canBeReadWithoutTheProgressFile() throws IOException {
        Files.delete(temp.resolve("progress.dat"));
        assertThat(Records.of(temp)).isEqualTo(records);
        assertThat(JournalInfo.of(temp).writer()).isEqualTo(JournalInfo.Writer.UNKNOWN);
    }
}
