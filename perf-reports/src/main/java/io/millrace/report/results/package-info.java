/**
 * What benchmarks leave behind: a directory of results, how it is written, and how it is read and checked.
 *
 * <pre>
 *   results/
 *   ├── context.json        machine, JVM, commit             {@link io.millrace.report.machine.MachineContext}
 *   ├── ratios.json         comparisons within one run       list of {@link io.millrace.report.results.Ratio}
 *   ├── history.json       ratios of earlier commits         {@link io.millrace.report.results.History}
 *   ├── jmh/*.json          as JMH's -rf json writes them    list of {@link io.millrace.report.results.JmhResult}
 *   └── latency/
 *       ├── NAME.hlog       HdrHistogram log of nanoseconds  added up to one histogram
 *       └── NAME.json       context of that histogram        {@link io.millrace.report.results.LatencyRun}
 *
 *   benchmark ──▶ ResultsWriter ──▶ results/ ──▶ ResultsReader ──▶ Results ──▶ report
 *                                                      └──▶ ReportException: which file, what is wrong, what to do
 * </pre>
 *
 * Only {@code context.json} must be there, and one result of any kind. All files are UTF-8; JSON names are those of the
 * Java accessors. What a platform does not tell is the text "unknown"; a field that is missing, null or empty makes the
 * report refuse, because a figure without its context is not a result. Fields that are not listed here are passed over.
 *
 * <p>{@code context.json}: {@code when} (ISO 8601, UTC), {@code commit}, {@code machine} ({@code cpu}, {@code processors},
 * {@code physicalCores}, {@code memoryBytes}, {@code kernel}, {@code virtualised}, {@code clockSource},
 * {@code clockReadNanos}, {@code transparentHugePages}, {@code isolatedCpus}), {@code jvm} ({@code version},
 * {@code vendor}, {@code vm}, {@code gc}, {@code flags}), {@code notes}.
 *
 * <p>{@code ratios.json}, each: {@code group}, {@code name}, {@code value}, {@code target} ("&lt;= 1.10", "&gt;= 3" or
 * "none"), {@code baseline} and {@code subject} (labels), {@code baselineNanosPerOp}, {@code subjectNanosPerOp},
 * {@code pairs}, {@code context}. The value must be the quotient of the two sides, one way round or the other, within what
 * a median over pairs may differ from it.
 *
 * <p>{@code history.json}, each: {@code commit}, {@code when}, {@code jdk}, {@code note}, {@code ratios} (values by heading
 * and name). It is added to on demand only, holds one entry for each commit and at most forty.
 *
 * <p>{@code latency/NAME.json}: {@code title}, {@code flow}, {@code layout}, {@code journal}, {@code waitStrategy},
 * {@code threads}, {@code pinned}, {@code gc}, {@code jdk}, {@code ratePerSecond}, {@code seconds}, {@code sent},
 * {@code recorded} (records in the histogram, which must hold as many), {@code backpressureWaits}, {@code from} ("intended
 * send" or "receive"), {@code foreignLoad}, and these, which may be "unknown": {@code stealPercent}, {@code voluntarySwitches},
 * {@code involuntarySwitches}, {@code minorFaults}, {@code majorFaults}, {@code allocatedBytes}, {@code collections},
 * {@code safepoints}. These may be left out too, as older runs do: {@code study} (a heading of its own), {@code arrivals},
 * {@code safepointNanos}, {@code longestSafepointNanos}, {@code compilations}, {@code deoptimizations},
 * {@code threadCosts} (of each measured thread its name, switches and faults), {@code firstRecordSeconds},
 * {@code steadySeconds}.
 */
package io.millrace.report.results;
