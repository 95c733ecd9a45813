package io.millrace.report.figure;

import io.millrace.report.machine.Machine;
import io.millrace.report.machine.MachineContext;
import java.util.ArrayList;
import java.util.List;

/** What the machine does to the figures, as far as its context tells. */
public final class Caveats {
    /** Engine, system, and one to spare. */
    private static final int FEW_PROCESSORS = 4;

    private Caveats() {}

    /** Sentences for readers; none if the machine is a quiet one. */
    public static List<String> of(final MachineContext context) {
        final Machine machine = context.machine();
        final List<String> caveats = new ArrayList<>();
        if (machine.isVirtual()) {
            caveats.add(
                    "The machine is virtual: its hypervisor can stop it at any time, and what others do on the host is"
                            + " not seen from inside. Trust ratios more than figures, and medians more than tails.");
        }
        if (machine.processors() < FEW_PROCESSORS) {
            caveats.add("With " + machine.processors() + " processors, the collector, the compiler and the system share"
                    + " cores with what is measured: the tails of runs with several busy threads are the scheduler's.");
        }
        if (machine.isolatedCpus().equals("none")) {
            caveats.add("No processor is isolated from the scheduler: the tails include its time slices.");
        }
        if (!machine.clockSource().equals("tsc") && !machine.clockSource().equals(Machine.UNKNOWN)) {
            caveats.add("The clock source is " + machine.clockSource()
                    + ": reading it may cost more than what is measured.");
        }
        if (machine.transparentHugePages().equals("always")) {
            caveats.add("Transparent huge pages are on for all memory: compaction may stall any thread.");
        }
        if (context.commit().endsWith("-dirty")) {
            caveats.add("The sources differed from the commit: the figures can't be reproduced from it alone.");
        }
        return caveats;
    }
}
