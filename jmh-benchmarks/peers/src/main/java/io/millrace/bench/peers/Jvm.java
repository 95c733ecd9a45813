package io.millrace.bench.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a peer's JVM is like: every one has the flags that suit it. */
enum Jvm {
    /** Records outside the heap, next to nothing in it. */
    OURS(Jvm.ANY, 0, 160),
    OURS_WITH_OBJECTS(Jvm.ANY, 100, 0),
    FLINK(
            17,
            250,
            0,
            "-XX:+UseParallelGC",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.time=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.util=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED"),
    JET(
            Jvm.ANY,
            250,
            0,
            "-XX:+UseParallelGC",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules=java.se",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.management/sun.management=ALL-UNNAMED",
            "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED",
            "-Dhazelcast.phone.home.enabled=false",
            "-Dhazelcast.logging.type=slf4j"),
    KAFKA(Jvm.ANY, 250, 0, "-XX:+UseParallelGC"),
    FLUXTION(17, 150, 0, "-XX:+UseParallelGC");

    private static final int ANY = Integer.MAX_VALUE;
    private static final int LEAST_MEGABYTES = 512;

    private final int newestJdk;
    private final int heapBytesPerTrade;
    private final int memoryBytesPerTrade;
    /** Separated by spaces. */
    private final String flags;

    /**
     * @param newestJdk           the newest on which it is known to work
     * @param heapBytesPerTrade   with room for the garbage
     * @param memoryBytesPerTrade outside the heap
     * @param flags               beside those for memory
     */
    Jvm(final int newestJdk, final int heapBytesPerTrade, final int memoryBytesPerTrade, final String... flags) {
        this.newestJdk = newestJdk;
        this.heapBytesPerTrade = heapBytesPerTrade;
        this.memoryBytesPerTrade = memoryBytesPerTrade;
        this.flags = String.join(" ", flags);
    }

    /** Whether it is known to work there. */
    boolean worksOn(final int jdk) {
        return jdk <= newestJdk;
    }

    /** @param ours file with the flags of Millrace, which what is written by hand has too */
    List<String> flags(final Path ours, final int trades) {
        final List<String> all = new ArrayList<>();
        if (flags.isEmpty()) {
            all.add("@" + ours);
        } else {
            all.addAll(List.of(flags.split(" ")));
        }
        final String heap = megabytes(heapBytesPerTrade, trades);
        all.add("-Xms" + heap);
        all.add("-Xmx" + heap);
        all.add("-XX:MaxDirectMemorySize=" + megabytes(memoryBytesPerTrade, trades));
        return all;
    }

    private static String megabytes(final int bytesPerTrade, final int trades) {
        return LEAST_MEGABYTES + (long) bytesPerTrade * trades / (1 << 20) + "m";
    }
}
