package io.millrace.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows of the architecture: what depends on what, in the bytecode of all modules that the application is made of. */
class ArchitectureTest {
    private static final String ENGINE = "io.millrace.engine..";
    private static final String OPERATORS = "io.millrace.operators..";
    private static final String TESTING = "io.millrace.operators.testing";
    private static final String JOURNAL = "io.millrace.journal..";
    private static final String CONNECTORS = "io.millrace.connectors..";
    private static final String FEED = "io.millrace.feed..";
    private static final String APP = "io.millrace.app..";
    private static final String JAVA = "java..";
    private static final String AGRONA = "org.agrona..";

    private static final JavaClasses MILLRACE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.millrace");

    /** Arrays of primitive values count as types without a package. */
    private static void mayDependOn(final String module, final String... packages) {
        final String[] allowed = Stream.concat(Stream.of(module, JAVA, ""), Arrays.stream(packages))
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed))
                .check(MILLRACE);
    }

    private static void onlyIn(final String library, final String... packages) {
        noClasses()
                .that(not(resideInAnyPackage(packages)))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(MILLRACE);
    }

    @Nested
    class Modules {
        @Test
        void engineDependsOnNothingAboveIt() {
            mayDependOn(ENGINE, AGRONA, "com.lmax.disruptor..", "net.openhft.affinity..", "org.HdrHistogram..");
        }

        @Test
        void operatorsDependOnTheEngine() {
            // The testing kit counts what a thread allocates.
            mayDependOn(OPERATORS, ENGINE, AGRONA, "com.sun.management");
        }

        @Test
        void nothingThatRunsDependsOnTheTestingKit() {
            onlyIn(TESTING, TESTING);
        }

        @Test
        void onlyTheTestingKitAndTheDoctorLookIntoTheJvm() {
            onlyIn("com.sun.management", TESTING, "io.millrace.app.doctor.jvm");
        }

        @Test
        void journalDependsOnTheEngineAndKnowsNoOperator() {
            mayDependOn(JOURNAL, ENGINE, AGRONA, "net.openhft.chronicle..", "com.sun.jna..");
        }

        @Test
        void connectorsDependOnEngineAndOperators() {
            mayDependOn(CONNECTORS, ENGINE, OPERATORS, AGRONA);
        }

        @Test
        void feedDependsOnEngineAndOperators() {
            mayDependOn(FEED, ENGINE, OPERATORS, AGRONA, "io.netty..", "javax.net.ssl..");
        }
    }

    @Nested
    class Libraries {
        @Test
        void chronicleIsInTheJournalOnly() {
            onlyIn("net.openhft.chronicle..", "io.millrace.journal.log", "io.millrace.journal.store");
        }

        @Test
        void callsOfTheSystemAreInOnePlaceOnly() {
            onlyIn("com.sun.jna..", "io.millrace.journal.store");
        }

        @Test
        void nettyIsWhereNetworksAre() {
            onlyIn("io.netty..", "io.millrace.feed.net", "io.millrace.feed.simulator");
        }

        @Test
        void disruptorIsInChannelsOnly() {
            onlyIn("com.lmax.disruptor..", "io.millrace.engine.channel");
        }

        @Test
        void affinityIsWhereThreadsArePinnedAndWhereThatIsAskedFor() {
            onlyIn("net.openhft.affinity..", "io.millrace.engine.run", "io.millrace.app.cli");
        }

        @Test
        void onlyTheApplicationLogs() {
            onlyIn("org.slf4j..", APP);
            onlyIn("ch.qos.logback..", APP);
            onlyIn("java.util.logging..");
        }

        @Test
        void onlyTheApplicationHasACommandLine() {
            onlyIn("picocli..", APP);
        }

        @Test
        void onlyTheApplicationTalksToThePerson() {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(APP)
                    .should(ACCESS_STANDARD_STREAMS)
                    .check(MILLRACE);
        }
    }

    @Nested
    class WhatTheEngineDoesNotKnow {
        /** A class file is read as bytes. */
        private static final DescribedPredicate<JavaClass> FILES = belongToAnyOf(
                        java.io.File.class,
                        java.io.FileInputStream.class,
                        java.io.FileOutputStream.class,
                        java.io.RandomAccessFile.class,
                        org.agrona.IoUtil.class)
                .or(resideInAnyPackage("java.nio.file..", "java.nio.channels.."))
                .as("files");

        @Test
        void files() {
            noClasses()
                    .that()
                    .resideInAPackage(ENGINE)
                    .and()
                    .resideOutsideOfPackage("io.millrace.engine.metrics")
                    .should()
                    .dependOnClassesThat(FILES)
                    .check(MILLRACE);
        }

        @Test
        void networks() {
            noClasses()
                    .that()
                    .resideInAPackage(ENGINE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.net..", "javax.net..")
                    .check(MILLRACE);
        }

        @Test
        void markets() {
            noClasses()
                    .that()
                    .resideInAPackage(ENGINE)
                    .should()
                    .haveSimpleNameContaining("Trade")
                    .orShould()
                    .haveSimpleNameContaining("Price")
                    .orShould()
                    .haveSimpleNameContaining("Instrument")
                    .check(MILLRACE);
        }
    }

    @Nested
    class Stages {
        private static final String[] STEP_FUNCTIONS = {
            OPERATORS, "io.millrace.engine.stage", "io.millrace.engine.channel", "io.millrace.engine.item"
        };

        /** The testing kit drives stages; it is none. */
        private static final DescribedPredicate<JavaClass> ARE_STEP_FUNCTIONS =
                resideInAnyPackage(STEP_FUNCTIONS).and(not(resideInAPackage(TESTING)));

        @Test
        void haveNoThreads() {
            noClasses()
                    .that(ARE_STEP_FUNCTIONS)
                    .should()
                    .dependOnClassesThat(belongToAnyOf(Thread.class).or(resideInAPackage("java.util.concurrent..")))
                    .check(MILLRACE);
        }

        @Test
        void knowNothingOfWhatDrivesThem() {
            noClasses()
                    .that(ARE_STEP_FUNCTIONS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.millrace.engine.run", "io.millrace.engine.loop", "io.millrace.engine.compile")
                    .check(MILLRACE);
        }

        @Test
        void calculateTheSameBitsOnEveryJdk() {
            noClasses()
                    .that(ARE_STEP_FUNCTIONS)
                    .should()
                    .callMethodWhere(target(owner(belongToAnyOf(Math.class)))
                            .and(target(
                                    nameMatching("a?(sin|cos|tan)h?|atan2|exp|expm1|log|log10|log1p|pow|cbrt|hypot"))))
                    .because("StrictMath gives the same bits everywhere")
                    .check(MILLRACE);
        }

        @Test
        void doNotPrintDoublesAsTheJdkDoes() {
            noClasses()
                    .that()
                    .resideInAnyPackage(OPERATORS, CONNECTORS, JOURNAL)
                    .should()
                    .callMethod(Double.class, "toString", double.class)
                    .orShould()
                    .callMethod(String.class, "valueOf", double.class)
                    .orShould()
                    .callMethod(StringBuilder.class, "append", double.class)
                    .because("JDK 17 and later ones print different digits")
                    .check(MILLRACE);
        }
    }

    @Nested
    class Packages {
        /** Of packages below a module's own, which holds what users see and what holds the others together. */
        @ParameterizedTest
        @ValueSource(strings = {"operators", "journal", "connectors", "feed", "app"})
        void formNoCycles(final String module) {
            slices().matching("io.millrace." + module + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .check(MILLRACE);
        }

        /**
         * What sources and steps implement names what they are given, and the other way round, so these are not layers:
         * {@code spi}, {@code stage}, {@code loop}. Everything else in the engine is.
         */
        @Test
        void ofTheEngineAreLayers() {
            engineMayUse("item");
            engineMayUse("channel", "item");
            engineMayUse("metrics", "spi");
            engineMayUse("graph", "item", "spi");
            engineMayUse("stage", "channel", "item", "spi");
            engineMayUse("spi", "item", "loop", "stage");
            engineMayUse("compile", "graph", "item", "spi", "stage");
            engineMayUse("loop", "channel", "compile", "item", "spi", "stage");
            engineMayUse("verify", "channel", "compile", "graph", "item", "run", "spi", "stage");
        }

        private void engineMayUse(final String name, final String... others) {
            final List<String> allowed = Stream.concat(Stream.of(name), Arrays.stream(others))
                    .map(other -> "io.millrace.engine." + other)
                    .toList();
            noClasses()
                    .that()
                    .resideInAPackage("io.millrace.engine." + name)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(ENGINE).and(not(resideInAnyPackage(allowed.toArray(new String[0])))))
                    .check(MILLRACE);
        }

        @Test
        void ofTheVenuesDoNotKnowEachOther() {
            slices().matching("io.millrace.feed.(binance|kraken|okx|bybit|coinbase|deribit)..")
                    .should()
                    .notDependOnEachOther()
                    .check(MILLRACE);
        }

        @Test
        void ofDecodersKnowNoNetwork() {
            noClasses()
                    .that()
                    .resideInAnyPackage("io.millrace.feed.decode", "io.millrace.feed..wire", "io.millrace.feed.capture")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.millrace.feed.net", "io.millrace.feed.simulator", "java.net..")
                    .check(MILLRACE);
        }
    }

    @Nested
    class Names {
        @Test
        void sayWhatAClassIs() {
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .check(MILLRACE);
        }

        @Test
        void ofInterfacesHaveNoPrefix() {
            noClasses()
                    .that()
                    .areInterfaces()
                    .should()
                    .haveNameMatching(".*\\.I[A-Z]\\w*")
                    .check(MILLRACE);
        }

        @Test
        void ofAccessorsHaveNoPrefix() {
            noMethods()
                    .that()
                    .areDeclaredInClassesThat(not(resideInAPackage("..sbe")))
                    .should()
                    .haveNameMatching("get[A-Z]\\w*")
                    .check(MILLRACE);
        }
    }
}
