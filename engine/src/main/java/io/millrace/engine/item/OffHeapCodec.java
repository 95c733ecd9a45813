package io.millrace.engine.item;

/**
 * A codec whose items can be views of memory outside the heap. Where records are read, this saves what a buffer costs.
 *
 * <p>Thread: as {@link Codec}. Allocation: none. Deterministic: yes.
 */
public interface OffHeapCodec<T> extends Codec<T> {

    /**
     * Makes an item a view of memory.
     *
     * @param address first byte; stays as it is while the item is in use
     * @param length  bytes that {@link #encode} wrote; checked here
     * @param reuse   an item of {@link #create()}
     */
    T view(long address, int length, T reuse);
}
