package io.millrace.bench.peers.flink;

import io.millrace.bench.peers.job.Average;
import io.millrace.bench.peers.job.Averaged;
import io.millrace.bench.peers.job.Bar;
import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Takes the closes of candles into averages, and branches by them. */
final class Averaging extends KeyedProcessFunction<Integer, Bar, Averaged> {
    private static final long serialVersionUID = 1;

    static final OutputTag<Averaged> DOWNS = new OutputTag<>("downs", FlinkTypes.CLOSED);

    private transient ValueState<Average> averages;
    private transient Averaged averaged;

    @Override
    public void open(final OpenContext context) {
        averages = getRuntimeContext().getState(new ValueStateDescriptor<>("average", FlinkTypes.AVERAGES));
        averaged = new Averaged();
    }

    @Override
    public void processElement(final Bar bar, final Context context, final Collector<Averaged> ups) throws IOException {
        Average average = averages.value();
        if (average == null) {
            average = new Average();
            averages.update(average);
        }
        averaged.set(bar, average);
        if (averaged.isUp()) {
            ups.collect(averaged);
        } else {
            context.output(DOWNS, averaged);
        }
    }
}
