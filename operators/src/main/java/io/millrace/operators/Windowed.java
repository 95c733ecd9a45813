package io.millrace.operators;

/**
 * What comes out of windows.
 *
 * @param closed what each window held when it closed; by close time, then by key
 * @param late   items that came after their time: behind the watermark of their key
 */
public record Windowed<T, R>(KeyedStream<R> closed, KeyedStream<T> late) {}
