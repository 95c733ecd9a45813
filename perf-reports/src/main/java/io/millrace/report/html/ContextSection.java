package io.millrace.report.html;

import io.millrace.report.figure.Quantity;
import io.millrace.report.machine.Jvm;
import io.millrace.report.machine.Machine;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.markup.Markup;

/** Machine and JVM: what every figure below depends on. */
final class ContextSection {
    private ContextSection() {}

    static void write(final Markup markup, final MachineContext context) {
        final Machine machine = context.machine();
        final Jvm jvm = context.jvm();
        markup.open("section", "id", "context").leaf("h2", "Machine");
        markup.open("dl");
        entry(markup, "Processor", machine.cpu());
        entry(
                markup,
                "Processors",
                machine.processors() + " for the JVM, on " + Quantity.count(machine.physicalCores()) + " cores");
        entry(markup, "Memory", Quantity.memory(machine.memoryBytes()));
        entry(markup, "Kernel", machine.kernel());
        entry(markup, "Virtualised", machine.virtualised());
        entry(markup, "Clock", machine.clockSource() + reading(machine));
        entry(markup, "Transparent huge pages", machine.transparentHugePages());
        entry(markup, "Isolated processors", machine.isolatedCpus());
        entry(markup, "JDK", jvm.version());
        entry(markup, "JVM", jvm.vm() + ", " + jvm.vendor());
        entry(markup, "Collector", jvm.gc());
        markup.close();
        if (!jvm.flags().isEmpty()) {
            markup.leaf("h3", "JVM flags").open("p", "class", "flags");
            jvm.flags().forEach(flag -> markup.leaf("code", flag).text(" "));
            markup.close();
        }
        if (!context.notes().isEmpty()) {
            markup.leaf("h3", "Notes").open("ul");
            context.notes().forEach(note -> markup.leaf("li", note));
            markup.close();
        }
        markup.close();
    }

    private static String reading(final Machine machine) {
        return machine.clockReadNanos().isPresent()
                ? ", " + Quantity.short3(machine.clockReadNanos().getAsDouble()) + " ns a reading"
                : "";
    }

    private static void entry(final Markup markup, final String name, final String value) {
        markup.open("div").leaf("dt", name).leaf("dd", value).close();
    }
}
