package io.millrace.operators;

/**
 * What comes out of sorting.
 *
 * @param sorted items by their time; at the same time in the order in which they came
 * @param late   items that came when later ones had been given already: behind the watermark
 */
public record Sorted<S, L>(S sorted, L late) {}
