package io.millrace.app.doctor.machine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The files by which Linux tells about itself, below a root directory. On other systems there are none. */
public final class SystemTree {
    private static final String LINUX = "Linux";

    private final Path root;
    private final String system;

    /**
     * @param root   {@code /}, or what stands for it
     * @param system name of the operating system
     */
    public SystemTree(final Path root, final String system) {
        this.root = root;
        this.system = system;
    }

    /** The text of a file; empty if it can't be read. */
    Optional<String> text(final String path) {
        // The kernel does not say what its texts are encoded in.
        return bytes(path).map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** The text of a compressed file; empty if it can't be read. */
    Optional<String> unzipped(final String path) {
        return bytes(path).flatMap(bytes -> {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return Optional.of(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            } catch (final IOException e) {
                return Optional.empty();
            }
        });
    }

    /** The first line, stripped; empty if the file can't be read. */
    public Optional<String> line(final String path) {
        return text(path).map(text -> text.lines().findFirst().orElse("").strip());
    }

    /** Lines of a file; none if it can't be read. */
    public List<String> lines(final String path) {
        return text(path).map(text -> text.lines().toList()).orElse(List.of());
    }

    /** The number that a file holds; empty if it holds none. */
    public Optional<Long> number(final String path) {
        return line(path).flatMap(SystemTree::parse);
    }

    /** Of {@code always [madvise] never} the one in brackets. */
    Optional<String> chosen(final String path) {
        return line(path).map(line -> line.replaceFirst(".*\\[([^\\]]*)\\].*", "$1"));
    }

    /** The value of the first line {@code name: value}, stripped. */
    public Optional<String> value(final String path, final String name) {
        return lines(path).stream()
                .map(line -> line.split(":", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equals(name))
                .map(pair -> pair[1].strip())
                .findFirst();
    }

    /** The number that a line {@code name: number unit} begins with. */
    public Optional<Long> amount(final String path, final String name) {
        return value(path, name).flatMap(value -> parse(value.split(" ", 2)[0]));
    }

    /** Names in a directory, sorted; none if it can't be read. */
    List<String> names(final String path) {
        try (Stream<Path> files = Files.list(root.resolve(path))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (final IOException e) {
            return List.of();
        }
    }

    /** Whether there is such a file or directory. */
    boolean has(final String path) {
        return Files.exists(root.resolve(path));
    }

    /** Why a file tells nothing. */
    public String whyNot(final String path) {
        if (!system.equals(LINUX)) {
            return system + " does not tell as Linux does, in /" + path;
        }
        if (!has(path)) {
            return "there is no /" + path + " here";
        }
        return bytes(path).isEmpty() ? "/" + path + " can't be read by this user" : "/" + path + " does not say it";
    }

    private Optional<byte[]> bytes(final String path) {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(path)));
        } catch (final IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> parse(final String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
