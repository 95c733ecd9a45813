/**
 * For those who write sinks: what a sink must do so that its items leave exactly once, as runs that can fail.
 *
 * <pre>
 *   ExactSinkContract ──items──▶ your sink ──▶ Place ──read──▶ compared with an uninterrupted run
 *                     └─ kills, tears, limits, cuts
 * </pre>
 */
package io.millrace.connectors.testing;
