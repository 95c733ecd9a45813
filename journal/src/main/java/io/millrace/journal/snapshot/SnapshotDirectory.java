package io.millrace.journal.snapshot;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.store.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Where snapshots are, and their names.
 *
 * <p>Thread: any. Allocation: yes.
 *
 * @param path may not be there yet
 */
record SnapshotDirectory(Path path) {
    private static final String NAME = "snapshots";
    private static final String SUFFIX = ".snapshot";
    private static final String LOST = ".lost";
    private static final int DIGITS = 20;

    /** The one beside a journal. */
    static SnapshotDirectory of(final Path journal) {
        return new SnapshotDirectory(journal.resolve(NAME));
    }

    /** Numbers of the snapshots, the largest first. */
    long[] newestFirst() {
        return numbers()
                .boxed()
                .sorted(Comparator.reverseOrder())
                .mapToLong(Long::longValue)
                .toArray();
    }

    private LongStream numbers() {
        return names().stream().filter(SnapshotDirectory::isNumbered).mapToLong(SnapshotDirectory::number);
    }

    private static boolean isNumbered(final String name) {
        return name.length() == DIGITS + SUFFIX.length()
                && name.endsWith(SUFFIX)
                && name.chars().limit(DIGITS).allMatch(c -> c >= '0' && c <= '9')
                && name.compareTo(name(Long.MAX_VALUE)) <= 0;
    }

    private static long number(final String name) {
        return Long.parseLong(name.substring(0, DIGITS));
    }

    private static String name(final long number) {
        final String digits = Long.toString(number);
        return "0".repeat(DIGITS - digits.length()) + digits + SUFFIX;
    }

    private List<String> names() {
        try (Stream<Path> listed = Files.list(path)) {
            return listed.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (final NoSuchFileException e) {
            return List.of();
        } catch (final IOException e) {
            throw new ConnectorException(
                    "can't list the snapshots in " + path + " (" + e + "): check its permissions", e);
        }
    }

    /** The file of a snapshot. */
    Path file(final long inputSeq) {
        return path.resolve(name(inputSeq));
    }

    /** Makes it if need be, so that it stays. */
    void make() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            Disk.syncDirectory(path.getParent());
        }
    }

    /** Removes a snapshot that is not needed. One that can't be removed now is tried again when the next one is written. */
    @SuppressWarnings("ReturnValueIgnored")
    void remove(final long inputSeq) {
        file(inputSeq).toFile().delete();
    }

    /** Gives other names to the snapshots of records from a number on. */
    void setAside(final long nextSeq) {
        final long[] lost = numbers().filter(number -> number >= nextSeq).toArray();
        try {
            for (final long number : lost) {
                final Path file = file(number);
                Path aside = file.resolveSibling(file.getFileName() + LOST);
                for (int i = 2; Files.exists(aside); i++) {
                    aside = file.resolveSibling(file.getFileName() + LOST + "-" + i);
                }
                Files.move(file, aside);
            }
            if (lost.length > 0) {
                Disk.syncDirectory(path);
            }
        } catch (final IOException e) {
            throw new ConnectorException(
                    "can't set aside " + Arrays.toString(lost) + ", snapshots of records that the"
                            + " journal has lost, in " + path + " (" + e + "): check its permissions",
                    e);
        }
    }

    /** Removes what a crash left. Whoever calls this knows that nobody is writing. */
    void removeUnfinished() {
        for (final String name : names()) {
            if (name.endsWith(DurableFile.UNFINISHED)) {
                try {
                    Files.deleteIfExists(path.resolve(name));
                } catch (final IOException e) {
                    throw new ConnectorException(
                            "can't remove " + path.resolve(name) + ", which a crash left unfinished (" + e
                                    + "): check its permissions",
                            e);
                }
            }
        }
    }
}
