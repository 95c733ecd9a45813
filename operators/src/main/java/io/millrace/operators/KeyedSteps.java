package io.millrace.operators;

import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.graph.Wire;
import io.millrace.engine.item.Codec;
import io.millrace.engine.item.ItemType;
import io.millrace.operators.op.CollectOp;
import io.millrace.operators.op.DeduplicateOp;
import io.millrace.operators.op.Extreme;
import io.millrace.operators.op.FillWithKeyOp;
import io.millrace.operators.op.FinalFoldOp;
import io.millrace.operators.op.FinalReduceOp;
import io.millrace.operators.op.MapWithKeyOp;
import io.millrace.operators.op.RunningFoldOp;
import io.millrace.operators.op.RunningReduceOp;
import io.millrace.operators.op.StatefulFillOp;
import io.millrace.operators.op.StatefulFlatFillOp;
import io.millrace.operators.op.StatefulFlatMapOp;
import io.millrace.operators.op.StatefulMapOp;
import io.millrace.operators.op.StatefulOp;
import io.millrace.operators.store.Nanos;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.ToLongFunction;

/**
 * Adds steps behind a wire of items with keys: those that go by the key.
 *
 * @param steps the wire, and what is not for keys only
 */
record KeyedSteps(Steps steps) {
    private static final long LONGEST_MEMORY = 1L << 61;
    private static final BiConsumer<Count.Writer, Object> ONE_MORE = KeyedSteps::countOne;

    private static void countOne(final Count.Writer count, final Object item) {
        count.add(1);
    }

    Wire mapWithKey(final String id, final ItemType<?, ?> type, final KeyedMapper<?, ?> mapper) {
        return steps.add(id, "mapWithKey", OperatorSpec.of(FillWithKeyOp.class, Scope.ITEM, type, mapper), type);
    }

    Wire mapWithKey(final String id, final Codec<?> codec, final BiFunction<?, ?, ?> function) {
        return steps.add(id, "mapWithKey", OperatorSpec.of(MapWithKeyOp.class, Scope.ITEM, function), codec);
    }

    Wire stateful(
            final String id, final ItemType<?, ?> state, final Codec<?> codec, final StatefulLogic<?, ?, ?, ?> logic) {
        return key(id, "stateful", codec, StatefulOp.class, state, codec, logic);
    }

    Wire statefulMap(
            final String id, final ItemType<?, ?> state, final ItemType<?, ?> type, final StatefulMapper<?, ?, ?> map) {
        return key(id, "statefulMap", type, StatefulFillOp.class, state, type, map);
    }

    Wire statefulMap(
            final String id, final ItemType<?, ?> state, final Codec<?> codec, final BiFunction<?, ?, ?> mapper) {
        return key(id, "statefulMap", codec, StatefulMapOp.class, state, mapper);
    }

    Wire statefulFlatMap(
            final String id,
            final ItemType<?, ?> state,
            final ItemType<?, ?> type,
            final StatefulFlatFiller<?, ?, ?, ?> mapper) {
        return key(id, "statefulFlatMap", type, StatefulFlatFillOp.class, state, type, mapper);
    }

    Wire statefulFlatMap(
            final String id,
            final ItemType<?, ?> state,
            final Codec<?> codec,
            final StatefulFlatMapper<?, ?, ?> mapper) {
        return key(id, "statefulFlatMap", codec, StatefulFlatMapOp.class, state, mapper);
    }

    Wire runningFold(final String id, final String kind, final ItemType<?, ?> type, final BiConsumer<?, ?> folder) {
        return key(id, kind, type, RunningFoldOp.class, type, folder);
    }

    Wire foldFinal(final String id, final String kind, final ItemType<?, ?> type, final BiConsumer<?, ?> folder) {
        return key(id, kind, type, FinalFoldOp.class, type, folder);
    }

    Wire runningCount(final String id) {
        return runningFold(id, "runningCount", Count.TYPE, ONE_MORE);
    }

    Wire countFinal(final String id) {
        return foldFinal(id, "countFinal", Count.TYPE, ONE_MORE);
    }

    Wire runningReduce(final String id, final String kind, final BinaryOperator<?> reducer) {
        final Codec<?> codec = steps.typeKeptBy(kind, id);
        return key(id, kind, codec, RunningReduceOp.class, codec, reducer);
    }

    Wire reduceFinal(final String id, final String kind, final BinaryOperator<?> reducer) {
        final Codec<?> codec = steps.typeKeptBy(kind, id);
        return key(id, kind, codec, FinalReduceOp.class, codec, reducer);
    }

    static <T> BinaryOperator<T> least(final Comparator<? super T> order) {
        return new Extreme<>(order, false);
    }

    static <T> BinaryOperator<T> greatest(final Comparator<? super T> order) {
        return new Extreme<>(order, true);
    }

    Wire collect(final String id, final Collect collect) {
        final Codec<?> codec = steps.typeKeptBy("collect", id);
        return key(id, "collect", Items.typeOf(codec), CollectOp.class, codec, collect);
    }

    Wire deduplicate(final String id, final ToLongFunction<?> identity, final Duration remember) {
        final long nanos = Nanos.of(remember);
        if (nanos < 1 || nanos > LONGEST_MEMORY) {
            throw new IllegalArgumentException("deduplicate '" + id + "' remembers for " + nanos
                    + " ns: must be from 1 to " + LONGEST_MEMORY + " ns");
        }
        return key(id, "deduplicate", steps.wire().codec(), DeduplicateOp.class, identity, nanos);
    }

    private Wire key(
            final String id, final String kind, final Codec<?> codec, final Class<?> operator, final Object... config) {
        return steps.add(id, kind, OperatorSpec.of(operator, Scope.KEY, config), codec);
    }
}
