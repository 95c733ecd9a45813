package io.millrace.engine.stage;

import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * What an operator is given when it is built: its place in the flow and what it shares with the other operators of its
 * stage.
 *
 * <p>Thread: the stage's. Allocation: while building. Deterministic: yes.
 */
public interface StepContext {

    /** Id of the step, as the user gave it. */
    String stepId();

    /** Stage time. */
    StageClock clock();

    /** Which record is worked on. */
    CurrentRecord record();

    /** Name of the stage that the operator runs in, with its part if it has several. For people: it depends on the layout. */
    String stage();

    /** Which part of the stage the operator runs in, from 0. For people: it depends on the layout. */
    int part();

    /**
     * Whether it is checked that items are not changed and not kept: an operator then spoils what it uses again before it
     * is filled.
     */
    boolean checks();

    /** Timers that call this operator back. */
    StepTimers timers();

    /** Keys of the items that this operator receives. */
    KeySpace keys();

    /** Text keys of the stage, for an operator that makes keys. */
    TextKeys textKeys();

    /** The stage's definitions of a kind. */
    <D extends Definitions> D definitions(DefinitionType<D> type);

    /** On which terms items leave. */
    default OutputTerms terms() {
        return OutputTerms.none();
    }

    /** How many items of this step's sink may leave. */
    default CommitMarks marks() {
        return new CommitMarks(terms());
    }

    /** Type of the items of the first input, or null if it is not known. */
    default Codec<?> itemCodec() {
        return null;
    }

    /** Opens a sink, or in a copy that is not live gives one that discards. */
    <T> Sink<T> open(SinkFactory<T> factory);

    /**
     * Opens the way to the source that this step's requests go to.
     *
     * @param maxInFlight most requests that the step leaves unanswered
     */
    RequestPort requests(int maxInFlight);

    /** A counter that can be read from outside the process. */
    AtomicCounter counter(String label);

    /**
     * What to throw when a function of the user has thrown.
     *
     * @param item  what it was called with
     * @param cause what it threw
     */
    RuntimeException failed(Object item, Throwable cause);

    /** Whether failures of this step need not stop the flow, so that {@link #failedAside} may return. */
    default boolean isShielded() {
        return false;
    }

    /**
     * A function of the user has thrown while the operator worked on something else than the item that it was given, such as
     * a window that closes or an item that has waited, or in the middle of work that it must finish. Returns if that need not stop the flow: the operator is done with it
     * then, and goes on with the rest of its work.
     *
     * @param key   key of what it was called with
     * @param item  what it was called with
     * @param cause what it threw
     * @throws RuntimeException as {@link #failed} gives it, if the flow is to stop
     */
    default void failedAside(final long key, final Object item, final Throwable cause) {
        throw failed(item, cause);
    }
}
