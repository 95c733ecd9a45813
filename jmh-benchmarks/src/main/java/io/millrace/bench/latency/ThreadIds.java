package io.millrace.bench.latency;

/** Numbers of threads, whatever the JDK calls them. */
final class ThreadIds {
    private ThreadIds() {}

    @SuppressWarnings("deprecation") // threadId() came with JDK 19
    static long of(final Thread thread) {
        return thread.getId();
    }
}
