package io.millrace.connectors.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where rows go that are taken back: {@code NAME.cut-1}, {@code NAME.cut-2}, ... beside the file. */
final class CutRows {
    private final Path file;

    CutRows(final Path file) {
        this.file = file;
    }

    /** Keeps all from an offset on. */
    void keep(final FileChannel channel, final long from) throws IOException {
        final long size = channel.size();
        if (from == size) {
            return;
        }
        try (FileChannel copy = FileChannel.open(free(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long at = from;
            while (at < size) {
                at += channel.transferTo(at, size - at, copy);
            }
            copy.force(true);
        }
        Directories.force(file);
    }

    private Path free() {
        int number = 1;
        Path path = numbered(number);
        while (Files.exists(path)) {
            path = numbered(++number);
        }
        return path;
    }

    private Path numbered(final int number) {
        return file.resolveSibling(file.getFileName() + ".cut-" + number);
    }
}
