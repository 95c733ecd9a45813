/**
 * Runs a flow for a person: journal, signals, progress, summary.
 *
 * <pre>
 *   Launcher ──▶ FlowRun, started
 *      ├── Shutdown: Ctrl-C stops the flow and waits for it
 *      ├── Progress: a line on a terminal, once a second
 *      └── Failures: what went wrong, in a line
 * </pre>
 */
package io.millrace.app.run;
