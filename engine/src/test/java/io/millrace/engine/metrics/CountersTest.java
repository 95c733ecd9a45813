package io.millrace.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.concurrent.status.AtomicCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountersTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve(Counters.FILE_NAME);
    }

    private static Map<String, Long> read(final Path file) {
        final Map<String, Long> values = new LinkedHashMap<>();
        Counters.read(file, values::put);
        return values;
    }

    @Test
    void areReadFromTheFileWhileTheyAreWritten() {
        try (Counters counters = Counters.inFile(file())) {
            final AtomicCounter done = counters.counter("main: done");
            final AtomicCounter ring = counters.counter("ring a to b: units of 64 in use");
            done.getAndAddRelease(5);
            assertThat(read(file())).containsExactly(Map.entry("main: done", 5L), Map.entry(ring.label(), 0L));
            done.getAndAddRelease(2);
            ring.setRelease(-1);
            assertThat(read(file())).containsExactly(Map.entry("main: done", 7L), Map.entry(ring.label(), -1L));
        }
    }

    @Test
    void stayInTheFileAfterTheyWereClosed() {
        try (Counters counters = Counters.inFile(file())) {
            counters.counter("frames").setRelease(Long.MAX_VALUE);
        }
        assertThat(read(file())).containsExactly(Map.entry("frames", Long.MAX_VALUE));
    }

    @Test
    void beginAnewInAnExistingFile() {
        try (Counters counters = Counters.inFile(file())) {
            counters.counter("old").setRelease(1);
        }
        try (Counters counters = Counters.inFile(file())) {
            counters.counter("new");
            assertThat(read(file())).containsOnlyKeys("new");
        }
    }

    @Test
    void beginAnewBesideWhatAKilledProcessHasNotFinished() throws IOException {
        final Path unfinished = folder.resolve(Counters.FILE_NAME + ".tmp");
        Files.write(unfinished, new byte[100]);
        try (Counters counters = Counters.inFile(file())) {
            counters.counter("new").setRelease(1);
            assertThat(read(file())).containsOnlyKeys("new");
            assertThat(unfinished).doesNotExist();
        }
    }

    @Test
    void keepLabelsThatAreNotAscii() {
        try (Counters counters = Counters.inFile(file())) {
            counters.counter("größe: 数").setRelease(1);
            assertThat(read(file())).containsOnlyKeys("größe: 数");
        }
    }

    @Test
    void canBeInMemoryOnly() {
        try (Counters counters = Counters.inMemory()) {
            counters.counter("a").setRelease(3);
            final Map<String, Long> values = new LinkedHashMap<>();
            counters.forEach(values::put);
            assertThat(values).containsExactly(Map.entry("a", 3L));
        }
    }

    @Test
    void areNotReadFromAnotherKindOfFile() throws IOException {
        Files.write(file(), new byte[1 << 10]);
        assertThatThrownBy(() -> read(file()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("not a file of counters");
        Files.write(file(), new byte[3]);
        assertThatThrownBy(() -> read(file())).isInstanceOf(IllegalArgumentException.class);
    }
}
