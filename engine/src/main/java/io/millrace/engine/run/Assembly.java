package io.millrace.engine.run;

import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.loop.BatchTarget;
import io.millrace.engine.loop.RequestQueue;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A flow's stages, connected for one layout. */
interface Assembly {

    /**
     * Makes the stages ready, before any thread runs.
     *
     * @param restore brings a stage, which is as new, to where it begins
     */
    void prepare(Consumer<StageUnit> restore);

    /** Called by the pump's thread when all that was journaled was sent: returns when all stages have worked on it. */
    void goLive();

    /** Where the pump sends batches. */
    BatchTarget target();

    /** Earliest deadline of all stages. */
    long nextDeadline();

    /** Called by the pump's thread after each turn. */
    void afterPoll(int work);

    /** Where warm-up records go: through all stages, whose output is thrown away. */
    BatchTarget warmUpTarget();

    /** A round of warm-up is over: brings the stages back to their initial state, in place. */
    void rewind();

    /** Warm-up is over: brings the stages to where they begin, and lets their output out. */
    void reset();

    /**
     * Called by the pump's thread when nothing more will come.
     *
     * @param endOfInput whether all inputs have ended; else the flow stops where it is
     */
    void finish(boolean endOfInput);

    /** Threads beside the pump's, in the order of the stages. */
    List<StageThread> threads();

    /** Requests from steps to sources. */
    List<RequestQueue> requests();

    /** All compiled stages, in the order of the stages and parts. */
    List<StageUnit> units();

    /** Closes what the pump's thread owns. */
    void close();

    /** Classes that were not specialised, and why. */
    Map<String, String> obstacles();
}
