package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.RunConfig;
import io.millrace.operators.support.RandomFlow;
import io.millrace.operators.support.Restores;
import io.millrace.operators.support.Runs;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random flows give the same output in every layout. More of them: {@code -Dmillrace.random.flows=100000}. */
class RandomLayoutsTest {
    private static final int FLOWS = Integer.getInteger("millrace.random.flows", 800);
    private static final long FIRST_SEED = Long.getLong("millrace.random.seed", 1);

    /** The refused ones would run in an order that depends on timing; there must not be many. */
    private static final double MOST_REFUSED = 0.2;

    @Test
    @Timeout(600)
    void runAlikeInEveryLayout() {
        int refused = 0;
        long outputs = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + FLOWS; seed++) {
            final Random random = new Random(seed);
            final RandomFlow flow = new RandomFlow(seed, 10 + random.nextInt(120));
            final MemoryLog log = new MemoryLog();
            final Map<String, List<String>> expected;
            try {
                expected = Runs.run(flow, Runs.fused().batchRecords(1 + random.nextInt(50)), log);
            } catch (final FlowException e) {
                refused++;
                continue;
            }
            outputs += expected.values().stream().mapToInt(List::size).sum();
            final RunConfig threaded = Runs.threaded(4 << random.nextInt(5)).batchRecords(1 + random.nextInt(50));
            assertThat(Runs.run(flow, threaded)).as("threaded, seed %d", seed).isEqualTo(expected);
            final int other = random.nextInt(10);
            if (other == 0) {
                assertThat(Runs.run(flow, Runs.fused().specialize(true)))
                        .as("specialised, seed %d", seed)
                        .isEqualTo(expected);
            } else if (other == 1) {
                assertThat(Runs.run(flow, Runs.fused().check(true)))
                        .as("checked, seed %d", seed)
                        .isEqualTo(expected);
            } else if (other < 4) {
                assertThat(Restores.replay(flow, log, 1 + random.nextInt(20)))
                        .as("restored, seed %d", seed)
                        .isEqualTo(expected);
            } else if (other < 6) {
                assertThat(Runs.replay(flow, Runs.threaded(1 << 10), log))
                        .as("threaded replay, seed %d", seed)
                        .isEqualTo(expected);
            } else {
                assertThat(Runs.replay(flow, Runs.fused(), log))
                        .as("fused replay, seed %d", seed)
                        .isEqualTo(expected);
            }
        }
        assertThat(refused).isLessThan((int) (FLOWS * MOST_REFUSED));
        assertThat(outputs).isGreaterThan(FLOWS * 50L);
    }
}
