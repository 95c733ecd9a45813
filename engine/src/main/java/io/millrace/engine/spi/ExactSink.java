package io.millrace.engine.spi;

/**
 * A sink whose items leave exactly once, however often the process is killed: it can tell how many items it holds, and what
 * a recovery gives again up to that count is not given to it.
 *
 * <p>The contract:
 * <ul>
 *   <li>The number of an item is the running count of what the sink was given in the life of its journal, from 0. With the
 *       journal's id and the step's it is the output's id.
 *   <li>{@link #held} says how many items are there: items 0 to {@code held() - 1}, whole, in order. What a crash left of
 *       another one is cut off when the sink is opened.
 *   <li>What is there belongs to one journal and step. A sink that holds another's output, or anybody's, refuses to open.
 *   <li>{@link #flush} writes what was collected, but never an item whose number is not below
 *       {@link SinkContext#committable}.
 *   <li>{@link #close} writes as much as {@link #flush} may, and throws the rest away: it will come again.
 * </ul>
 *
 * @param <T> type of the items
 */
public interface ExactSink<T> extends Sink<T> {

    /** Number of items that the sink held when it was opened. Asked once, before the first {@link #accept}. */
    long held();

    /** Makes what was written survive a loss of power. Called after a {@link #flush}, where the journal promises as much. */
    void sync();

    /**
     * Takes back all items but the first {@code count}, and keeps what it takes back aside under another name. Called before
     * the first {@link #accept} if the journal has lost its end and the user accepts that.
     */
    void cutTo(long count);
}
