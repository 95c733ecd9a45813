package io.millrace.engine.verify;

/**
 * What one place of a flow has seen so far, or what a step's state is.
 *
 * @param place of the step
 * @param step  its id
 * @param port  which side of it
 * @param index which input or output
 * @param name  what the step calls it; empty if there is only one
 * @param count items that have passed
 * @param hash  of all of them, in their order, or of the state
 * @param sum   of their hashes, whatever their order
 * @param shown those since the last checkpoint as text, if somebody wants to read them
 */
public record Mark(
        int place, String step, Port port, int index, String name, long count, long hash, long sum, String shown) {

    /** A side of a step. */
    public enum Port {
        IN,
        OUT,
        STATE
    }

    boolean isOf(final Mark other) {
        return place == other.place && port == other.port && index == other.index;
    }

    boolean equalsIn(final Mark other) {
        return count == other.count && hash == other.hash;
    }

    String describe() {
        return switch (port) {
            case IN -> name.isEmpty() ? "what it got" : "what it got from '" + name + "'";
            case OUT -> name.isEmpty() ? "what it gave" : "what it gave as '" + name + "'";
            case STATE -> "its state";
        };
    }

    String value() {
        if (port == Port.STATE) {
            return "state " + Long.toHexString(hash);
        }
        return shown.isEmpty() ? count + " items with the hash " + Long.toHexString(hash) : shown;
    }
}
