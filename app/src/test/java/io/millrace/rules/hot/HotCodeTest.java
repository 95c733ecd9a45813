package io.millrace.rules.hot;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the conventions forbid in code that is called per record is not in its bytecode. */
class HotCodeTest {
    private static final JavaClasses MILLRACE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.millrace");

    private static List<Finding> findings() {
        return MILLRACE.stream()
                .filter(HotCodeTest::isHot)
                .flatMap(type -> HotScan.of(type.reflect()).stream())
                .toList();
    }

    private static boolean isHot(final JavaClass type) {
        return HotCode.PACKAGES.contains(type.getPackageName())
                || HotCode.CLASSES.stream()
                        .anyMatch(name ->
                                type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }

    @Test
    void hotCodeDoesNothingThatIsForbidden() {
        assertThat(findings())
                .filteredOn(finding -> !HotCode.COLD.containsKey(finding.method()))
                .isEmpty();
    }

    @Test
    void everythingThatIsCalledHotExists() {
        assertThat(HotCode.PACKAGES)
                .allSatisfy(name -> assertThat(MILLRACE.containPackage(name)).isTrue());
        assertThat(HotCode.CLASSES)
                .allSatisfy(name -> assertThat(MILLRACE.contain(name)).isTrue());
    }

    @Test
    void everyExemptionIsNeeded() {
        final Set<String> methods = new TreeSet<>();
        findings().forEach(finding -> methods.add(finding.method()));
        assertThat(methods).containsAll(HotCode.COLD.keySet());
    }
}
