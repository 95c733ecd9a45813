/**
 * What hot code must not do, looked for in its bytecode.
 *
 * <pre>
 *   HotCode: which classes ──▶ HotScan ──▶ MethodScan ──▶ Findings, less the methods that HotCode says are cold
 *                                             └── Callees: which calls are forbidden
 * </pre>
 */
package io.millrace.rules.hot;
