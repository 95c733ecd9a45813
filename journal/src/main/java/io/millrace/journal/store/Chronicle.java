package io.millrace.journal.store;

import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.Roll;
import java.nio.file.Path;
import net.openhft.chronicle.core.io.BackgroundResourceReleaser;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.LegacyRollCycles;

/**
 * The one door to Chronicle Queue. Its habits are switched off here, before its first class is used: sending usage data,
 * announcing itself, a thread that looks at the disk and only writes to a logger, and, where assertions are on, remembering
 * for ever what each file had for the thread that wrote it.
 */
public final class Chronicle {
    static {
        System.setProperty("chronicle.analytics.disable", "true");
        System.setProperty("chronicle.announcer.disable", "true");
        System.setProperty("chronicle.disk.monitor.disable", "true");
        System.setProperty("disable.ctl.orphan.tracking", "true");
    }

    private Chronicle() {}

    /**
     * Has Chronicle set itself up, unless it has: it asks the JVM to be told of the end of the process, which can't be asked
     * once that has begun, and a run that is just going live when it is told to stop still writes.
     */
    public static void prepare() {
        releaseClosed();
    }

    /** Opens a queue for writing. */
    public static SingleChronicleQueue open(final Path directory, final JournalOptions options, final RollClock clock) {
        return SingleChronicleQueueBuilder.binary(directory)
                .rollCycle(cycle(options.roll()))
                .blockSize(options.blockBytes())
                .timeProvider(clock)
                .build();
    }

    private static RollCycle cycle(final Roll roll) {
        return switch (roll) {
            case DAILY -> RollCycles.FAST_DAILY;
            case HOURLY -> RollCycles.FAST_HOURLY;
            case MINUTELY -> LegacyRollCycles.MINUTELY;
        };
    }

    /** Waits until files and mappings that were closed have been let go of, which Chronicle does on another thread. */
    public static void releaseClosed() {
        BackgroundResourceReleaser.releasePendingResources();
    }
}
