package io.millrace.engine.run;

import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.graph.FlowInput;
import io.millrace.engine.graph.Plan;
import io.millrace.engine.loop.Beginning;
import io.millrace.engine.loop.CommandQueue;
import io.millrace.engine.loop.Cuts;
import io.millrace.engine.loop.Health;
import io.millrace.engine.loop.Pacer;
import io.millrace.engine.loop.Pump;
import io.millrace.engine.loop.Replay;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.spi.ResumableLog;
import io.millrace.engine.stage.OutputTerms;
import java.util.List;
import org.agrona.concurrent.SystemNanoClock;

/** What feeds a run: sources, a journal, or first the one and then the other. */
interface Feeding {

    /** What that makes of the run. */
    RunMode mode();

    /** The snapshot to begin with, or null to begin with the first record. */
    default Snapshot choose(final String flow, final RunConfig config, final List<StageUnit> units) {
        return null;
    }

    /** Opens it, on the pump's thread. */
    Pump open(Surroundings run);

    /** Closes what was never opened. */
    void close();

    /**
     * What is around the pump.
     *
     * @param start where state begins, or null for the first record
     * @param cuts  when snapshots are due, or null
     */
    record Surroundings(
            Plan plan,
            Assembly assembly,
            Snapshot start,
            Cuts cuts,
            CommandQueue commands,
            RunConfig config,
            Health health) {

        private Pump sources(final InputLog log, final Beginning beginning, final OutputTerms terms) {
            terms.goLive(log);
            return LivePump.open(
                    inputs(),
                    assembly.requests(),
                    log,
                    beginning,
                    commands,
                    assembly::nextDeadline,
                    cuts,
                    config,
                    health);
        }

        private List<FlowInput> inputs() {
            return plan.graph().inputs();
        }
    }

    /** Sources, with a new log. */
    record Live(InputLog log, RunMode mode) implements Feeding {
        Live(final InputLog log, final boolean hashes) {
            this(log, new RunMode(true, false, new OutputTerms(log.id(), false, false, hashes)));
        }

        @Override
        public Pump open(final Surroundings run) {
            return run.sources(log, Beginning.ofNothing(run.inputs().size()), mode.terms());
        }

        @Override
        public void close() {
            log.close();
        }
    }

    /** A log, and nothing else. */
    record Recorded(InputLogReader reader, RunMode mode) implements Feeding {
        Recorded(final InputLogReader reader) {
            this(reader, new RunMode(false, false, OutputTerms.none()));
        }

        @Override
        public Pump open(final Surroundings run) {
            return new Replay(reader, new Pacer(run.config().pace(), SystemNanoClock.INSTANCE));
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    /** A log, and then the sources. */
    record Resumed(ResumableLog log, RunMode mode) implements Feeding {
        Resumed(final ResumableLog log, final boolean hashes) {
            this(log, new RunMode(true, true, new OutputTerms(log.id(), true, log.acceptsLoss(), hashes)));
        }

        @Override
        public Snapshot choose(final String flow, final RunConfig config, final List<StageUnit> units) {
            return new Restoration(log, flow, config).choose(units);
        }

        @Override
        public Pump open(final Surroundings run) {
            return new ResumedPump(
                    log,
                    run.start(),
                    run.inputs().size(),
                    nextSeq -> {
                        run.assembly().goLive();
                        if (mode.terms().lossTaken()) {
                            log.lossTaken();
                        }
                        run.config().snapshots().cutTo(nextSeq);
                    },
                    (appended, beginning) -> run.sources(appended, beginning, mode.terms()),
                    run.config().counters().counter("recovery: records"));
        }

        @Override
        public void close() {
            log.close();
        }
    }
}
