package town.nagar.checks.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;

class LayoutTest {
    private static final JavaClasses NAGAR = NagarClasses.all();
    private static final String ENGINE = "town.nagar.engine..";
    private static final String CONTRACTS = "town.nagar.contracts..";
    private static final String NORMS = "town.nagar.norms..";
    private static final String KIT = "town.nagar.kit..";
    private static final String PREDICTIONS = "town.nagar.forecast.serving..";
    private static final String ROLLOUT = "town.nagar.forecast.rollout..";
    private static final String MONITORING = "town.nagar.forecast.monitoring..";
    private static final String RETRAINING = "town.nagar.forecast.retraining..";

    /** Mains of child processes, and what runs where no clock or log can be handed in. */
    private static final DescribedPredicate<JavaClass> PROCESS_EDGES =
            resideInAPackage("town.nagar.servers..")
                    .or(simpleName("Main"))
                    .or(simpleName("StreamsMain"))
                    .or(simpleName("Bench"))
                    .or(simpleName("Validate"))
                    .or(simpleName("Guard")) // in a child, before any log exists
                    .or(simpleName("EphemeralServers")) // a fixture of tests
                    .or(simpleName("TableSink")); // made on a worker from its serial form

    @Test
    void everyModuleIsLookedAt() {
        assertThat(NAGAR.stream().map(LayoutTest::module).distinct())
                .contains(
                        "contracts",
                        "norms",
                        "engine",
                        "forecast",
                        "kit",
                        "ingestion",
                        "streams",
                        "data",
                        "simulation",
                        "supervisor",
                        "sample",
                        "town");
    }

    private static String module(JavaClass type) {
        String[] words = type.getPackageName().split("\\.", 4);
        return words.length > 2 ? words[2] : "";
    }

    @Test
    void theEngineDependsOnTheNormsAndJavaAlone() {
        classes()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ENGINE, NORMS, "java..", "org.jspecify..")
                .check(NAGAR);
    }

    @Test
    void normsDependOnJavaAlone() {
        classes()
                .that()
                .resideInAPackage(NORMS)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(NORMS, "java..", "org.jspecify..")
                .check(NAGAR);
    }

    @Test
    void contractsKnowNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage(CONTRACTS)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("town.nagar..").and(not(resideInAnyPackage(CONTRACTS))))
                .check(NAGAR);
    }

    @Test
    void theServiceKitKnowsNoDomain() {
        noClasses()
                .that()
                .resideInAPackage(KIT)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Domain.class)
                .check(NAGAR);
    }

    @Test
    void servicesMeetOnlyInContractsAndOnTheBus() {
        for (String service : new String[] {"ingestion", "streams", "data", "forecast"}) {
            noClasses()
                    .that()
                    .resideInAPackage("town.nagar." + service + "..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("town.nagar..")
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            "town.nagar." + service + "..",
                                                            CONTRACTS,
                                                            NORMS,
                                                            KIT))))
                    .check(NAGAR);
        }
    }

    @Test
    void simulationAloneUsesTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("town.nagar.simulation..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("town.nagar..")
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "town.nagar.simulation..",
                                                        CONTRACTS,
                                                        NORMS,
                                                        ENGINE,
                                                        KIT))))
                .check(NAGAR);
    }

    @Test
    void forecastsDependOnNormsContractsAndTheirLibraries() {
        classes()
                .that()
                .resideInAPackage("town.nagar.forecast..")
                .and()
                .resideOutsideOfPackages(
                        "town.nagar.forecast",
                        "town.nagar.forecast.featurestore..",
                        "town.nagar.forecast.registry..",
                        PREDICTIONS,
                        ROLLOUT,
                        MONITORING,
                        RETRAINING)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "town.nagar.forecast..",
                        CONTRACTS,
                        NORMS,
                        "java..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "ai.djl..",
                        "ai.onnx..",
                        "ai.onnxruntime..",
                        "com.fasterxml.jackson..",
                        "com.google.protobuf..",
                        "org.yaml.snakeyaml..",
                        "ml.dmlc.xgboost4j..")
                .check(NAGAR);
    }

    @Test
    void predictionsAndTheirWatchAreAService() {
        classes()
                .that()
                .resideInAnyPackage(PREDICTIONS, ROLLOUT, MONITORING, RETRAINING)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "town.nagar.forecast..",
                        CONTRACTS,
                        NORMS,
                        KIT,
                        "java..",
                        "jakarta.servlet..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "org.springframework..",
                        "org.springdoc..",
                        "org.apache.kafka..",
                        "io.micrometer.core..",
                        "io.swagger.v3.oas.models..",
                        "com.fasterxml.jackson..")
                .check(NAGAR);
    }

    @Test
    void packagesOfAModuleFormNoCycle() {
        slices().matching("town.nagar.(*)..").should().beFreeOfCycles().check(NAGAR);
    }

    @Test
    void noNameSaysNothing() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameStartingWith("Base")
                .orShould()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..helper..",
                        "..manager..",
                        "..base..",
                        "..impl..")
                .check(NAGAR);
    }

    @Test
    void publicClassesAreFinalSealedOrInterfaces() {
        classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotAnnotatedWith("org.springframework.context.annotation.Configuration")
                .should(beClosed())
                .check(NAGAR);
    }

    private static ArchCondition<JavaClass> beClosed() {
        return new ArchCondition<>("be final, or an enum, or open to nobody outside") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed =
                        type.getModifiers().contains(JavaModifier.FINAL)
                                || type.isEnum()
                                || type.getConstructors().stream().noneMatch(LayoutTest::open);
                if (!closed) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is open"));
                }
            }
        };
    }

    private static boolean open(JavaConstructor constructor) {
        return constructor.getModifiers().contains(JavaModifier.PUBLIC)
                || constructor.getModifiers().contains(JavaModifier.PROTECTED);
    }

    @Test
    void onlyMainAsksTheSystemForTheTime() {
        noClasses()
                .that(not(PROCESS_EDGES))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(NAGAR);
    }

    @Test
    void theEngineUsesNoSharedChance() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(java.util.Collection.class, "parallelStream")
                .check(NAGAR);
    }

    @Test
    void onlyMainPrints() {
        noClasses()
                .that(not(PROCESS_EDGES))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(NAGAR);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .check(NAGAR);
    }
}
