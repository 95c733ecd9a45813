package io.millrace.bench.peers.kafka;

import io.millrace.bench.peers.job.Average;
import io.millrace.bench.peers.job.Averaged;
import io.millrace.bench.peers.job.Bar;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Takes the closes of candles into averages. */
final class Averaging implements Processor<Windowed<Integer>, Bar, Integer, Averaged> {
    static final String STORE = "averages";

    private ProcessorContext<Integer, Averaged> context;
    private KeyValueStore<Integer, Average> averages;

    @Override
    public void init(final ProcessorContext<Integer, Averaged> given) {
        context = given;
        averages = given.getStateStore(STORE);
    }

    @Override
    public void process(final Record<Windowed<Integer>, Bar> closed) {
        final int instrument = closed.key().key();
        final Bar bar = closed.value();
        bar.start = closed.key().window().start() * 1_000_000;
        final Average known = averages.get(instrument);
        final Average average = known == null ? new Average() : known;
        final Averaged averaged = Averaged.of(bar, average);
        averages.put(instrument, average);
        context.forward(closed.withKey(instrument).withValue(averaged));
    }
}
