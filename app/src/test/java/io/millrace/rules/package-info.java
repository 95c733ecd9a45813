/** Rules of the whole project that tests hold: what may depend on what, what hot code may do, that nothing is allocated. */
package io.millrace.rules;
