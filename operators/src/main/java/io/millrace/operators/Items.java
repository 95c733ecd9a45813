package io.millrace.operators;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.ItemType;
import io.millrace.operators.store.ItemList;
import io.millrace.operators.store.ItemListType;
import java.util.ArrayList;
import java.util.List;

/**
 * Several items, in order: what collecting gives. Valid during the call only, as each of the items is.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 *
 * @param <T> type of the items
 */
public interface Items<T> {

    /** Number of items. */
    int size();

    /**
     * An item.
     *
     * @param index from 0
     * @throws IndexOutOfBoundsException if there is no such item
     */
    T get(int index);

    /** The items in a list of their own, which allocates; immutable items may be kept, others are used again. */
    default List<T> toList() {
        final List<T> list = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            list.add(get(i));
        }
        return list;
    }

    /** The type of several items, made from the type of one. */
    static <T> ItemType<Items<T>, ItemList<T>> typeOf(final Codec<T> codec) {
        return new ItemListType<>(codec);
    }
}
