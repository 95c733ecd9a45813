package io.millrace.bench.sweep;

/** What cases are compared within: they differ in one or two things only. */
enum Study {
    /** JDKs and collectors, fused and journaled. */
    JVMS("Sweep of JDKs and collectors"),
    /** Layouts and ways of waiting, with and without a journal. */
    LAYOUTS("Sweep of layouts and wait strategies"),
    /** Promises of the journal, on a disk. */
    DURABILITY("Sweep of durability, on a disk");

    private final String title;

    Study(final String title) {
        this.title = title;
    }

    /** For readers. */
    String title() {
        return title;
    }
}
