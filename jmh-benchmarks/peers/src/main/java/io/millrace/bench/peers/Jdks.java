package io.millrace.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which JDK each peer runs on: the one that it is given; else the one that runs; else, for a peer that does not work on that
 * one, an older one that is installed beside it.
 *
 * <p>Thread: one.
 */
final class Jdks {
    private static final Path RUNNING = Path.of(System.getProperty("java.home"));

    private final Map<Peer, Path> given;

    Jdks(final Map<Peer, Path> given) {
        this.given = given;
    }

    /** Its {@code java}; where none fits, the running one, on which the peer may fail. */
    Path java(final Peer peer) {
        final Path home = given.get(peer);
        if (home != null) {
            return java(home);
        }
        if (peer.jvm().worksOn(Runtime.version().feature())) {
            return java(RUNNING);
        }
        return java(older(peer.jvm()).orElse(RUNNING));
    }

    private static Optional<Path> older(final Jvm jvm) {
        final Path neighbours = RUNNING.getParent();
        if (neighbours == null) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(neighbours)) {
            return homes.filter(home -> Files.isExecutable(java(home)))
                    .filter(home -> jvm.worksOn(feature(home)) && feature(home) >= 17)
                    .sorted()
                    .findFirst();
        } catch (final IOException e) {
            return Optional.empty();
        }
    }

    /** By its file "release"; one that has none is not considered. */
    private static int feature(final Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> Runtime.Version.parse(line.replaceAll("[^0-9.+]", "")))
                    .mapToInt(Runtime.Version::feature)
                    .findFirst()
                    .orElse(0);
        } catch (final IOException | IllegalArgumentException e) {
            return 0;
        }
    }

    private static Path java(final Path home) {
        return home.resolve("bin").resolve("java");
    }
}
