package io.millrace.engine.run;

import io.millrace.engine.graph.Graph;
import io.millrace.engine.spi.InputLogReader;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;

/** Finds the step of a flow that is not deterministic. */
@FunctionalInterface
public interface StepSearch {
    /** Finds nothing. */
    StepSearch NONE = (definition, skips, records, state, length, firstSeq, lastSeq) -> "";

    /**
     * Searches.
     *
     * @param definition the flow
     * @param skips      records at which the failure of a step is passed over
     * @param records    gives a reader of the records from a number on
     * @param state      what {@link SteppedFlow#writeState} gives before the first of them, outside the heap
     * @param length     its bytes; 0 for a flow that has seen nothing
     * @param firstSeq   first record that is looked at
     * @param lastSeq    the last one
     * @return what was found, in words; empty if nothing was
     */
    String search(
            Supplier<Graph> definition,
            long[] skips,
            LongFunction<InputLogReader> records,
            DirectBuffer state,
            int length,
            long firstSeq,
            long lastSeq);
}
