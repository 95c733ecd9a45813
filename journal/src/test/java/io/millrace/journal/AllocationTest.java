package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.Sink;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.Durability;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.output.OutputLog;
import io.millrace.journal.output.OutputLogReader;
import io.millrace.journal.support.ChildJvm;
import io.millrace.journal.support.Heads;
import io.millrace.journal.support.Sum;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Steady state allocates nothing. Measured in an interpreting JVM, where no compiler hides or adds any, and without
 * assertions, because Chronicle's allocate.
 */
@Timeout(120)
class AllocationTest {
    @TempDir
    private Path temp;

    @Test
    void steadyStateAllocatesNothing() throws InterruptedException {
        try (ChildJvm child = ChildJvm.start(List.of("-da", "-Xint"), Meter.class, temp.toString())) {
            final List<String> figures = child.restOfOutput();
            assertThat(child.exitCode()).as(child.errors().toString()).isZero();
            assertThat(figures)
                    .containsExactly(
                            "append: 0 bytes",
                            "append, interval: 0 bytes",
                            "read: 0 bytes",
                            "read, sums not checked: 0 bytes",
                            "wait for more: 0 bytes",
                            "output: 0 bytes",
                            "read output: 0 bytes");
        }
    }

    /** The other JVM. Blocks and windows are larger than what is written, so that none is mapped while it measures. */
    static final class Meter {
        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private static final int RECORDS = 64;
        private static final int RECORD = RecordLayout.HEADER + 40;
        private static final int WARM_UP = 1_000;
        private static final int MEASURED = 4_000;
        private static final JournalOptions OPTIONS =
                JournalOptions.DEFAULTS.blockBytes(128 << 20).indexBytes(1 << 20);

        private static long sum;

        public static void main(final String[] args) {
            final Path dir = Path.of(args[0]);
            journal(dir.resolve("journal"));
            output(dir.resolve("output"));
            if (sum == 0) {
                throw new IllegalStateException("nothing was read");
            }
        }

        private static void journal(final Path dir) {
            final UnsafeBuffer batch = batch();
            try (JournalWriter log = Journal.create(dir, Heads.head(), OPTIONS)) {
                measure("append", times -> append(log, batch, times));
            }
            final JournalOptions interval = OPTIONS.durability(Durability.interval(3_600_000));
            try (JournalWriter log = Journal.create(dir.resolveSibling("interval"), Heads.head(), interval)) {
                measure("append, interval", times -> append(log, batch, times));
            }
            try (JournalReader reader = Journal.open(dir)) {
                measure("read", times -> read(reader, times));
            }
            try (JournalReader reader = Journal.open(dir, ReadOptions.DEFAULTS.checkSums(false))) {
                measure("read, sums not checked", times -> read(reader, times));
                measure("wait for more", times -> read(reader, times));
            }
        }

        private static void output(final Path dir) {
            final Sum item = new Sum();
            try (Sink<Sum> sink = OutputLog.at(dir, Sum.TYPE).options(OPTIONS).open(Sum.CONTEXT)) {
                measure("output", times -> accept(sink, item, times));
            }
            try (OutputLogReader<Sum> reader = OutputLogReader.open(dir, Sum.TYPE)) {
                measure("read output", times -> readItems(reader, times));
            }
        }

        private static void measure(final String what, final IntConsumer work) {
            work.accept(WARM_UP);
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            work.accept(MEASURED);
            final long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
            System.out.println(what + ": " + bytes + " bytes");
        }

        private static UnsafeBuffer batch() {
            final UnsafeBuffer batch = new UnsafeBuffer(BufferUtil.allocateDirectAligned(RECORDS * RECORD, Long.BYTES));
            for (int at = 0; at < batch.capacity(); at += RECORD) {
                RecordLayout.header(batch, at, RECORD - RecordLayout.HEADER, RecordKind.DATA, (byte) 0, 0, 1, 1, 1);
            }
            return batch;
        }

        private static void append(final JournalWriter log, final UnsafeBuffer batch, final int times) {
            for (int i = 0; i < times; i++) {
                log.append(batch, 0, batch.capacity(), log.nextSeq(), RECORDS);
            }
        }

        private static void read(final JournalReader reader, final int times) {
            for (int i = 0; i < times; i++) {
                if (reader.next()) {
                    sum += RecordLayout.inputSeq(reader.buffer(), reader.offset()) + reader.length();
                }
            }
        }

        private static void accept(final Sink<Sum> sink, final Sum item, final int flushes) {
            for (int i = 0; i < flushes; i++) {
                for (int k = 0; k < RECORDS; k++) {
                    item.count++;
                    sink.accept(item);
                }
                sink.flush();
            }
        }

        private static void readItems(final OutputLogReader<Sum> reader, final int flushes) {
            for (int i = 0; i < flushes * RECORDS; i++) {
                if (reader.next()) {
                    sum += reader.item().count + reader.number();
                }
            }
        }
    }
}
