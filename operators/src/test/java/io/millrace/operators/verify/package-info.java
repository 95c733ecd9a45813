/** Verification of flows: planted bugs are found, at their record and step; sound flows pass. */
package io.millrace.operators.verify;
