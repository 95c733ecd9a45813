package io.millrace.report.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The small text files by which Linux tells about itself; on other systems none of them is there. */
final class SystemFiles {
    private final Path root;

    SystemFiles(final Path root) {
        this.root = root;
    }

    /** Lines of a file; none if it can't be read. */
    List<String> lines(final String path) {
        try {
            return Files.readAllLines(root.resolve(path));
        } catch (final IOException e) {
            return List.of();
        }
    }

    /** The first line, stripped; empty if the file can't be read. An empty file gives an empty text. */
    Optional<String> line(final String path) {
        try {
            return Optional.of(Files.readString(root.resolve(path))
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip());
        } catch (final IOException e) {
            return Optional.empty();
        }
    }

    /** Values of "name : value" lines with this name. */
    Stream<String> values(final String path, final String name) {
        return lines(path).stream()
                .map(line -> line.split(":", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equals(name))
                .map(pair -> pair[1].strip());
    }
}
