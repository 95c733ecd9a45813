package io.millrace.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.report.support.SampleJmh;
import io.millrace.report.support.SampleResults;
import io.millrace.report.support.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsReaderTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void setUp() throws IOException {
        final ResultsWriter writer = ResultsWriter.into(directory, SampleResults.context());
        writer.ratios(SampleResults.ratios());
        writer.latency("run", SampleRuns.run("fused", 1000).build(), SampleRuns.values(100, 200));
        Files.writeString(
                writer.jmhFile("hops"),
                new SampleJmh().averageTime("a.B.c", "\"n\" : \"1\"", 10, 0.1).json());
    }

    @Test
    void readsACompleteDirectory() {
        final Results results = ResultsReader.read(directory);
        assertThat(results.ratios()).hasSize(4);
        assertThat(results.latency()).hasSize(1);
        assertThat(results.jmh()).hasSize(1);
    }

    @Nested
    class RefusesWhatLacksContext {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "title",
                    "flow",
                    "layout",
                    "journal",
                    "waitStrategy",
                    "threads",
                    "pinned",
                    "gc",
                    "jdk",
                    "ratePerSecond",
                    "seconds",
                    "sent",
                    "recorded",
                    "backpressureWaits",
                    "from",
                    "foreignLoad",
                    "stealPercent",
                    "voluntarySwitches",
                    "involuntarySwitches",
                    "minorFaults",
                    "majorFaults",
                    "allocatedBytes",
                    "collections",
                    "safepoints"
                })
        void ofALatencyRun(final String field) throws IOException {
            rename("latency/run.json", field);
            refused("run.json", "\"" + field + "\" is missing");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "group",
                    "name",
                    "value",
                    "target",
                    "baseline",
                    "baselineNanosPerOp",
                    "subject",
                    "subjectNanosPerOp",
                    "pairs",
                    "context"
                })
        void ofARatio(final String field) throws IOException {
            rename("ratios.json", field);
            refused("ratios.json, entry 1", "\"" + field + "\" is missing");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "when",
                    "commit",
                    "cpu",
                    "processors",
                    "physicalCores",
                    "memoryBytes",
                    "kernel",
                    "virtualised",
                    "clockSource",
                    "clockReadNanos",
                    "transparentHugePages",
                    "isolatedCpus",
                    "version",
                    "vendor",
                    "vm",
                    "gc",
                    "flags",
                    "notes"
                })
        void ofTheMachine(final String field) throws IOException {
            rename("context.json", field);
            refused("context.json", "\"" + field + "\" is missing");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "benchmark",
                    "mode",
                    "threads",
                    "forks",
                    "jdkVersion",
                    "vmName",
                    "jvmArgs",
                    "warmupTime",
                    "measurementIterations",
                    "primaryMetric",
                    "score",
                    "scoreUnit"
                })
        void ofABenchmark(final String field) throws IOException {
            final Path file = directory.resolve("jmh/hops.json");
            final String text = Files.readString(file);
            Files.writeString(file, text.replace("\"" + field + "\" :", "\"x\" :"));
            refused("hops.json, entry 1", "\"" + field + "\" is missing");
        }

        @Test
        void withoutAContextFile() throws IOException {
            Files.delete(directory.resolve("context.json"));
            refused("context.json", "is not there");
        }

        @Test
        void whereItIsEmpty() throws IOException {
            replace("latency/run.json", "\"memory-mapped\"", "\" \"");
            refused("run.json", "\"journal\" is missing");
        }

        @Test
        void whereItIsNull() throws IOException {
            replace("latency/run.json", "\"memory-mapped\"", "null");
            refused("run.json", "\"journal\" is missing");
        }
    }

    @Nested
    class RefusesWhatCantBe {
        @Test
        void latencyFromTheActualSend() throws IOException {
            replace("latency/run.json", "\"from\" : \"intended send\"", "\"from\" : \"actual send\"");
            refused("run.json", "stalls stay hidden");
        }

        @Test
        void aNumberThatIsAText() throws IOException {
            replace("latency/run.json", "\"threads\" : 1", "\"threads\" : \"one\"");
            refused("run.json", "\"threads\" must be a whole number, but is one");
        }

        @Test
        void stealBeyondAllTime() throws IOException {
            replace("latency/run.json", "\"stealPercent\" : 0.02", "\"stealPercent\" : 101");
            refused("run.json", "\"stealPercent\"");
        }

        @Test
        void aRatioThatIsNotThatOfItsSides() throws IOException {
            replace("ratios.json", "\"value\" : 13.6", "\"value\" : 3.6");
            refused("ratios.json, entry 3", "the ratio is said to be 3.6");
        }

        @Test
        void aTargetThatIsNone() throws IOException {
            replace("ratios.json", "\">= 3\"", "\"fast\"");
            refused("ratios.json, entry 3", "target \"fast\" is not understood");
        }

        @Test
        void twoRatiosOfOneName() throws IOException {
            replace("ratios.json", "nine operators against one class", "candle flow against hand-written code");
            refused("ratios.json", "twice");
        }

        @Test
        void aTimeThatIsNone() throws IOException {
            replace("context.json", "2026-01-31T12:34:56Z", "yesterday");
            refused("context.json", "\"when\" must be a time");
        }
    }

    @Nested
    class RefusesDamagedFiles {
        @ParameterizedTest
        @ValueSource(strings = {"context.json", "ratios.json", "latency/run.json", "jmh/hops.json"})
        void thatAreNotJson(final String file) throws IOException {
            Files.writeString(directory.resolve(file), "{ \"title\" : ");
            refused(file.substring(file.indexOf('/') + 1), "is not JSON, line 1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"context.json", "ratios.json", "latency/run.json", "jmh/hops.json"})
        void thatAreEmpty(final String file) throws IOException {
            Files.writeString(directory.resolve(file), "");
            refused(file.substring(file.indexOf('/') + 1), "is empty");
        }

        @ParameterizedTest
        @ValueSource(strings = {"context.json", "ratios.json", "latency/run.json", "jmh/hops.json"})
        void thatHoldSomethingElse(final String file) throws IOException {
            Files.writeString(directory.resolve(file), "42");
            refused(file.substring(file.indexOf('/') + 1), "must ");
        }

        @Test
        void thatHoldMore() throws IOException {
            Files.writeString(directory.resolve("ratios.json"), "[] []");
            refused("ratios.json", "more than one");
        }

        @Test
        void thatSayAFieldTwice() throws IOException {
            replace("latency/run.json", "\"title\" :", "\"flow\" : \"other\", \"title\" :");
            refused("run.json", "Duplicate field 'flow'");
        }

        @Test
        void thatLostIntervals() throws IOException {
            replace("latency/run.json", "\"recorded\" : 2", "\"recorded\" : 3");
            refused("run.hlog", "holds 2 records, but run.json tells of 3");
        }

        @Test
        void thatLackTheirHistogram() throws IOException {
            Files.delete(directory.resolve("latency/run.hlog"));
            refused("run.json", "run.hlog is not there");
        }

        @Test
        void thatLackTheirContext() throws IOException {
            Files.delete(directory.resolve("latency/run.json"));
            refused("run.hlog", "run.json is not there");
        }
    }

    @Test
    void refusesADirectoryWithoutResults(@TempDir final Path empty) {
        ResultsWriter.into(empty, SampleResults.context());
        assertThatThrownBy(() -> ResultsReader.read(empty))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("no results");
    }

    private void refused(final String file, final String problem) {
        assertThatThrownBy(() -> ResultsReader.read(directory))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining(file)
                .hasMessageContaining(problem);
    }

    private void rename(final String file, final String field) throws IOException {
        replace(file, "\"" + field + "\" :", "\"no-" + field + "\" :");
    }

    private void replace(final String file, final String what, final String with) throws IOException {
        final Path path = directory.resolve(file);
        final String text = Files.readString(path);
        assertThat(text).contains(what);
        Files.writeString(path, text.replace(what, with));
    }
}
