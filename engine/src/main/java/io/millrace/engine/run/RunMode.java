package io.millrace.engine.run;

import io.millrace.engine.stage.OutputTerms;

/**
 * What a run is, as far as its stages are concerned.
 *
 * @param live    whether there are, or will be, sources
 * @param resumes whether it goes on with a journal: then it is live only when all of that has been worked on
 * @param terms   on which terms items leave
 */
record RunMode(boolean live, boolean resumes, OutputTerms terms) {}
