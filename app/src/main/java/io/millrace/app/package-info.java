/**
 * The command line, and the way for programs to run a flow of their own.
 *
 * <pre>
 *   Main ──▶ cli: run, replay, demo, graph, journal, counters ──▶ flow: candles, demo
 *             doctor                     │                            │
 *   Millrace.run(name, definition, args) ┴──▶ run: Launcher ◀─────────┘ ──▶ engine.run.FlowRun
 * </pre>
 */
package io.millrace.app;
