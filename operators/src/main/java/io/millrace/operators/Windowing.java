package io.millrace.operators;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Output;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.graph.Wire;
import io.millrace.engine.item.Codec;
import io.millrace.engine.item.ItemType;
import io.millrace.operators.op.Extreme;
import io.millrace.operators.store.ItemSlots;
import io.millrace.operators.store.KeptItemType;
import io.millrace.operators.store.PooledListType;
import io.millrace.operators.window.Clock;
import io.millrace.operators.window.CollectLogic;
import io.millrace.operators.window.Early;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.FoldLogic;
import io.millrace.operators.window.Late;
import io.millrace.operators.window.ReduceLogic;
import io.millrace.operators.window.SessionWindow;
import io.millrace.operators.window.WindowFoldLogic;
import io.millrace.operators.window.WindowFolder;
import io.millrace.operators.window.WindowInfo;
import io.millrace.operators.window.WindowItemType;
import io.millrace.operators.window.WindowLogic;
import io.millrace.operators.window.WindowOp;
import io.millrace.operators.window.WindowSettings;
import io.millrace.operators.window.Windower;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;

/**
 * A stream cut into windows, about which it is still to be said what happens in them. Immutable.
 *
 * <p>Windows that overlap share parts where what happens in them can be merged: each item is added once, to its part, and
 * parts are merged when a window closes, in order of time. With {@link #early} results each window has a state of its own;
 * so it has if items are reduced as they come and need not come in order, for which of them comes first may matter.
 *
 * <p>Thread: one, while a flow is defined. Allocation: while building. Deterministic: yes.
 *
 * @param <T> type of the items
 */
public final class Windowing<T> {
    private static final BiConsumer<Count.Writer, Object> COUNT = Windowing::count;
    private static final BiConsumer<Count.Writer, Count.Writer> SUM = Windowing::sum;

    private final KeyedStream<T> stream;
    private final String id;
    private final Clock<? super T> clock;
    private final Windower windower;
    private final WindowSettings<T> settings;

    Windowing(
            final KeyedStream<T> stream,
            final String id,
            final Clock<? super T> clock,
            final Windower windower,
            final WindowSettings<T> settings) {
        this.stream = stream;
        this.id = id;
        this.clock = clock;
        this.windower = windower;
        this.settings = settings;
    }

    private static void count(final Count.Writer count, final Object item) {
        count.add(1);
    }

    private static void sum(final Count.Writer count, final Count.Writer other) {
        count.add(other.value());
    }

    private Windowing<T> with(final WindowSettings<T> other) {
        return new Windowing<>(stream, id, clock, windower, other);
    }

    /**
     * Items reach their windows in order of their times, at the same time in order of arrival: each waits until the
     * watermark of its key has reached it.
     */
    public Windowing<T> ordered() {
        typeOfItems();
        return with(settings.inOrder());
    }

    /**
     * An item behind the watermark is taken by those of its windows that are still open, and late for the others only.
     */
    public Windowing<T> allowedLateness() {
        return with(settings.takingLateItems());
    }

    /**
     * Windows give results before they close, in the stream {@link Windowed#early}.
     *
     * @param early when; a predicate is asked about what the results are made of
     */
    public Windowing<T> early(final Early<?> early) {
        return with(settings.early(Objects.requireNonNull(early, "early")));
    }

    /**
     * A key that has no open window, and no item for this long, is forgotten altogether: its watermark, so that an old
     * item is not late for it any more, and its ids, which begin at 0 again. Without this a little is kept of each key for
     * ever.
     *
     * @param idle in stage time
     */
    public Windowing<T> forgetIdle(final Duration idle) {
        return with(settings.forgetAfter(idle));
    }

    /**
     * Folds the items of each window into one.
     *
     * @param type   what they are folded into; if it is a {@link WindowItemType}, it is told the bounds of its window
     * @param folder adds an item
     */
    public <R, W extends R> Windowed<T, R> fold(
            final ItemType<R, W> type, final BiConsumer<? super W, ? super T> folder) {
        Objects.requireNonNull(folder, "folder");
        return add(type, type, settings, new FoldLogic<W, T, R>(folder, null, bounded(type)));
    }

    /**
     * Folds the items of each window into one.
     *
     * @param type   as in {@link #fold(ItemType, BiConsumer)}
     * @param folder adds an item
     * @param merger adds what another part of the window was folded into, which is later in time; both have items
     */
    public <R, W extends R> Windowed<T, R> fold(
            final ItemType<R, W> type,
            final BiConsumer<? super W, ? super T> folder,
            final BiConsumer<? super W, ? super W> merger) {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(merger, "merger");
        return add(type, type, settings, new FoldLogic<W, T, R>(folder, merger, bounded(type)));
    }

    /**
     * Folds the items of each window into one.
     *
     * @param type   as in {@link #fold(ItemType, BiConsumer)}
     * @param folder adds an item, and sees the window
     */
    public <R, W extends R> Windowed<T, R> foldWithWindow(
            final ItemType<R, W> type, final WindowFolder<? super W, ? super T> folder) {
        return add(type, type, settings, new WindowFoldLogic<>(folder, new FoldLogic<>(null, null, bounded(type))));
    }

    /**
     * Folds the items of each window into one.
     *
     * @param type   as in {@link #fold(ItemType, BiConsumer)}
     * @param folder adds an item, and sees the window; so overlapping windows share no parts
     * @param merger as in {@link #fold(ItemType, BiConsumer, BiConsumer)}; for sessions that grow together
     */
    public <R, W extends R> Windowed<T, R> foldWithWindow(
            final ItemType<R, W> type,
            final WindowFolder<? super W, ? super T> folder,
            final BiConsumer<? super W, ? super W> merger) {
        Objects.requireNonNull(merger, "merger");
        return add(type, type, settings, new WindowFoldLogic<>(folder, new FoldLogic<>(null, merger, bounded(type))));
    }

    private static <R, W extends R> WindowItemType<R, W> bounded(final ItemType<R, W> type) {
        return type instanceof WindowItemType<R, W> bounded ? bounded : null;
    }

    /**
     * Makes one item of the items of each window, two at a time; the first is what it is.
     *
     * @param reducer gets what the items before were made into, and an item; must be associative
     */
    public Windowed<T, T> reduce(final BinaryOperator<T> reducer) {
        final Codec<T> codec = typeOfItems();
        return add(
                new KeptItemType<>(new ItemSlots<>(codec)),
                codec,
                settings.ofKept(),
                new ReduceLogic<>(reducer, comesInOrder()));
    }

    /** The least item of each window; of equal ones the first. */
    public Windowed<T, T> min(final Comparator<? super T> order) {
        return reduce(new Extreme<>(order, false));
    }

    /** The greatest item of each window; of equal ones the first. */
    public Windowed<T, T> max(final Comparator<? super T> order) {
        return reduce(new Extreme<>(order, true));
    }

    /** The number of items of each window. */
    public Windowed<T, Count> count() {
        return fold(Count.TYPE, COUNT, SUM);
    }

    /** The items of each window together: if {@link #ordered} in order of their times, else as they came. */
    public Windowed<T, Items<T>> collect() {
        final Codec<T> codec = typeOfItems();
        return add(
                new PooledListType<>(codec),
                Items.typeOf(codec),
                settings,
                new CollectLogic<>(settings.ordered() && !settings.allowedLateness()));
    }

    /**
     * What the user says.
     *
     * @param state what is kept for each window
     * @param codec type of what is emitted, or null if it neither leaves its thread nor is kept
     * @param logic what happens in a window
     */
    public <S, R> Windowed<T, R> apply(
            final ItemType<? super S, S> state, final Codec<R> codec, final WindowLogic<S, ? super T, R> logic) {
        return add(state, codec, settings, logic);
    }

    private <S, R> Windowed<T, R> add(
            final ItemType<? super S, S> state,
            final Codec<R> codec,
            final WindowSettings<T> chosen,
            final WindowLogic<S, ? super T, R> logic) {
        if (windower instanceof SessionWindow && !comesInOrder() && !logic.merges()) {
            throw new FlowException("window '" + id + "' has sessions that can grow together, because items need not"
                    + " come in order, but what is in them can't be merged: give a merger, or make it ordered()");
        }
        final Wire wire = stream.wire;
        final List<Wire> wires = stream.graph.add(
                id,
                "window",
                OperatorSpec.of(WindowOp.class, Scope.KEY, clock, windower, chosen, state, logic),
                wire,
                false,
                Output.like("closed", wire, codec),
                Output.like("early", wire, codec),
                Output.like("late", wire, Late.typeOf(wire.codec())),
                Output.like("meta", wire, WindowInfo.TYPE));
        return new Windowed<>(stream(wires, 0), stream(wires, 1), stream(wires, 2), stream(wires, 3));
    }

    /** Whether the items that windows get are in order of their times. */
    private boolean comesInOrder() {
        return !(clock instanceof EventClock<?> event)
                || !settings.allowedLateness() && (settings.ordered() || event.lateness() == 0);
    }

    private <R> KeyedStream<R> stream(final List<Wire> wires, final int index) {
        return new KeyedStream<>(stream.graph, wires.get(index));
    }

    @SuppressWarnings("unchecked") // the codec of a stream is that of its items
    private Codec<T> typeOfItems() {
        return (Codec<T>) new Steps(stream.graph, stream.wire).typeKeptBy("window", id);
    }
}
