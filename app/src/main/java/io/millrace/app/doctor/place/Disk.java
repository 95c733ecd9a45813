package io.millrace.app.doctor.place;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a directory lies on.
 *
 * @param type      of the file system
 * @param freeBytes that this user may use
 * @param writable  whether this user may write there
 */
public record Disk(String type, long freeBytes, boolean writable) {

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
        return new Disk(store.type(), store.getUsableSpace(), Files.isWritable(there));
    }
}
