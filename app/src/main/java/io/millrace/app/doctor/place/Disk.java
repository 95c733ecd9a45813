package io.millrace.app.doctor.place;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a directory lies on.
 *
 * @param type      of the file system
 * @param mount     where it is mounted, and with what options, separated by commas; empty where the system does not tell
 * @param freeBytes that this user may use
 * @param writable  whether this user may write there
 */
public record Disk(String type, Optional<Mount> mount, long freeBytes, boolean writable) {
    private static final Path MOUNTS = Path.of("/proc/self/mounts");
    private static final Comparator<Mount> BY_DEPTH =
            Comparator.comparingInt(mount -> mount.point().getNameCount());

    /**
     * A line of the list of mounts.
     *
     * @param point   directory
     * @param options separated by commas
     */
    public record Mount(Path point, String options) {
        /** Value of an option, if it is set. */
        Optional<String> option(final String name) {
            return Arrays.stream(options.split(","))
                    .filter(option -> option.startsWith(name + "="))
                    .map(option -> option.substring(name.length() + 1))
                    .findFirst();
        }
    }

    /** Of a directory, or, before it is made, of the nearest one above it. */
    public static Disk of(final Path directory) throws IOException {
        Path there = directory.toAbsolutePath();
        while (!Files.exists(there)) {
            there = there.getParent();
            if (there == null) {
                throw new IOException("no directory above " + directory);
            }
        }
        final FileStore store = Files.getFileStore(there);
        return new Disk(store.type(), mountOf(there.toRealPath()), store.getUsableSpace(), Files.isWritable(there));
    }

    /** Device, point, type, options, two numbers; of mounts on each other the last one counts. */
    private static Optional<Mount> mountOf(final Path directory) throws IOException {
        if (!Files.isReadable(MOUNTS)) {
            return Optional.empty();
        }
        return Files.readAllLines(MOUNTS).stream()
                .map(line -> line.split(" "))
                .filter(fields -> fields.length > 3)
                // A space in a name stands there as a backslash and 040.
                .map(fields -> new Mount(Path.of(fields[1].replace("\\040", " ")), fields[3]))
                .filter(mount -> directory.startsWith(mount.point()))
                .reduce((a, b) -> BY_DEPTH.compare(a, b) > 0 ? a : b);
    }
}
