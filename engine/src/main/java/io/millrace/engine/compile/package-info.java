/**
 * From steps to code: builds the operators of a stage from the sink upward and, where it can, gives each its own hidden
 * class. Cold.
 *
 * <pre>
 *   StagePlan ──StageCompiler──▶ operators, wired ──Specializer──▶ hidden classes ──▶ StageUnit
 *                                                      │ ClassScan: can this class be specialised?
 *                                                      └ no: the class as it is, and the reason in the plan
 * </pre>
 */
package io.millrace.engine.compile;
