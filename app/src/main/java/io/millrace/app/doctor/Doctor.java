package io.millrace.app.doctor;

import io.millrace.app.doctor.Diagnosis.Section;
import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.jvm.CollectorCheck;
import io.millrace.app.doctor.jvm.CompactHeadersCheck;
import io.millrace.app.doctor.jvm.FlagsCheck;
import io.millrace.app.doctor.jvm.FlagsFile;
import io.millrace.app.doctor.jvm.LargePagesCheck;
import io.millrace.app.doctor.jvm.LimitsCheck;
import io.millrace.app.doctor.jvm.PreTouchCheck;
import io.millrace.app.doctor.jvm.RunningJvm;
import io.millrace.app.doctor.machine.ActivityCheck;
import io.millrace.app.doctor.machine.ClockCheck;
import io.millrace.app.doctor.machine.ClockReading;
import io.millrace.app.doctor.machine.GovernorCheck;
import io.millrace.app.doctor.machine.HugePagesCheck;
import io.millrace.app.doctor.machine.IsolationCheck;
import io.millrace.app.doctor.machine.KernelCheck;
import io.millrace.app.doctor.machine.LayoutCheck;
import io.millrace.app.doctor.machine.MitigationsCheck;
import io.millrace.app.doctor.machine.QuotaCheck;
import io.millrace.app.doctor.machine.SwapCheck;
import io.millrace.app.doctor.machine.SystemTree;
import io.millrace.app.doctor.machine.VirtualMachineCheck;
import io.millrace.app.doctor.place.Disk;
import io.millrace.app.doctor.place.JournalPlaceCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** All checks of one machine, one JVM and one directory. */
public final class Doctor {
    private final SystemTree tree;
    private final RunningJvm jvm;
    private final int processors;
    private final Path journal;
    private final Duration watch;

    /**
     * @param root    of the file system
     * @param jvm     the one to look at
     * @param journal where journals are to go
     * @param watch   how long others are watched
     */
    public Doctor(final Path root, final RunningJvm jvm, final Path journal, final Duration watch) {
        tree = new SystemTree(root, System.getProperty("os.name"));
        this.jvm = jvm;
        processors = Runtime.getRuntime().availableProcessors();
        this.journal = journal;
        this.watch = watch;
    }

    /** Looks at everything; takes as long as others are watched, and less than a second. */
    public Diagnosis examine() {
        return new Diagnosis(
                about(),
                List.of(
                        section(
                                "Processors",
                                new LayoutCheck(processors),
                                new QuotaCheck(tree),
                                new IsolationCheck(tree, processors),
                                new GovernorCheck(tree),
                                new ClockCheck(tree, ClockReading::nanos)),
                        section("Others", new ActivityCheck(tree, this::watch), new VirtualMachineCheck(tree)),
                        section("Kernel", new KernelCheck(tree), new MitigationsCheck(tree)),
                        section(
                                "Memory",
                                new HugePagesCheck(tree),
                                new LargePagesCheck(tree, jvm),
                                new SwapCheck(tree)),
                        section(
                                "JVM",
                                new FlagsCheck(jvm, FlagsFile.read()),
                                new CompactHeadersCheck(jvm),
                                new CollectorCheck(jvm),
                                new PreTouchCheck(jvm),
                                new LimitsCheck(tree, jvm)),
                        section("Journal", new JournalPlaceCheck(journal, Disk::of))));
    }

    private static Section section(final String title, final Check... checks) {
        return new Section(
                title,
                Arrays.stream(checks).flatMap(check -> check.look().stream()).toList());
    }

    private void watch() throws InterruptedException {
        Thread.sleep(watch.toMillis());
    }

    private String about() {
        return processors + (processors == 1 ? " processor" : " processors") + ", " + System.getProperty("os.name")
                + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch") + ", JDK "
                + jvm.version()
                + jvm.collector().map(name -> ", " + name + " GC").orElse("");
    }
}
