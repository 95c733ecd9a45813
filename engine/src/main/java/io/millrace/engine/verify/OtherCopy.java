package io.millrace.engine.verify;

import java.util.function.Predicate;

/** The same flow on the same records in another process, such as another JVM. */
public interface OtherCopy {

    /** What it is called in reports. */
    String name();

    /**
     * Has it run as {@link SoloRun#run} does, and returns when it is done.
     *
     * @param wantsMore takes checkpoints, and says whether it wants more of them
     * @throws io.millrace.engine.spi.ConnectorException if the process can't be started, or fails
     */
    void run(Look look, Predicate<Checkpoint> wantsMore);
}
