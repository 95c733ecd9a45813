/**
 * Runs a flow for a person: journal, signals, progress.
 *
 * <pre>
 *   Launcher ──▶ FlowRun
 *      ├── Shutdown: Ctrl-C stops the flow and waits for it
 *      └── Watch: looks at its figures, and may stop it
 * </pre>
 */
package io.millrace.app.run;
