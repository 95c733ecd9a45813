package io.millrace.engine.item;

import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A type of item that a step can create, fill and clear: for reused results, for state, for what a window folds into.
 *
 * <p>Thread: no state, may be shared.<br>
 * Allocation: only {@link #create()}.<br>
 * Deterministic: yes.
 *
 * @param <T> what readers see
 * @param <W> what fills it
 */
public interface ItemType<T, W extends T> extends Codec<T> {

    @Override
    W create();

    /** Makes an item equal to a fresh one, in place. */
    void clear(W item);

    /**
     * Spoils an item in place, so that whoever kept it, or does not fill all of its fields, sees values that nobody meant.
     * Used where it is checked that items are not kept.
     */
    default void spoil(final W item) {
        clear(item);
    }

    /**
     * A type whose encoding is written field by field. The same fields must be read in the same order.
     *
     * <pre>{@code
     * static final ItemType<Spread, Spread> TYPE = ItemType.of("spread", Spread::new,
     *         (spread, out) -> out.putLong(spread.bid).putLong(spread.ask),
     *         (spread, in) -> { spread.bid = in.takeLong(); spread.ask = in.takeLong(); });
     * }</pre>
     *
     * @param name   unique and stable name of the encoding
     * @param create makes a fresh item
     * @param write  writes all fields
     * @param read   reads all fields; also used to clear, from a fresh item's bytes
     */
    static <W> ItemType<W, W> of(
            final String name,
            final Supplier<W> create,
            final BiConsumer<W, FieldWriter> write,
            final BiConsumer<W, FieldReader> read) {
        return of(name, 1, create, write, read);
    }

    /**
     * The same for a type that has changed. Fields may be added at the end; {@code read} must also read what earlier versions
     * wrote, in journals and snapshots: it asks {@link FieldReader#hasMore} before it reads a field that was added.
     *
     * @param version 1 at first, then raised with each change
     */
    static <W> ItemType<W, W> of(
            final String name,
            final int version,
            final Supplier<W> create,
            final BiConsumer<W, FieldWriter> write,
            final BiConsumer<W, FieldReader> read) {
        return new FieldwiseType<>(name, version, create, write, read);
    }
}
