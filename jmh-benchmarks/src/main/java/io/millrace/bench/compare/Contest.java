package io.millrace.bench.compare;

import io.millrace.report.results.Target;

/**
 * Two sides that do the same work: the subject, which is judged, and the baseline, which it is compared with.
 *
 * <p>Thread: one. Each side times itself, so that what it sets up is not counted.
 */
public interface Contest extends AutoCloseable {

    /** What is compared, for readers. */
    Title title();

    /** Operations in one turn of either side. */
    long operations();

    /** Makes ready what both sides will work on next. Not timed. */
    void prepare();

    /**
     * A turn of the baseline.
     *
     * @return nanoseconds
     */
    long baseline();

    /**
     * A turn of the subject.
     *
     * @return nanoseconds
     */
    long subject();

    /** Called once, when what was measured so far was warm-up. */
    void warmedUp();

    /**
     * Compares what both sides have given so far.
     *
     * @throws IllegalStateException if it differs
     */
    void verify();

    /** What a reader must know beside the titles: workload, threads, journal, bytes allocated. Asked for at the end. */
    String context();

    /** Lets go of files and memory. */
    @Override
    void close();

    /**
     * The words of a ratio.
     *
     * @param group    heading
     * @param name     what is compared
     * @param target   what the ratio should be
     * @param baseline label of the baseline
     * @param subject  label of the subject
     */
    record Title(String group, String name, Target target, String baseline, String subject) {
        /** With the target as text, such as {@code "<= 1.10"}. */
        public Title(
                final String group,
                final String name,
                final String target,
                final String baseline,
                final String subject) {
            this(group, name, Target.parse(target), baseline, subject);
        }
    }
}
