package io.millrace.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.millrace.journal.model.JournalOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import net.openhft.chronicle.bytes.MappedBytes;
import net.openhft.chronicle.bytes.MappedFile;
import org.agrona.BufferUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TouchAheadTest {
    private static final int BLOCK = 1 << 20;
    private static final long PAGES = 1 << 16;
    private static final long POLL_NANOS = 100_000;

    @TempDir
    private Path temp;

    /** What the tests are about, Linux has had since 5.14. */
    @BeforeEach
    void systemKnowsHow() throws IOException {
        try (FileChannel channel = channel("probe")) {
            assumeThat(MappedPages.populate(address(channel), PAGES)).isTrue();
        }
    }

    private FileChannel channel(final String name) throws IOException {
        return FileChannel.open(
                temp.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static long address(final FileChannel channel) throws IOException {
        return BufferUtil.address(channel.map(FileChannel.MapMode.READ_WRITE, 0, PAGES));
    }

    private MappedBytes map(final String name) throws IOException {
        return MappedFile.mappedFile(temp.resolve(name).toFile(), BLOCK, BLOCK / 4)
                .createBytesFor();
    }

    private static void awaitReady(final TouchAhead pages, final long end) {
        while (pages.ready(end - 1) < end) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    @Test
    void pagesAreThereBeforeTheWriterAndHoldWhatTheyHeld() throws IOException {
        try (MappedBytes bytes = map("log");
                TouchAhead pages = new TouchAhead(JournalOptions.DEFAULTS)) {
            bytes.writeLong(8, 42);
            pages.file(bytes.mappedFile());
            pages.written(16);
            awaitReady(pages, 16 + BLOCK);
            assertThat(bytes.readLong(8)).isEqualTo(42);
        }
    }

    @Test
    void aWriterThatComesToTheEndOfThemGetsMoreNextTime() throws IOException {
        try (MappedBytes bytes = map("log");
                TouchAhead pages = new TouchAhead(JournalOptions.DEFAULTS)) {
            pages.file(bytes.mappedFile());
            pages.written(1);
            awaitReady(pages, 4 * BLOCK);
            pages.isShort();
            awaitReady(pages, 8 * BLOCK);
        }
    }

    @Test
    void goesOnWithTheNextFile() throws IOException {
        try (MappedBytes first = map("first");
                MappedBytes second = map("second");
                TouchAhead pages = new TouchAhead(JournalOptions.DEFAULTS)) {
            pages.file(first.mappedFile());
            pages.written(3 * BLOCK);
            awaitReady(pages, 4 * BLOCK);
            pages.file(second.mappedFile());
            assertThat(pages.ready(1)).isEqualTo(1);
            pages.written(1);
            awaitReady(pages, BLOCK);
        }
    }

    @Test
    void nothingIsReadyWhereNothingIsWanted() throws IOException {
        try (MappedBytes bytes = map("log");
                TouchAhead pages = new TouchAhead(JournalOptions.DEFAULTS.aheadBytes(0))) {
            pages.file(bytes.mappedFile());
            pages.written(1);
            assertThat(pages.ready(1)).isEqualTo(1);
        }
    }

    @Test
    void addressesThatAreNoneAreRefused() {
        assertThat(MappedPages.populate(0, PAGES)).isFalse();
    }
}
