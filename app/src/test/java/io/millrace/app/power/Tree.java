package io.millrace.app.power;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All files below a directory, in memory. */
final class Tree {
    private static final int SECTOR = 512;

    /** What is left of the zeros that a file of a log has reserved. */
    private static final int RESERVED = 2_000;

    private final TreeMap<String, byte[]> files = new TreeMap<>();

    /** No files. */
    static Tree nothing() {
        return new Tree();
    }

    /** The files as they are. */
    static Tree of(final Path root) {
        final Tree tree = new Tree();
        try (Stream<Path> all = Files.walk(root)) {
            for (final Path file : all.filter(Files::isRegularFile).toList()) {
                tree.files.put(root.relativize(file).toString(), trimmed(file));
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
    }

    private static byte[] trimmed(final Path file) throws IOException {
        final byte[] bytes = Files.readAllBytes(file);
        if (!file.toString().endsWith(".cq4")) {
            return bytes;
        }
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(bytes, Math.min(bytes.length, end + RESERVED));
    }

    Tree copy() {
        final Tree copy = new Tree();
        files.forEach((name, bytes) -> copy.files.put(name, bytes.clone()));
        return copy;
    }

    /** The files below one of the directories. */
    Tree below(final String directory) {
        final Tree below = new Tree();
        files.forEach((name, bytes) -> {
            if (name.startsWith(directory + "/")) {
                below.files.put(name.substring(directory.length() + 1), bytes.clone());
            }
        });
        return below;
    }

    /** Makes a directory hold these files and nothing else. */
    void write(final Path root) {
        try {
            if (Files.exists(root)) {
                try (Stream<Path> all = Files.walk(root)) {
                    for (final Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            Files.createDirectories(root);
            for (final String name : files.keySet()) {
                Files.createDirectories(root.resolve(name).getParent());
                Files.write(root.resolve(name), files.get(name));
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** Bytes of a file, or null. */
    byte[] bytes(final String name) {
        return files.get(name);
    }

    /** Puts a file in the place of what was there; null for none. */
    void put(final String name, final byte[] bytes) {
        if (bytes == null) {
            files.remove(name);
        } else {
            files.put(name, bytes);
        }
    }

    void remove(final String name) {
        files.remove(name);
    }

    /** Puts all of another tree below a directory, in the place of what was there. */
    void put(final String directory, final Tree other) {
        files.keySet().removeIf(name -> name.startsWith(directory + "/"));
        other.files.forEach((name, bytes) -> files.put(directory + "/" + name, bytes.clone()));
    }

    /** Each sector of a file is as it is, or as it was once. */
    void mix(final String name, final Tree older, final Random random) {
        final byte[] bytes = files.get(name);
        final byte[] then = Arrays.copyOf(older.files.getOrDefault(name, new byte[0]), bytes.length);
        for (int at = 0; at < bytes.length; at += SECTOR) {
            if (random.nextInt(3) == 0) {
                System.arraycopy(then, at, bytes, at, Math.min(SECTOR, bytes.length - at));
            }
        }
    }

    /** Names and contents, to be compared; without the files of locks. */
    Map<String, Integer> hashes() {
        final TreeMap<String, Integer> hashes = new TreeMap<>();
        files.forEach((name, bytes) -> {
            if (!name.endsWith(".lock")) {
                hashes.put(name, Arrays.hashCode(bytes));
            }
        });
        return hashes;
    }
}
