package io.millrace.engine.graph;

/** What the keys of a stream are. */
public enum KeyKind {
    /** No keys. */
    NONE,
    /** Numbers. */
    LONG,
    /** Text. */
    TEXT
}
