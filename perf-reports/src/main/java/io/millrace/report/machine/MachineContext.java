package io.millrace.report.machine;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all figures of a results directory have in common: when, where and from which commit they were taken.
 *
 * <p>Thread: any. Immutable.
 *
 * @param when when it was captured, to the second
 * @param commit the commit that was measured, "unknown" outside a repository
 * @param machine the computer
 * @param jvm the JVM that captured; benchmarks that fork others tell theirs themselves
 * @param notes what else a reader must know to judge the figures; may be empty
 */
public record MachineContext(Instant when, String commit, Machine machine, Jvm jvm, List<String> notes) {
    /** Copies the notes. */
    public MachineContext {
        notes = List.copyOf(notes);
    }

    /**
     * Reads the machine, the running JVM and the commit of the working directory. Takes less than a second; never fails:
     * what the platform does not tell is "unknown".
     */
    public static MachineContext capture() {
        return new MachineContext(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                SourceCommit.of(Path.of("").toAbsolutePath()),
                new MachineProbe(Path.of("/")).read(),
                JvmProbe.read(),
                List.of());
    }

    /** The same for another commit, for builds that know better than the working directory. */
    public MachineContext withCommit(final String value) {
        return new MachineContext(when, value, machine, jvm, notes);
    }

    /** The same with one more note. */
    public MachineContext withNote(final String note) {
        return new MachineContext(
                when,
                commit,
                machine,
                jvm,
                Stream.concat(notes.stream(), Stream.of(note)).toList());
    }
}
