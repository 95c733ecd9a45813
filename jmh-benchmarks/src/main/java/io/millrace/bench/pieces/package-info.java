/**
 * Pieces of a stage, each beside what one would use instead, and beside the least that could do the job:
 *
 * <pre>
 *   KeyedStore   Long2ObjectHashMap, an array that keys are indices of
 *   Timers       java.util.PriorityQueue of objects, a bare heap of deadlines
 * </pre>
 */
package io.millrace.bench.pieces;
