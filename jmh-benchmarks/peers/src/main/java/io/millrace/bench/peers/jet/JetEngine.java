package io.millrace.bench.peers.jet;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.BuildInfoProvider;
import com.hazelcast.jet.aggregate.AggregateOperation;
import com.hazelcast.jet.aggregate.AggregateOperation1;
import com.hazelcast.jet.core.ProcessorMetaSupplier;
import com.hazelcast.jet.core.ProcessorSupplier;
import com.hazelcast.jet.datamodel.KeyedWindowResult;
import com.hazelcast.jet.pipeline.Pipeline;
import com.hazelcast.jet.pipeline.Sinks;
import com.hazelcast.jet.pipeline.Sources;
import com.hazelcast.jet.pipeline.StreamSource;
import com.hazelcast.jet.pipeline.StreamStage;
import com.hazelcast.jet.pipeline.WindowDefinition;
import io.millrace.bench.peers.job.Average;
import io.millrace.bench.peers.job.Averaged;
import io.millrace.bench.peers.job.Bar;
import io.millrace.bench.peers.job.Engine;
import io.millrace.bench.peers.job.Results;
import io.millrace.bench.peers.job.Shared;
import io.millrace.bench.peers.job.Tick;
import io.millrace.bench.peers.job.Trades;

/** Jet. Each repetition is a job of its own in the same member; the start of the job is not counted. */
public final class JetEngine implements Engine {
    private static final long MILLI = 1_000_000;

    private final HazelcastInstance member;

    /** Makes the objects, and starts a member that knows no other. */
    public JetEngine(final Trades trades) {
        Shared.ticks(Tick.of(trades));
        final Config config = new Config();
        config.setClusterName("millrace-peers");
        config.getJetConfig().setEnabled(true).setCooperativeThreadCount(1);
        config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        member = Hazelcast.newHazelcastInstance(config);
    }

    @Override
    public long run(final Results results) {
        Shared.results(results);
        member.getJet().newJob(pipeline()).join();
        return Shared.nanos();
    }

    private static Pipeline pipeline() {
        final StreamSource<Tick> source = Sources.streamFromProcessorWithWatermarks(
                "trades",
                true,
                policy -> ProcessorMetaSupplier.forceTotalParallelismOne(
                        ProcessorSupplier.of(() -> new TickProcessor(policy))));
        final Pipeline pipeline = Pipeline.create();
        final StreamStage<KeyedWindowResult<Integer, Bar>> bars = pipeline.readFrom(source)
                .withNativeTimestamps(0)
                .filter(Tick::isLarge)
                .groupingKey(Tick::instrument)
                .window(WindowDefinition.tumbling(Trades.WINDOW / MILLI))
                .aggregate(candle());
        final StreamStage<Averaged> closed = bars.groupingKey(KeyedWindowResult::getKey)
                .mapStateful(Average::new, (average, instrument, result) -> {
                    final Bar bar = result.getValue();
                    bar.start = result.start() * MILLI;
                    return Averaged.of(bar, average);
                });
        closed.filter(Averaged::isUp).map(Shared::up).writeTo(Sinks.noop());
        closed.filter(candle -> !candle.isUp()).map(Shared::down).writeTo(Sinks.noop());
        return pipeline;
    }

    /** Not combined of parts: on one member in one thread, one stage does it. */
    private static AggregateOperation1<Tick, Bar, Bar> candle() {
        return AggregateOperation.withCreate(Bar::new)
                .andAccumulate((final Bar bar, final Tick tick) -> bar.add(tick))
                .andExportFinish(bar -> bar);
    }

    @Override
    public String about() {
        return "Hazelcast Jet " + BuildInfoProvider.getBuildInfo().getVersion()
                + ", one member, one cooperative thread, no guarantees, no snapshots; start of the job not counted";
    }

    @Override
    public void close() {
        member.shutdown();
    }
}
