package io.millrace.journal.store;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.DamageException;
import java.io.IOException;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.agrona.IoUtil;

/** Makes and opens the file of a {@link Progress}. */
public final class ProgressFile {
    private ProgressFile() {}

    /** Makes the file of a log anew, which does not take its place before {@link #publish}. */
    public static Progress create(final Path file, final UUID id) {
        final Path fresh = fresh(file);
        IoUtil.deleteIfExists(fresh.toFile());
        final Progress progress = Progress.of(IoUtil.mapNewFile(fresh.toFile(), Progress.LENGTH, true));
        progress.initialise(id);
        return progress;
    }

    private static Path fresh(final Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** Puts what {@link #create} has made in its place, on the disk. */
    public static void publish(final Progress created, final Path file) {
        created.force();
        try {
            Files.move(fresh(file), file, StandardCopyOption.ATOMIC_MOVE);
            Disk.syncDirectory(file.getParent());
        } catch (final IOException e) {
            throw new ConnectorException("can't make " + file + " (" + e + "): check its permissions", e);
        }
    }

    /**
     * Opens the file of a log for its next writer.
     *
     * @throws ConnectorException if it is not there, or not one of this log
     */
    public static Progress reopen(final Path file, final UUID id) {
        return map(file, id, MapMode.READ_WRITE);
    }

    /**
     * Opens the file of a log for reading, or gives null if there is none.
     *
     * @throws ConnectorException if it is not one of this log
     */
    public static Progress open(final Path file, final UUID id) {
        return Files.exists(file) ? map(file, id, MapMode.READ_ONLY) : null;
    }

    /** Whether a log's file is sound, and says that no session has begun. */
    public static boolean promisesNothing(final Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try (Progress progress = map(file, null, MapMode.READ_ONLY)) {
            return progress.epoch() == 0;
        }
    }

    private static Progress map(final Path file, final UUID id, final MapMode mode) {
        try {
            if (Files.size(file) < Progress.LENGTH) {
                throw unusable(file, "is cut short");
            }
        } catch (final IOException e) {
            throw new ConnectorException("can't read " + file + " (" + e + "): check its permissions", e);
        }
        final Progress progress = Progress.of(IoUtil.mapExistingFile(file.toFile(), mode, "progress of the log"));
        try {
            if (!progress.isKnown()) {
                throw unusable(file, "is damaged or of another version");
            }
            if (id != null && !id.equals(progress.id())) {
                throw unusable(file, "belongs to log " + progress.id() + ", the files beside it to log " + id);
            }
        } catch (final ConnectorException e) {
            progress.close();
            throw e;
        }
        return progress;
    }

    private static DamageException unusable(final Path file, final String why) {
        return new DamageException(
                "damaged: the progress file " + why + ". It tells whether the end of the log is missing; without it the"
                        + " log can be read, but not checked for that: then delete it. A run goes on only if the loss"
                        + " is accepted",
                file,
                0,
                0);
    }
}
