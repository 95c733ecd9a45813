package io.millrace.engine.graph;

/**
 * A wire that crosses from one stage to another.
 *
 * @param id   number of the edge in cells
 * @param wire what crosses
 * @param from stage that sends
 * @param to   stage that receives
 * @param use  which input of which step it leads to
 */
public record Edge(int id, Wire wire, StagePlan from, StagePlan to, Use use) {}
