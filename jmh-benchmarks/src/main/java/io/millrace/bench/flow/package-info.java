/**
 * A flow of the public vocabulary as benchmarks drive it: compiled as the fused layout has it, without journal and threads
 * around it.
 *
 * <pre>
 *   records in memory ──▶ CompiledFlow ──▶ sinks
 *                          │  ▲
 *                 requests ▼  │ answers, as records
 *                       whoever measures
 * </pre>
 */
package io.millrace.bench.flow;
