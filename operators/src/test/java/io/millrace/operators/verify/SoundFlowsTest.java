package io.millrace.operators.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.verify.Verification;
import io.millrace.engine.verify.VerificationReport;
import io.millrace.operators.Flow;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.RandomFlow;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Flows of all kinds of steps pass. More of them: {@code -Dmillrace.random.flows=100000}. */
class SoundFlowsTest {
    private static final int FLOWS = Integer.getInteger("millrace.random.flows", 300);
    private static final long FIRST_SEED = Long.getLong("millrace.random.seed", 1);

    @Test
    @Timeout(600)
    void passWithAllKindsOfSteps() throws InterruptedException {
        int verified = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + FLOWS; seed++) {
            final Random random = new Random(seed);
            final RandomFlow steps = new RandomFlow(seed, 10 + random.nextInt(120));
            final Flow flow = new Flow("random", dataflow -> steps.accept(dataflow, new Collected()));
            final MemoryLog log = new MemoryLog();
            try (FlowRun run = FlowRun.live(flow, log, Recorded.config().batchRecords(1 + random.nextInt(50)))) {
                run.start();
                run.await();
            } catch (final FlowException e) {
                continue;
            }
            final VerificationReport report = new Verification(flow, Recorded::config, from -> log.reader())
                    .every(1L + random.nextInt(60))
                    .run();
            assertThat(report.isEqual()).as("seed %d: %s", seed, report).isTrue();
            assertThat(report.failure()).isNull();
            verified++;
        }
        assertThat(verified).isGreaterThan(FLOWS / 2);
    }
}
