package io.millrace.connectors;

import io.millrace.connectors.file.RowFile;
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
 * results are lost by a mistyped name; or one that the journal's earlier runs wrote, which is then continued.
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
     * @param continues whether the run goes on with a journal, so that a file may be one of its own
     * @throws ConnectorException if not; says what to do
     */
    void check(boolean continues);

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
        public void check(final boolean continues) {
            // Always there.
        }

        @Override
        public WritableByteChannel open() {
            return new FileOutputStream(FileDescriptor.out).getChannel();
        }
    }

    /** A file. */
    record File(Path path) implements TextTarget {
        /** Whether what is written stays there: not so with devices and pipes. */
        boolean keeps() {
            return !Files.exists(path) || Files.isRegularFile(path);
        }

        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public void check(final boolean continues) {
            final Path directory = path.toAbsolutePath().getParent();
            if (Files.isDirectory(path)) {
                throw new ConnectorException(path + " is a directory: name a file for the output");
            }
            if (directory != null && !Files.isDirectory(directory)) {
                throw new ConnectorException("the directory of " + path + " does not exist: create it first");
            }
            try {
                final boolean empty = !Files.isRegularFile(path) || Files.size(path) == 0;
                if (!empty && !continues) {
                    throw new ConnectorException(path + " already has content: remove it or name another file");
                }
                if (!empty && !RowFile.isKnown(path)) {
                    throw new ConnectorException(path + " has content, but no "
                            + RowFile.beside(path).getFileName()
                            + " beside it says that it is of this journal: remove it, then it is written anew from the"
                            + " journal, or name another file");
                }
            } catch (final IOException e) {
                throw new ConnectorException("can't read " + path + ": " + reason(e), e);
            }
        }

        @Override
        public WritableByteChannel open() {
            check(false);
            if (RowFile.isKnown(path)) {
                // Or its journal would later take for its own what is written now.
                throw new ConnectorException(RowFile.beside(path) + " says that " + path.getFileName()
                        + " is the output of a journal, which this run does not go on with: remove it or name another"
                        + " file");
            }
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
