package io.millrace.bench.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What starts the process of a peer.
 *
 * <p>Thread: one.
 */
final class Commands {
    private final Work work;
    private final Jdks jdks;
    private final Path flags;
    private final BytewaxScript bytewax;

    /**
     * @param flags  file with the JVM flags of Millrace
     * @param python the interpreter that may have bytewax
     */
    Commands(final Work work, final Jdks jdks, final Path flags, final String python) {
        this.work = work;
        this.jdks = jdks;
        this.flags = flags;
        this.bytewax = new BytewaxScript(work, python);
    }

    /**
     * The command.
     *
     * @param directory for results
     * @param files     where journals are made
     */
    List<String> of(final Peer peer, final Path directory, final Path files)
            throws NotHereException, IOException, InterruptedException {
        if (peer == Peer.BYTEWAX) {
            return bytewax.command(directory);
        }
        final List<String> command = new ArrayList<>();
        command.add(jdks.java(peer).toString());
        command.addAll(peer.jvm().flags(flags, work.trades()));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                PeerMain.class.getName(),
                peer.name(),
                Integer.toString(work.trades()),
                Integer.toString(work.repetitions()),
                Integer.toString(work.seconds()),
                directory.toString(),
                files.toString()));
        return command;
    }
}
