package io.millrace.operators;

/** Is shown items, with where and when they were seen. */
@FunctionalInterface
public interface DebugInspector<T> {

    /**
     * Looks at an item.
     *
     * @param step     id of the step
     * @param item     valid during the call only, and not to be changed
     * @param inputSeq number of the record that the item comes from; -1 if it comes from a timer or the end of input
     * @param stage    name of the stage that the step runs in: depends on the layout
     * @param part     which part of the stage, from 0: depends on the layout
     */
    void inspect(String step, T item, long inputSeq, String stage, int part);
}
