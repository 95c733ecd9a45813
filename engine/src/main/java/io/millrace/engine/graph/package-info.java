/**
 * The flow as the user wrote it: steps, wires between them, the threads that the user asked for. Cold: used while a flow
 * is built, checked and planned.
 *
 * <pre>
 *   Dataflow ──add──▶ Graph ──check──▶ Plan ──▶ StageCompiler
 *   (operators)         │                │
 *                     Step            StagePlan: the steps between two thread boundaries
 *                     Wire            Edge: a wire that crosses one
 *                                       │
 *                                       └──▶ GraphFormat: drawn as mermaid, DOT or JSON
 * </pre>
 */
package io.millrace.engine.graph;
