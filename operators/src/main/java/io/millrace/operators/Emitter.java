package io.millrace.operators;

/** Takes what a function makes of an item, any number of times during the call. */
@FunctionalInterface
public interface Emitter<R> {

    /** Emits an item; all that follows from it happens before this returns. */
    void emit(R item);
}
