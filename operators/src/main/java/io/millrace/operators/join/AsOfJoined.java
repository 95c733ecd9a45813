package io.millrace.operators.join;

import io.millrace.operators.KeyedStream;
import io.millrace.operators.window.Late;

/**
 * What comes out of an as-of join.
 *
 * @param matched   what was made of left items and the right items that were current
 * @param unmatched left items for which there was no right item, or only one that was too old
 * @param late      left items behind the watermark of their key
 * @param <L>       left items
 * @param <R>       what is made
 */
public record AsOfJoined<L, R>(KeyedStream<R> matched, KeyedStream<L> unmatched, KeyedStream<Late<L>> late) {}
