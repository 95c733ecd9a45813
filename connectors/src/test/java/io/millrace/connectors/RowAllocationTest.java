package io.millrace.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.millrace.connectors.support.Context;
import io.millrace.connectors.text.TextBuffer;
import io.millrace.engine.spi.ExactSink;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exact files of rows make no garbage once they are warm, also when they are synced. */
class RowAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 50;
    private static final int ITEMS = 2_000;

    @TempDir
    Path directory;

    private static RowFormat<long[]> format() {
        return new RowFormat<>() {
            @Override
            public String header() {
                return "number,price,text";
            }

            @Override
            public void write(final long[] item, final TextBuffer row) {
                row.append(item[0]).append(',').appendDecimal(item[0], 4).append(',');
                row.appendQuoted("a \"quoted\" text");
            }
        };
    }

    private static long allocatedBy(final ExactSink<long[]> sink, final long[] item) {
        final long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ITEMS; i++) {
            item[0]++;
            sink.accept(item);
            if (i % 10 == 0) {
                sink.flush();
            }
        }
        sink.flush();
        sink.sync();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void exactRowsAllocateNothing() {
        try (ExactSink<long[]> sink =
                (ExactSink<long[]>) CsvSink.to(new TextTarget.File(directory.resolve("rows.csv")), context -> format())
                        .open(new Context(new UUID(1, 2), "out", false))) {
            final long[] item = {0};
            long least = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                least = Math.min(least, allocatedBy(sink, item));
            }
            assertThat(least).isZero();
        }
    }
}
