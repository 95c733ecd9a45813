/**
 * What each operator of the vocabulary costs, and what windows and state cost where there is much of them.
 *
 * <pre>
 *   Vocabulary: name ──▶ definition ──▶ Workbench ──▶ CompiledFlow
 *                                                         ▲
 *   Ticks, stamped anew for each pass, in batches ────────┘
 * </pre>
 *
 * {@link io.millrace.bench.operators.OperatorBenchmark} runs every step on the same ticks and tells nanoseconds and bytes per
 * item; {@link io.millrace.bench.operators.OperatorsComparison} compares windows that overlap with windows that don't, and
 * the state of a million keys with a raw look-up.
 */
package io.millrace.bench.operators;
