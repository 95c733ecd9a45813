/**
 * The cases of the best-known peer, as tests: each says what goes in and what comes out, and the functions between them in
 * words. They stand in a file beside the repository and are found by what they are about, so that more of a kind can be
 * added to the file; without it the tests are skipped.
 *
 * <pre>
 *   dataflow-cases.yaml ──▶ CaseFile ──▶ Row ──▶ Kinds: op ──▶ a runner ──▶ Play: the real vocabulary, run ──▶ compared
 *                                         ▲                      ▲
 *                     deviations.yaml: what we do otherwise   Words: functions in words
 * </pre>
 */
package io.millrace.operators.cases;
