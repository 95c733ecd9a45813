package io.millrace.feed.support;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks for threads that were left behind. */
public final class Threads {
    private Threads() {}

    /** No network thread of a feed or an exchange is alive. */
    public static void assertNoneLeft() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("millrace-"));
    }
}
