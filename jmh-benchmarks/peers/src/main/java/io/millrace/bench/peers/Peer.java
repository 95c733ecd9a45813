package io.millrace.bench.peers;

/** Who takes part, in the order in which they take turns. */
enum Peer {
    HAND_ON_ARRAYS("by hand, on arrays", Jvm.OURS),
    HAND_ON_KEYED_STORE("by hand, same keyed store", Jvm.OURS),
    HAND_ON_OBJECTS("by hand, on objects", Jvm.OURS_WITH_OBJECTS),
    MILLRACE("Millrace", Jvm.OURS),
    MILLRACE_RUN("Millrace, whole run", Jvm.OURS),
    MILLRACE_JOURNALED("Millrace, journal on", Jvm.OURS),
    FLINK("Flink", Jvm.FLINK),
    JET("Hazelcast Jet", Jvm.JET),
    FLUXTION("Fluxtion, compiled", Jvm.FLUXTION),
    KAFKA_STREAMS("Kafka Streams", Jvm.KAFKA),
    BYTEWAX("bytewax", null);

    private final String label;
    private final Jvm jvm;

    Peer(final String label, final Jvm jvm) {
        this.label = label;
        this.jvm = jvm;
    }

    /** For readers. */
    String label() {
        return label;
    }

    /** What its JVM is like; null if it needs none. */
    Jvm jvm() {
        return jvm;
    }
}
