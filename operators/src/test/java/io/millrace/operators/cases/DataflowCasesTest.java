package io.millrace.operators.cases;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/** Every case of the file. */
class DataflowCasesTest {
    private static final List<Kind> KINDS = Stream.of(
                    StatelessCases.kinds(),
                    FinalCases.kinds(),
                    CollectCases.kinds(),
                    StatefulCases.kinds(),
                    JoinCases.kinds(),
                    WindowCases.kinds(),
                    WindowJoinCases.kinds(),
                    ClockCases.kinds(),
                    EnrichCases.kinds(),
                    RunCases.kinds(),
                    GraphCases.kinds(),
                    RestartCases.kinds(),
                    Postponed.kinds())
            .flatMap(List::stream)
            .toList();

    @TestFactory
    Stream<DynamicTest> cases() {
        if (!CaseFile.isThere()) {
            return Stream.of(dynamicTest("the file of cases", CaseFile::require));
        }
        return CaseFile.require().rows().stream().map(row -> dynamicTest(row.name(), () -> run(row)));
    }

    /** Reports name tests of a factory by numbers: so that a failure says itself which case it is. */
    private static void run(final Row row) {
        try {
            runAsItsKind(Deviations.applied(row));
        } catch (final AssertionError | RuntimeException e) {
            if (e instanceof TestAbortedException) {
                throw e;
            }
            throw new AssertionError("case " + row.name() + ": " + e.getMessage(), e);
        }
    }

    private static void runAsItsKind(final Row row) {
        if (KINDS.stream().noneMatch(kind -> kind.runs(row))) {
            throw Words.unknown("op", row.op());
        }
    }
}
