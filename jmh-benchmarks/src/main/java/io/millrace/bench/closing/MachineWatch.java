package io.millrace.bench.closing;

import io.millrace.bench.cost.CpuTicks;
import java.util.function.Supplier;

/**
 * Watches who uses the processors, as Linux counts it, from when it is made until it is asked.
 *
 * <p>Thread: one. Allocates: when it is made and when it is asked.
 */
public final class MachineWatch {
    private static final double PERCENT = 100;

    private final Supplier<CpuTicks> ticks;
    private final CpuTicks before;

    /** Watches from now on. */
    public MachineWatch() {
        this(CpuTicks::read);
    }

    MachineWatch(final Supplier<CpuTicks> ticks) {
        this.ticks = ticks;
        this.before = ticks.get();
    }

    /** What was seen so far. */
    public MachineLoad load() {
        final CpuTicks used = ticks.get().since(before);
        if (used.total() <= 0) {
            return MachineLoad.UNKNOWN;
        }
        return new MachineLoad(
                true, PERCENT * Math.max(0, used.foreign()) / used.total(), PERCENT * used.stolen() / used.total());
    }
}
