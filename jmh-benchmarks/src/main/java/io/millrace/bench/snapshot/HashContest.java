package io.millrace.bench.snapshot;

import io.millrace.bench.chain.Records;
import io.millrace.bench.chain.Tallies;
import io.millrace.bench.compare.AllocatedBytes;
import io.millrace.bench.compare.Contest;
import io.millrace.bench.flow.CompiledFlow;
import io.millrace.engine.stage.OutputTerms;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import java.util.function.BiConsumer;

/** A flow whose outputs are hashed, as they are when a replica takes the snapshots, against the same flow without. */
final class HashContest implements Contest {
    private final Title title;
    private final Side plain;
    private final Side hashed;
    private final Records records = new Records(42);
    private final AllocatedBytes allocated = new AllocatedBytes();

    HashContest(final String name, final String target, final BiConsumer<Dataflow, Tallies> definition) {
        this.title = new Title("Snapshots", name, target, "outputs not hashed", "outputs hashed");
        this.plain = new Side(definition, OutputTerms.none());
        this.hashed = new Side(definition, new OutputTerms(null, false, false, true));
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public long operations() {
        return Records.COUNT;
    }

    @Override
    public void prepare() {
        records.stamp();
    }

    @Override
    public long baseline() {
        return plain.time(records);
    }

    @Override
    public long subject() {
        allocated.start();
        final long nanos = hashed.time(records);
        allocated.stop(Records.COUNT);
        return nanos;
    }

    @Override
    public void warmedUp() {
        allocated.reset();
    }

    @Override
    public void verify() {
        if (!plain.results().equals(hashed.results())) {
            throw new IllegalStateException(
                    title.name() + ": different output: " + plain.results() + ", hashed " + hashed.results());
        }
    }

    @Override
    public String context() {
        return "trades of " + Records.INSTRUMENTS + " instruments in memory; " + hashed.compiled.given()
                + " items left; " + allocated.per("record");
    }

    @Override
    public void close() {
        // Memory only.
    }

    private static final class Side {
        private final Tallies out = new Tallies();
        private final CompiledFlow compiled;

        Side(final BiConsumer<Dataflow, Tallies> definition, final OutputTerms terms) {
            compiled = new CompiledFlow(new Flow("hashes", flow -> definition.accept(flow, out)), terms);
        }

        long time(final Records records) {
            final long start = System.nanoTime();
            compiled.onBatch(records.buffer(), 0, records.length());
            return System.nanoTime() - start;
        }

        String results() {
            return out + ", " + compiled.outputs();
        }
    }
}
