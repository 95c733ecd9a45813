package io.millrace.operators.guide;

import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Scope;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;

/** Examples of operators that a user writes. */
final class OwnOperatorsGuide {
    private static final long SECOND = 1_000_000_000L;

    private OwnOperatorsGuide() {}

    /** A piece of a flow as a function. */
    static KeyedStream<Tick> dear(final Stream<Tick> ticks) {
        return ticks.filter("dear", tick -> tick.price() > 100).keyByText("symbol", Tick::symbol);
    }

    static void composition(final Guide guide) {
        KeyedStream<Tick> dear = guide.ticks().then("pick", OwnOperatorsGuide::dear); // steps pick.dear, pick.symbol
        guide.show(dear);
    }

    static KeyedStream<Tick> silent(final String id, final KeyedStream<Tick> ticks, final long patience) {
        return ticks.operator(id, OperatorSpec.of(SilenceOp.class, Scope.KEY, patience), Tick.TYPE);
    }

    static void operator(final Guide guide) {
        KeyedStream<Tick> ticks = guide.ticks("BTC 100 @0", "ETH 20 @1", "BTC 103 @2", "wait 4", "ETH 21 @11", "wait 9")
                .keyByText("symbol", Tick::symbol);
        guide.show(silent("silence", ticks, 3 * SECOND));
    }
}
