package io.millrace.connectors;

import io.millrace.engine.spi.ConnectorException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where text goes: {@code -} is standard output, anything else is a file, which must be new or empty, so that nobody's
 * results are lost by a mistyped name.
 */
public sealed interface TextTarget {

    /** Name for messages. */
    String name();

    /**
     * Opens the target.
     *
     * @throws ConnectorException if that is not possible; says what to do
     */
    WritableByteChannel open();

    /**
     * Checks that it can be opened, as far as that can be told without doing it.
     *
     * @throws ConnectorException if not; says what to do
     */
    void check();

    /** The target of this name. */
    static TextTarget of(final String name) {
        return name.equals("-") ? new StandardOutput() : new File(Path.of(name));
    }

    /** Standard output; not closed with the sink. */
    record StandardOutput() implements TextTarget {
        @Override
        public String name() {
            return "standard output";
        }

        @Override
        public void check() {
            // Always there.
        }

        @Override
        public WritableByteChannel open() {
            return new FileOutputStream(FileDescriptor.out).getChannel();
        }
    }

    /** A file that is new or empty. */
    record File(Path path) implements TextTarget {
        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public void check() {
            final Path directory = path.toAbsolutePath().getParent();
            if (Files.isDirectory(path)) {
                throw new ConnectorException(path + " is a directory: name a file for the output");
            }
            if (directory != null && !Files.isDirectory(directory)) {
                throw new ConnectorException("the directory of " + path + " does not exist: create it first");
            }
            try {
                if (Files.exists(path) && Files.size(path) > 0) {
                    throw new ConnectorException(path + " already has content: remove it or name another file");
                }
            } catch (final IOException e) {
                throw new ConnectorException("can't read " + path + ": " + reason(e), e);
            }
        }

        @Override
        public WritableByteChannel open() {
            check();
            try {
                return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            } catch (final IOException e) {
                throw new ConnectorException("can't write " + path + ": " + reason(e), e);
            }
        }
    }

    /** What an I/O error says, or at least what kind it is. */
    static String reason(final IOException e) {
        return e instanceof java.nio.file.AccessDeniedException
                ? "permission denied"
                : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
