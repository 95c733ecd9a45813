package io.millrace.bench.peers.fluxtion;

import com.fluxtion.compiler.EventProcessorConfig;
import com.fluxtion.compiler.Fluxtion;
import com.fluxtion.compiler.builder.dataflow.DataFlow;
import com.fluxtion.compiler.builder.dataflow.FlowBuilder;
import com.fluxtion.runtime.EventProcessor;
import com.fluxtion.runtime.dataflow.helpers.Mappers;
import io.millrace.bench.peers.job.Averaged;
import io.millrace.bench.peers.job.Engine;
import io.millrace.bench.peers.job.Results;
import io.millrace.bench.peers.job.Tick;
import io.millrace.bench.peers.job.Trades;

/** Fluxtion. Compiled once; each repetition is an instance of its own of the compiled class. */
public final class FluxtionEngine implements Engine {
    static final int WINDOW_MILLIS = (int) (Trades.WINDOW / 1_000_000);

    private final Tick[] ticks;
    private final EventProcessor<?> compiled;
    private long now;

    /** Makes the objects, and compiles. */
    public FluxtionEngine(final Trades trades) {
        ticks = Tick.of(trades);
        compiled = Fluxtion.compile(FluxtionEngine::define);
    }

    /** The job in the words of Fluxtion. */
    public static void define(final EventProcessorConfig config) {
        final FlowBuilder<Averaged> closed = DataFlow.subscribe(Tick.class)
                .filter(Tick::isLarge)
                .groupByTumbling(Tick::instrument, Mappers::identity, BarAggregate::new, WINDOW_MILLIS)
                .flatMap(Averaging::bars)
                .map(new Averaging()::average);
        closed.filter(Averaged::isUp).sink("ups");
        closed.filter(Averaging::isDown).sink("downs");
    }

    /** Its windows go by its clock, from when that is set: it shows the time of the trade that comes. */
    @Override
    public long run(final Results results) {
        final EventProcessor<?> processor = compiled.newInstance();
        processor.init();
        processor.<Averaged>addSink("ups", results::up);
        processor.<Averaged>addSink("downs", results::down);
        now = Trades.START / 1_000_000;
        processor.setClockStrategy(() -> now);
        final long begin = System.nanoTime();
        for (final Tick tick : ticks) {
            now = tick.millis;
            processor.onEvent(tick);
        }
        return System.nanoTime() - begin;
    }

    @Override
    public String about() {
        return "Fluxtion " + version() + ", Fluxtion.compile, clock set to the time of each trade; compilation not"
                + " counted";
    }

    /** It has none in its manifest, but in the name of its archive. */
    private static String version() {
        return Fluxtion.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .replaceAll(".*compiler-|\\.jar$", "");
    }
}
