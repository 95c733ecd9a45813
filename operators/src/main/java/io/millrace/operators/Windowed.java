package io.millrace.operators;

import io.millrace.operators.window.Late;
import io.millrace.operators.window.WindowInfo;

/**
 * What comes out of windows. By key, results come in order of the windows' close times; across keys, in order of effects.
 *
 * @param closed what each window held when it closed
 * @param early  what windows held before they closed, if {@link Windowing#early} asked for it
 * @param late   items that came behind the watermark of their key, once for each window that they missed
 * @param meta   windows that have closed, each right behind what it held
 */
public record Windowed<T, R>(
        KeyedStream<R> closed, KeyedStream<R> early, KeyedStream<Late<T>> late, KeyedStream<WindowInfo> meta) {}
