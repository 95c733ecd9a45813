package io.millrace.operators.join;

import io.millrace.operators.KeyedStream;
import io.millrace.operators.window.Late;

/**
 * What comes out of an interval join.
 *
 * @param matched   what was made of pairs; each when the second of its items came, a second item's pairs by time and
 *                  arrival of the first
 * @param lateLeft  left items behind the watermark of their key
 * @param lateRight right items behind the watermark of their key
 * @param <L>       left items
 * @param <U>       right items
 * @param <R>       what is made
 */
public record IntervalJoined<L, U, R>(
        KeyedStream<R> matched, KeyedStream<Late<L>> lateLeft, KeyedStream<Late<U>> lateRight) {}
