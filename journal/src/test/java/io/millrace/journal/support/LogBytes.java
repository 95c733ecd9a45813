package io.millrace.journal.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All files of a log, in memory, to be damaged and written back. */
public final class LogBytes {
    /** Zeros that are left behind what is written: what a file has reserved. */
    private static final int RESERVED = 2_000;

    private static final String QUEUE_FILE = ".cq4";

    private final Path root;
    private final TreeMap<String, byte[]> files = new TreeMap<>();

    private LogBytes(final Path root) {
        this.root = root;
    }

    /** The files of a log as they are. */
    public static LogBytes of(final Path root) {
        final LogBytes bytes = new LogBytes(root);
        try (Stream<Path> all = Files.walk(root)) {
            for (final Path file : all.filter(Files::isRegularFile).toList()) {
                bytes.files.put(root.relativize(file).toString(), trimmed(Files.readAllBytes(file)));
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    private static byte[] trimmed(final byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(bytes, Math.min(bytes.length, end + RESERVED));
    }

    /** No files at all. */
    public static LogBytes none(final Path root) {
        return new LogBytes(root);
    }

    /** A copy that can be damaged. */
    public LogBytes copy() {
        final LogBytes copy = new LogBytes(root);
        files.forEach((name, bytes) -> copy.files.put(name, bytes.clone()));
        return copy;
    }

    /** Makes the directory hold these files and nothing else. */
    public void write() {
        try {
            try (Stream<Path> all = Files.walk(root)) {
                for (final Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    if (!path.equals(root)) {
                        Files.delete(path);
                    }
                }
            }
            for (final String name : files.keySet()) {
                final Path file = root.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, files.get(name));
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the files with documents, oldest first. */
    public List<String> queueFiles() {
        return files.keySet().stream().filter(name -> name.endsWith(QUEUE_FILE)).toList();
    }

    /** Bytes of a file. */
    public byte[] bytes(final String name) {
        return files.get(name);
    }

    /** Puts a file in the place of what was there; null for none. */
    public LogBytes put(final String name, final byte[] bytes) {
        if (bytes == null) {
            files.remove(name);
        } else {
            files.put(name, bytes);
        }
        return this;
    }

    /** Takes bytes from the end of what is written in the newest file. */
    public LogBytes cutLastFile(final int bytes) {
        final List<String> names = queueFiles();
        final String last = names.get(names.size() - 1);
        return put(last, Arrays.copyOf(files.get(last), files.get(last).length - RESERVED - bytes));
    }

    /** Does something to a file; says what. */
    public String damage(final Random random) {
        final List<String> names = new ArrayList<>(files.keySet());
        final List<String> logs = queueFiles();
        final String any = names.get(random.nextInt(names.size()));
        final String log = logs.get(random.nextInt(logs.size()));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> flip(random.nextInt(4) == 0 ? any : log, random);
            case 3 -> truncate(random.nextInt(4) == 0 ? any : log, random);
            case 4 -> zero(log, random);
            case 5 -> noise(log, random);
            case 6 -> swap(log, logs.get(random.nextInt(logs.size())));
            case 7 -> remove(any);
            case 8 -> duplicate(log, logs.get(random.nextInt(logs.size())), random);
            case 9 -> removeSession(log);
            case 10 -> copySession(log, random);
            default -> tail(log, random);
        };
    }

    private String flip(final String name, final Random random) {
        final byte[] bytes = files.get(name);
        if (bytes.length == 0) {
            return "nothing";
        }
        final int at = random.nextInt(bytes.length);
        bytes[at] = (byte) (bytes[at] ^ 1 << random.nextInt(8));
        return "flipped " + name + " at " + at;
    }

    private String truncate(final String name, final Random random) {
        final int length = random.nextInt(files.get(name).length + 1);
        files.put(name, Arrays.copyOf(files.get(name), length));
        return "cut " + name + " to " + length;
    }

    private String zero(final String name, final Random random) {
        final byte[] bytes = files.get(name);
        final int from = random.nextInt(bytes.length + 1) & -4;
        final int to = Math.min(bytes.length, from + (random.nextBoolean() ? 4 : random.nextInt(bytes.length + 1)));
        Arrays.fill(bytes, from, to, (byte) 0);
        return "zeroed " + name + " from " + from + " to " + to;
    }

    private String noise(final String name, final Random random) {
        final byte[] bytes = files.get(name);
        final byte[] noise = new byte[1 + random.nextInt(100)];
        random.nextBytes(noise);
        final int from = random.nextInt(bytes.length + 1);
        System.arraycopy(noise, 0, bytes, from, Math.min(noise.length, bytes.length - from));
        return "noise in " + name + " at " + from;
    }

    /** Behind what is written. */
    private String tail(final String name, final Random random) {
        final byte[] bytes = files.get(name);
        final int from = Math.max(0, bytes.length - RESERVED) + 3 & -4;
        for (int i = from + random.nextInt(2) * 4; i < Math.min(bytes.length, from + 100); i++) {
            bytes[i] = (byte) random.nextInt();
        }
        return "garbage behind the end of " + name;
    }

    private String swap(final String one, final String other) {
        final byte[] bytes = files.get(one);
        files.put(one, files.get(other));
        files.put(other, bytes);
        return "swapped " + one + " and " + other;
    }

    private String remove(final String name) {
        // Without it nobody knows that something else is missing.
        if (name.equals("progress.dat")) {
            return "nothing";
        }
        files.remove(name);
        return "removed " + name;
    }

    private String duplicate(final String name, final String near, final Random random) {
        final String stem = near.substring(0, near.length() - QUEUE_FILE.length());
        final String to = stem.substring(0, stem.length() - 1) + (random.nextBoolean() ? "9" : "0") + QUEUE_FILE;
        files.put(to, files.get(name).clone());
        return "copied " + name + " to " + to;
    }

    private String removeSession(final String name) {
        final String session = name.substring(0, name.lastIndexOf('/') + 1);
        files.keySet().removeIf(file -> file.startsWith(session));
        return "removed " + session;
    }

    private String copySession(final String name, final Random random) {
        final String session = name.substring(0, name.lastIndexOf('/') + 1);
        final String to = String.format("input/%06d/", 1 + random.nextInt(8));
        for (final String file : List.copyOf(files.keySet())) {
            if (file.startsWith(session)) {
                files.put(to + file.substring(session.length()), files.get(file).clone());
            }
        }
        return "copied " + session + " to " + to;
    }
}
