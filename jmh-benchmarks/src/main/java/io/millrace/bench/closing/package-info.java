/**
 * What a run ends with: a plain table for those who see it for the first time, in words, and what may have made it wrong.
 *
 * <pre>
 *   ratios, latency runs ──▶ ClosingTable ──▶ lines of text
 *                              ├── InWords      "3.3 x as fast", "9 % slower"
 *   MachineWatch ──MachineLoad─┘                who else used the processors meanwhile
 * </pre>
 */
package io.millrace.bench.closing;
