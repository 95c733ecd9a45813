package io.millrace.bench.codec;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time to write one event in place, and to read all of its fields, beside plain puts and gets; see the package. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class CodecBenchmark {
    /** Which event. */
    @Param({"trade", "quote", "delta of 10 levels"})
    public String event;

    private Fields fields;
    private long number;

    /** Makes the places, and fills them for who only reads. */
    @Setup
    public void make() {
        fields = switch (event) {
            case "trade" -> new TradeFields();
            case "quote" -> new QuoteFields();
            default -> new DeltaFields();
        };
        for (int place = 0; place < Fields.PLACES; place++) {
            fields.encode(place);
        }
    }

    @Benchmark
    @OperationsPerInvocation(Fields.PLACES)
    public void encode() {
        for (int i = 0; i < Fields.PLACES; i++) {
            fields.encode(number++);
        }
    }

    @Benchmark
    @OperationsPerInvocation(Fields.PLACES)
    public void encodeByPlainPuts() {
        for (int i = 0; i < Fields.PLACES; i++) {
            fields.encodePlainly(number++);
        }
    }

    @Benchmark
    @OperationsPerInvocation(Fields.PLACES)
    public long decode() {
        long sum = 0;
        for (int i = 0; i < Fields.PLACES; i++) {
            sum += fields.decode(i);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(Fields.PLACES)
    public long decodeByPlainGets() {
        long sum = 0;
        for (int i = 0; i < Fields.PLACES; i++) {
            sum += fields.decodePlainly(i);
        }
        return sum;
    }
}
