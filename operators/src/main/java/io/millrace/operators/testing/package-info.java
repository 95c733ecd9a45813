/**
 * For tests of flows and operators, by users as well as our own: no test framework is needed, failures are
 * {@link AssertionError}s.
 *
 * <pre>
 *   TestSource, TimedItems ──▶ flow ──▶ TestSink
 *                 ▲              ▲
 *             ManualTime      TestRun: one run in one layout
 *                             OperatorHarness: all of them, restored after every record, checked, counted
 * </pre>
 *
 * Cold.
 */
package io.millrace.operators.testing;
