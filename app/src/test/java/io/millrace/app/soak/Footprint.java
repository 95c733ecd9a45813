package io.millrace.app.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the process holds. Where there is no {@code /proc}, files and regions are 0.
 *
 * @param heap    bytes of the heap that are reachable
 * @param direct  bytes of buffers outside the heap
 * @param files   open files
 * @param regions regions of memory that are mapped
 * @param mapped  those that show a file of the flow
 */
record Footprint(long heap, long direct, int files, int regions, int mapped) {
    static final int LOOKS_IN_AN_HOUR = 6;

    /** The least of each that was held in an hour, counted from 0: a snapshot in the making is not in all looks. */
    static Footprint leastOf(final List<Footprint> looks, final int hour) {
        return looks.subList(hour * LOOKS_IN_AN_HOUR, (hour + 1) * LOOKS_IN_AN_HOUR).stream()
                .reduce(Footprint::least)
                .orElseThrow();
    }

    private Footprint least(final Footprint other) {
        return new Footprint(
                Math.min(heap, other.heap),
                Math.min(direct, other.direct),
                Math.min(files, other.files),
                Math.min(regions, other.regions),
                Math.min(mapped, other.mapped));
    }

    /** @param directory where the flow's files are */
    record Probe(Path directory) {
        private static final Path FILES = Path.of("/proc/self/fd");
        private static final Path REGIONS = Path.of("/proc/self/maps");

        /** Collects garbage, and looks. */
        Footprint look() {
            System.gc();
            final long heap =
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            final long direct = bytesOfDirectBuffers();
            final List<String> regions = regions();
            final String ours = directory.toString();
            return new Footprint(heap, direct, countFiles(), regions.size(), (int)
                    regions.stream().filter(line -> line.contains(ours)).count());
        }

        private static long bytesOfDirectBuffers() {
            return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                    .filter(pool -> pool.getName().equals("direct"))
                    .mapToLong(BufferPoolMXBean::getMemoryUsed)
                    .sum();
        }

        private static int countFiles() {
            if (!Files.isDirectory(FILES)) {
                return 0;
            }
            try (Stream<Path> open = Files.list(FILES)) {
                return (int) open.count();
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<String> regions() {
            try {
                return Files.exists(REGIONS) ? Files.readAllLines(REGIONS, StandardCharsets.UTF_8) : List.of();
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
