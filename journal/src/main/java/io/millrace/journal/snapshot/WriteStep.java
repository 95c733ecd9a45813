package io.millrace.journal.snapshot;

/** How far the writing of a file is. The process may end at each of them. */
enum WriteStep {
    /** There is a new file under a name of its own. */
    BEGUN,
    /** All is in it. */
    WRITTEN,
    /** All of it is on the disk. */
    SYNCED,
    /** It was read back and is what was meant. */
    COMPARED,
    /** It has its name. */
    RENAMED,
    /** Its name is on the disk. */
    DONE,
    /** An older file, or an entry that another one will take the place of, was removed. */
    REMOVED
}
