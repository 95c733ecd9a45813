package io.millrace.bench.journaled;

import io.millrace.bench.chain.Records;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.journal.Journal;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time per record to append to a new journal at durability {@code process}, and to read one, beside a plain Chronicle Queue
 * with the same batches, and beside a plain mapped file: one whose pages are met for the first time, and one whose pages
 * were touched before. Each iteration is one file of 24 MiB, deleted after it, below the directory that the property
 * {@code millrace.bench.files} names.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 20)
@Measurement(iterations = 20)
@Fork(2)
public class JournalBenchmark {
    /** Where files are made. */
    public static final String FILES = "millrace.bench.files";

    private static final int COUNT = 1 << 18;

    /** Records in a document. */
    @Param({"1", "16", "256"})
    public int batch;

    private final Records records = new Records(42, COUNT).stamp();
    private Scratch scratch;
    private InputLog log;
    private InputLogReader reader;
    private RawQueue queue;
    private RawQueue writtenQueue;
    private MappedFile file;
    private MappedFile touched;
    private long lengths;

    /** Makes a directory for files. */
    @Setup
    public void open() {
        final String files = System.getProperty(FILES);
        scratch = new Scratch(files == null ? Scratch.usualParent() : Path.of(files));
        scratch.touch(4L * records.length());
    }

    /** Logs for an iteration: one to read, opened anew so that its pages are met by the reader, and one to write. */
    @Setup(Level.Iteration)
    public void begin() {
        final Path writtenJournal = scratch.renew("written");
        log = create(writtenJournal);
        append();
        log.close();
        reader = Journal.open(writtenJournal);
        log = create(scratch.renew("new"));
        final Path writtenRaw = scratch.renew("written-queue");
        try (RawQueue written = new RawQueue(writtenRaw)) {
            written.append(records, batch, this::add);
        }
        writtenQueue = new RawQueue(writtenRaw);
        queue = new RawQueue(scratch.renew("new-queue"));
        file = new MappedFile(scratch.renew("file").resolve("records"), records.length());
        touched = new MappedFile(scratch.renew("touched-file").resolve("records"), records.length()).touched();
        touched.append(records, batch, this::add);
    }

    private static InputLog create(final Path directory) {
        final JournalHead head = JournalHead.of("bench", Map.of(), List.of());
        return Journal.create(directory, head, JournalOptions.DEFAULTS);
    }

    /** After an iteration. */
    @TearDown(Level.Iteration)
    public void end() {
        reader.close();
        log.close();
        queue.close();
        writtenQueue.close();
        file.close();
        touched.close();
    }

    /** Deletes all files. */
    @TearDown
    public void close() {
        scratch.close();
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void append() {
        final int batchBytes = batch * Records.LENGTH;
        for (int at = 0; at < records.length(); at += batchBytes) {
            log.append(records.buffer(), at, batchBytes, at / Records.LENGTH, batch);
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long read() {
        while (reader.next()) {
            addNumbers(reader.buffer(), reader.offset(), reader.length());
        }
        return lengths;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long appendByChronicleQueue() {
        queue.append(records, batch, this::add);
        return lengths;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long appendByMappedFile() {
        file.append(records, batch, this::add);
        return lengths;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long appendByTouchedFile() {
        touched.append(records, batch, this::add);
        return lengths;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long readByChronicleQueue() {
        writtenQueue.read(COUNT / batch, this::addNumbers);
        return lengths;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long readByMappedFile() {
        return touched.read();
    }

    private void add(final UnsafeBuffer buffer, final int offset, final int length) {
        lengths += length;
    }

    private void addNumbers(final UnsafeBuffer buffer, final int offset, final int length) {
        for (int at = offset; at < offset + length; at += Records.LENGTH) {
            lengths += RecordLayout.inputSeq(buffer, at);
        }
    }
}
