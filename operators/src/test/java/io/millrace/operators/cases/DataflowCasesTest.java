package io.millrace.operators.cases;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of the file. */
class DataflowCasesTest {
    private static final List<Kind> KINDS =
            Stream.of(StatelessCases.kinds()).flatMap(List::stream).toList();

    @TestFactory
    Stream<DynamicTest> cases() {
        return CaseFile.require().rows().stream().map(row -> dynamicTest(row.name(), () -> run(row)));
    }

    private static void run(final Row row) {
        final Row ours = Deviations.applied(row);
        if (KINDS.stream().noneMatch(kind -> kind.runs(ours))) {
            throw Words.unknown("op of case " + row.name(), row.op());
        }
    }
}
