package io.millrace.operators.lookup;

import io.millrace.engine.spi.Origin;
import io.millrace.operators.store.Nanos;
import java.time.Duration;

/**
 * Where answers come from, and how long they are good for.
 *
 * <pre>{@code
 *   Lookup.in(service.answers()).ttl(Duration.ofMinutes(5)).capacity(10_000)
 * }</pre>
 *
 * <p>Thread: immutable. Allocation: while a flow is defined. Deterministic: yes.
 *
 * @param answers     stream of the source that answers come by
 * @param ttl         nanoseconds of stage time for which an answer is fresh
 * @param capacity    most answers that are kept
 * @param maxInFlight most requests that are unanswered at a time
 * @param maxWaiting  most items that wait for answers
 */
public record Lookup<A>(Origin<A> answers, long ttl, int capacity, int maxInFlight, int maxWaiting) {
    private static final int MANY_ANSWERS = 10_000;
    private static final int SOME_REQUESTS = 16;
    private static final int SOME_ITEMS = 1_024;

    public Lookup {
        if (ttl < 0) {
            throw new IllegalArgumentException("a ttl of " + ttl + " ns: must not be negative");
        }
        requirePositive("capacity", capacity);
        requirePositive("maxInFlight", maxInFlight);
        requirePositive("maxWaiting", maxWaiting);
    }

    private static void requirePositive(final String what, final int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " of " + value + ": must be at least 1");
        }
    }

    /**
     * Looks things up in a service, a source that answers each request once. Answers never grow old; 10,000 are kept, 16
     * requests are on their way at a time, and 1,024 items may wait.
     *
     * @param answers the service's answers; one that says "not found", or why there is none, is an answer like any other,
     *     and their type must be able to say so
     */
    public static <A> Lookup<A> in(final Origin<A> answers) {
        return new Lookup<>(answers, Long.MAX_VALUE, MANY_ANSWERS, SOME_REQUESTS, SOME_ITEMS);
    }

    /** How long an answer is fresh, from the stage time at which it came; one of exactly this age still is. */
    public Lookup<A> ttl(final Duration age) {
        return new Lookup<>(answers, Nanos.of(age), capacity, maxInFlight, maxWaiting);
    }

    /** How many answers are kept. When another one comes, the one that was not used for longest is forgotten. */
    public Lookup<A> capacity(final int most) {
        return new Lookup<>(answers, ttl, most, maxInFlight, maxWaiting);
    }

    /** How many requests are unanswered at a time; others wait for their turn. */
    public Lookup<A> maxInFlight(final int most) {
        return new Lookup<>(answers, ttl, capacity, most, maxWaiting);
    }

    /** How many items wait for answers; one more stops the flow. */
    public Lookup<A> maxWaiting(final int most) {
        return new Lookup<>(answers, ttl, capacity, maxInFlight, most);
    }
}
