package io.millrace.bench.latency;

import io.millrace.engine.item.ItemType;

/** What the latency flow makes of each trade. */
final class Tick {
    static final ItemType<Tick, Tick> TYPE = ItemType.of(
            "bench.tick", Tick::new, (tick, out) -> out.putLong(tick.due).putDouble(tick.score), (tick, in) -> {
                tick.due = in.takeLong();
                tick.score = in.takeDouble();
            });

    /** When the trade was due, epoch nanoseconds. */
    long due;

    /** How unusual its price is. */
    double score;
}
