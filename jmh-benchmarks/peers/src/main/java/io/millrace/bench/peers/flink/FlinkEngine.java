package io.millrace.bench.peers.flink;

import io.millrace.bench.peers.job.Averaged;
import io.millrace.bench.peers.job.Bar;
import io.millrace.bench.peers.job.Engine;
import io.millrace.bench.peers.job.Results;
import io.millrace.bench.peers.job.Shared;
import io.millrace.bench.peers.job.Tick;
import io.millrace.bench.peers.job.Trades;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;

/** Flink. Each repetition is a job of its own, in a mini cluster that is started for it; neither start is counted. */
public final class FlinkEngine implements Engine {
    /** Makes the objects. */
    public FlinkEngine(final Trades trades) {
        Shared.ticks(Tick.of(trades));
    }

    @Override
    public long run(final Results results) throws Exception {
        Shared.results(results);
        final StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
        environment.getConfig().enableObjectReuse();
        final DataStream<Tick> large = environment
                .fromSource(new TickSource(), WatermarkStrategy.forMonotonousTimestamps(), "trades", FlinkTypes.TICKS)
                .filter(Tick::isLarge);
        final DataStream<Bar> bars = DataStreamUtils.reinterpretAsKeyedStream(large, Tick::instrument, Types.INT)
                .window(TumblingEventTimeWindows.of(Duration.ofNanos(Trades.WINDOW)))
                .aggregate(new BarAggregate(), new BarStart(), FlinkTypes.BARS, FlinkTypes.BARS);
        final SingleOutputStreamOperator<Averaged> ups = DataStreamUtils.reinterpretAsKeyedStream(
                        bars, bar -> bar.instrument, Types.INT)
                .process(new Averaging(), FlinkTypes.CLOSED);
        ups.map(Shared::up, FlinkTypes.CLOSED).sinkTo(new DiscardingSink<>());
        ups.getSideOutput(Averaging.DOWNS).map(Shared::down, FlinkTypes.CLOSED).sinkTo(new DiscardingSink<>());
        environment.execute("candles");
        return Shared.nanos();
    }

    @Override
    public String about() {
        return "Flink " + EnvironmentInformation.getVersion()
                + ", local, parallelism 1, one chained task (reinterpretAsKeyedStream), objects reused, heap state,"
                + " no checkpoints; start of the job not counted";
    }
}
