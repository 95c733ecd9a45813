/**
 * What runs per record. A stage is the operators between two thread boundaries, compiled; it has no thread, no clock, no
 * I/O, no lock, and allocates nothing in steady state.
 *
 * <pre>
 *            ┌ stage ─────────────────────────────────────────────────────────────┐
 *  record ──▶│ StageDriver ─▶ StageRoot ─▶ InputSwitch ─▶ InputEntry ─▶ operators │──▶ sink
 *  cell   ──▶│                    │  └───▶ EdgeSwitch  ─▶ EdgeEntry  ─▶    …      │──▶ cell
 *  time   ──▶│                 Timers ──▶ TimerSwitch ─▶ operator.onTimer         │
 *            └────────────────────────────────────────────────────────────────────┘
 * </pre>
 *
 * Operators are classes with final fields, built from the sink upward, each as a hidden class of its own where that is
 * possible, so that HotSpot treats the wiring as constants and inlines the chain
 * ({@code io.millrace.engine.compile}). All code in this package is hot.
 */
package io.millrace.engine.stage;
