package io.millrace.bench.peers.kafka;

import io.millrace.bench.peers.job.Bar;
import io.millrace.bench.peers.job.Engine;
import io.millrace.bench.peers.job.Results;
import io.millrace.bench.peers.job.Tick;
import io.millrace.bench.peers.job.Trades;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.EmitStrategy;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.state.Stores;

/** Kafka Streams. Each repetition is a topology and a driver of its own; making them is not counted. */
public final class KafkaStreamsEngine implements Engine {
    private static final String TOPIC = "trades";
    private static final Duration WINDOW = Duration.ofNanos(Trades.WINDOW);

    private final Tick[] ticks;
    private final Path files;

    /** @param files where it makes a directory, which it wants although its stores are in memory */
    public KafkaStreamsEngine(final Trades trades, final Path files) {
        this.ticks = Tick.of(trades);
        this.files = files;
    }

    @Override
    public long run(final Results results) {
        try (TopologyTestDriver driver = new TopologyTestDriver(topology(results), properties(), Instant.EPOCH)) {
            final TestInputTopic<Integer, Tick> topic =
                    driver.createInputTopic(TOPIC, Serdes.Integer().serializer(), BytesOf.TICKS.serializer());
            final long begin = System.nanoTime();
            for (final Tick tick : ticks) {
                topic.pipeInput(tick.instrument, tick, tick.millis);
            }
            return System.nanoTime() - begin;
        }
    }

    private Properties properties() {
        final Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "millrace-peers");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG, files.resolve("kafka-streams").toString());
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        // The driver's wall clock stands still: with an interval no second window would ever be emitted.
        properties.put(StreamsConfig.InternalConfig.EMIT_INTERVAL_MS_KSTREAMS_WINDOWED_AGGREGATION, 0L);
        return properties;
    }

    private static Topology topology(final Results results) {
        final StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(Averaging.STORE), Serdes.Integer(), BytesOf.AVERAGES)
                .withLoggingDisabled());
        builder.stream(TOPIC, Consumed.with(Serdes.Integer(), BytesOf.TICKS))
                .filter((instrument, tick) -> tick.isLarge())
                .groupByKey(Grouped.with(Serdes.Integer(), BytesOf.TICKS))
                .windowedBy(TimeWindows.ofSizeWithNoGrace(WINDOW))
                .emitStrategy(EmitStrategy.onWindowClose())
                .aggregate(
                        Bar::new,
                        (instrument, tick, bar) -> {
                            bar.add(tick);
                            return bar;
                        },
                        Materialized.<Integer, Bar>as(
                                        Stores.inMemoryWindowStore("bars", WINDOW.multipliedBy(10), WINDOW, false))
                                .withKeySerde(Serdes.Integer())
                                .withValueSerde(BytesOf.BARS)
                                .withLoggingDisabled()
                                .withCachingDisabled())
                .toStream()
                .process(Averaging::new, Averaging.STORE)
                .split()
                .branch(
                        (instrument, candle) -> candle.isUp(),
                        Branched.withConsumer(ups -> ups.foreach((instrument, candle) -> results.up(candle))))
                .defaultBranch(
                        Branched.withConsumer(downs -> downs.foreach((instrument, candle) -> results.down(candle))));
        return builder.build();
    }

    @Override
    public String about() {
        return "Kafka Streams " + AppInfoParser.getVersion()
                + ", topology test driver, no broker, stores in memory without changelog and cache; trades become bytes"
                + " and items again, which is counted";
    }
}
