package io.millrace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bench.chain.ChainComparison;
import io.millrace.bench.child.Collector;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.decode.BookComparison;
import io.millrace.bench.decode.DecodeComparison;
import io.millrace.bench.decode.SharedCapture;
import io.millrace.bench.hop.HopComparison;
import io.millrace.bench.journaled.JournaledComparison;
import io.millrace.bench.latency.LatencyHarness;
import io.millrace.bench.longrun.LongRun;
import io.millrace.bench.operators.OperatorsComparison;
import io.millrace.bench.recovery.RecoveryComparison;
import io.millrace.bench.socket.SocketHarness;
import io.millrace.bench.sweep.Sweep;
import io.millrace.report.Report;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.ResultsReader;
import io.millrace.report.results.ResultsWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That both sides of each comparison do the same work: each compares its outputs itself. What they take is not looked at. */
@Tag("slow")
class ComparisonsTest {
    private final List<Ratio> ratios = new ArrayList<>();

    @TempDir
    private Path directory;

    @Test
    void flowsGiveWhatTheSameLogicByHandGives() {
        new ChainComparison(Effort.SMOKE, true).run(ratios::add);
        assertThat(ratios).hasSize(3);
    }

    @Test
    void flowsGiveTheSameWithoutClassesOfTheirOwn() {
        new ChainComparison(Effort.SMOKE, false).run(ratios::add);
        assertThat(ratios).hasSize(3);
    }

    @Test
    void decoderGivesWhatJacksonGives() {
        new DecodeComparison(Effort.SMOKE).run(ratios::add);
        assertThat(ratios).hasSize(6);
    }

    @Test
    void booksGiveWhatJacksonAndSortedMapsGive() {
        new BookComparison(Effort.SMOKE).run(ratios::add);
        assertThat(ratios).hasSize(2);
    }

    @Test
    void channelsHandOverWhatRingsHandOver() {
        new HopComparison(Effort.SMOKE).run(ratios::add);
        assertThat(ratios).hasSize(2);
    }

    @Test
    void journaledFlowsGiveWhatPlainPartsGive() {
        new JournaledComparison(Effort.SMOKE, directory).run(ratios::add);
        assertThat(ratios).hasSize(8);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void recoveryFromASnapshotLeadsWhereAReplayOfAllLeads() {
        final List<String> lines = new ArrayList<>();
        new RecoveryComparison(Effort.SMOKE, directory).run(ratios::add, lines::add);
        assertThat(ratios).hasSize(2);
        assertThat(lines).anyMatch(line -> line.startsWith("all")).anyMatch(line -> line.startsWith("snapshot"));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void windowsThatOverlapAndStatesGiveWhatTheirCounterpartsGive() {
        new OperatorsComparison(Effort.SMOKE).run(ratios::add);
        assertThat(ratios).hasSize(4).extracting(Ratio::meaning).containsOnly(Ratio.Meaning.COST);
    }

    @Test
    void latencyRunsMakeAReport() {
        final Path results = directory.resolve("results");
        final MachineContext context = MachineContext.capture();
        final List<String> done = new ArrayList<>();
        new LatencyHarness(directory, context, ResultsWriter.into(results, context)).run(Effort.SMOKE, done::add);
        // Without a capture the last line says so.
        assertThat(done).hasSize(4).noneMatch(line -> line.contains("given up"));
        Report.read(results).writeTo(results);
        assertThat(results.resolve(Report.PAGE)).isNotEmptyFile();
    }

    @Test
    void latencyFromASocketMakesAReport() {
        final Path results = directory.resolve("results");
        final MachineContext context = MachineContext.capture();
        final List<String> done = new ArrayList<>();
        new SocketHarness(directory, context, ResultsWriter.into(results, context)).run(Effort.SMOKE, done::add);
        assertThat(done).hasSize(1);
        if (SharedCapture.isRecorded("usdm")) {
            Report.read(results).writeTo(results);
            assertThat(results.resolve(Report.PAGE)).isNotEmptyFile();
        }
    }

    @Test
    void aSweepMeasuresInAProcessOfItsOwn() {
        final Path results = directory.resolve("results");
        final MachineContext context = MachineContext.capture();
        ResultsWriter.into(results, context);
        final List<String> lines = new ArrayList<>();
        new Sweep(directory, directory, results, context.commit())
                .run(Effort.SMOKE, List.of(), List.of(Collector.SERIAL), lines::add);
        assertThat(lines).hasSize(1).allMatch(line -> line.contains("1000/s"));
        assertThat(ResultsReader.read(results).latency()).hasSize(1);
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(results));
    }

    @Test
    void aLongRunNeedsNoCollector() {
        final Path results = directory.resolve("results");
        final MachineContext context = MachineContext.capture();
        ResultsWriter.into(results, context);
        final List<String> lines = new ArrayList<>();
        new LongRun(directory, results, context.commit()).run(Effort.SMOKE, lines::add);
        assertThat(lines).anyMatch(line -> line.startsWith("long run: 30000 trades"));
        assertThat(ResultsReader.read(results).latency())
                .extracting(run -> run.run().setup().gc())
                .containsExactly("Epsilon");
    }
}
