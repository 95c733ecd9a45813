/**
 * The operators behind the vocabulary: one small class each, made for being compiled into a stage. All code here is hot.
 *
 * <p>Rules that keep an operator specialisable: top-level class, one constructor, final fields of its own, no lambda and
 * no static inside; a function of the user is called within a try that names the step.
 */
package io.millrace.operators.op;
