package io.millrace.bench.peers.kafka;

import io.millrace.bench.peers.job.Average;
import io.millrace.bench.peers.job.Bar;
import io.millrace.bench.peers.job.Tick;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** How items become bytes, which Kafka Streams wants for topics and stores: plain fields, one after the other. */
final class BytesOf {
    static final Serde<Tick> TICKS = fixed(
            28,
            (tick, out) -> out.putInt(tick.instrument)
                    .putLong(tick.millis)
                    .putLong(tick.price)
                    .putLong(tick.size),
            in -> {
                final Tick tick = new Tick();
                tick.instrument = in.getInt();
                tick.millis = in.getLong();
                tick.price = in.getLong();
                tick.size = in.getLong();
                return tick;
            });

    static final Serde<Bar> BARS = fixed(
            60,
            (bar, out) -> out.putInt(bar.instrument)
                    .putLong(bar.start)
                    .putLong(bar.open)
                    .putLong(bar.high)
                    .putLong(bar.low)
                    .putLong(bar.close)
                    .putLong(bar.volume)
                    .putLong(bar.count),
            in -> {
                final Bar bar = new Bar();
                bar.instrument = in.getInt();
                bar.start = in.getLong();
                bar.open = in.getLong();
                bar.high = in.getLong();
                bar.low = in.getLong();
                bar.close = in.getLong();
                bar.volume = in.getLong();
                bar.count = in.getLong();
                return bar;
            });

    static final Serde<Average> AVERAGES =
            fixed(9, (average, out) -> out.putDouble(average.mean).put((byte) (average.seeded ? 1 : 0)), in -> {
                final Average average = new Average();
                average.mean = in.getDouble();
                average.seeded = in.get() == 1;
                return average;
            });

    private BytesOf() {}

    private static <T> Serde<T> fixed(
            final int length, final BiConsumer<T, ByteBuffer> write, final Function<ByteBuffer, T> read) {
        return Serdes.serdeFrom(
                (topic, item) -> {
                    if (item == null) {
                        return null;
                    }
                    final ByteBuffer out = ByteBuffer.allocate(length);
                    write.accept(item, out);
                    return out.array();
                },
                (topic, bytes) -> bytes == null ? null : read.apply(ByteBuffer.wrap(bytes)));
    }
}
