package io.millrace.app.doctor.jvm;

import static io.millrace.app.doctor.finding.Verdict.BAD;
import static io.millrace.app.doctor.finding.Verdict.BETTER;
import static io.millrace.app.doctor.finding.Verdict.OK;
import static io.millrace.app.doctor.finding.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.doctor.FakeJvm;
import io.millrace.app.doctor.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagsCheckTest {
    private static final String OPENS = "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED";

    private static Findings look(final FakeJvm jvm, final String... wanted) {
        return Findings.of(new FlagsCheck(jvm.jvm(), List.of(wanted)));
    }

    @Test
    void readsTheFileThatScriptsRead() throws IOException {
        final List<String> flags = FlagsFile.read();
        assertThat(flags).isEqualTo(FlagsFile.parse(Files.readString(Path.of("../config/jvm.options"))));
        assertThat(flags).contains(OPENS, "-XX:+UseSerialGC").noneMatch(flag -> flag.startsWith("#"));
    }

    @Test
    void findsAllInTheJvmOfTheTests() {
        Findings.of(new FlagsCheck(RunningJvm.current(), FlagsFile.read())).are(OK);
    }

    @Test
    void knowsWhatEachFlagOfTheFileCosts() {
        assertThat(FlagsFile.read())
                .filteredOn(flag -> !flag.endsWith("VMOptions") && !flag.endsWith("GC"))
                .allSatisfy(
                        flag -> assertThat(flag).startsWith(FlagCost.of(flag).flag()))
                .allSatisfy(flag -> assertThat(FlagCost.of(flag).cost()).isNotEqualTo("not measured"));
    }

    @Test
    void missesWhatJournalsNeed() {
        look(new FakeJvm(17).argument(OPENS), OPENS).are(OK);
        look(new FakeJvm(17), OPENS).are(BAD).found("1 of 1 missing", "no journal can be opened", "./millrace");
    }

    @ParameterizedTest
    @CsvSource({
        "-XX:InlineSmallCode=32000, InlineSmallCode, 32000, 2500",
        "-XX:+ShowHiddenFrames, ShowHiddenFrames, true, false",
        "-XX:-OmitStackTraceInFastThrow, OmitStackTraceInFastThrow, false, true",
        "-XX:GuaranteedSafepointInterval=300000, GuaranteedSafepointInterval, 300000, 1000"
    })
    void comparesOptions(final String flag, final String option, final String wanted, final String other) {
        look(new FakeJvm(17).option(option, wanted), flag).are(OK);
        look(new FakeJvm(17).option(option, other), flag).are(BETTER).found(flag + " (is " + other + ")");
    }

    @Test
    void saysWhatANotInlinedMethodCosts() {
        look(new FakeJvm(25).option("InlineSmallCode", 2500), "-XX:InlineSmallCode=32000")
                .found("18 ns an item in place of 8");
    }

    @Test
    void missesOptionsThatAreHidden() {
        final String flag = "-XX:+ShowHiddenFrames";
        look(new FakeJvm(17), flag).are(BETTER).found("(missing)");
        // All are shown: it is one that this JVM does not have.
        look(new FakeJvm(17).option("UnlockDiagnosticVMOptions", true), flag).are(OK);
    }

    @Test
    void leavesOutWhatDoesNotMatterForThisJdk() {
        final String safepoints = "-XX:GuaranteedSafepointInterval=300000";
        look(new FakeJvm(17), safepoints).are(BETTER).found("once a second");
        look(new FakeJvm(25).option("GuaranteedSafepointInterval", 0), safepoints)
                .are(OK);
        final String unsafe = "--sun-misc-unsafe-memory-access=allow";
        look(new FakeJvm(17), unsafe).are(OK);
        look(new FakeJvm(25), unsafe).are(BETTER);
        final String ratio = "-XX:InlineFrequencyRatio=0.01";
        look(new FakeJvm(17), ratio).are(OK);
        look(new FakeJvm(25), ratio).are(BETTER);
    }

    @Test
    void comparesProperties() {
        final String flag = "-Dchronicle.analytics.disable=true";
        look(new FakeJvm(17).property("chronicle.analytics.disable", "true"), flag)
                .are(OK);
        look(new FakeJvm(17).property("chronicle.analytics.disable", "false"), flag)
                .are(BETTER);
        look(new FakeJvm(17), flag).are(BETTER);
    }

    @Test
    void leavesTheCollectorToItsCheck() {
        look(new FakeJvm(17), "-XX:+UseSerialGC", "-XX:+UnlockDiagnosticVMOptions")
                .are(OK);
    }

    @Test
    void isAsBadAsTheWorst() {
        look(new FakeJvm(25), "-XX:+ShowHiddenFrames", OPENS, "-XX:MaxInlineLevel=40")
                .are(BAD)
                .found("3 of 3 missing");
    }

    @Test
    void canNotBeTold() {
        look(new FakeJvm(25).withoutOptions(), OPENS).are(UNKNOWN);
    }
}
