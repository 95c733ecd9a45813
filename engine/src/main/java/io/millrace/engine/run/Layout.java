package io.millrace.engine.run;

/** How a flow is laid out on threads. Changes no result. */
public enum Layout {
    /** One thread runs everything: the right layout for one or two cores and for replay. */
    FUSED,
    /** The ingress and each stage have a thread. */
    THREADED
}
