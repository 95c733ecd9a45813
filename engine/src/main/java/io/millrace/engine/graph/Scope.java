package io.millrace.engine.graph;

/** What a step must see to do its work, and so where it can run. */
public enum Scope {
    /** Each item by itself: runs anywhere. */
    ITEM,
    /** All items of a key: runs in a part that has the key. */
    KEY,
    /** All items: never runs in a part. */
    STREAM
}
