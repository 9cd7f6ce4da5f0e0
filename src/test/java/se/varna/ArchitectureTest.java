package se.varna;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** Who may use what. Each rule first makes sure that what it guards is there, so that it cannot pass on nothing. */
class ArchitectureTest {

    private static final String ENGINE = "se.varna.engine..";
    private static final String PROCESS = "se.varna.*.process..";
    private static final String WEB = "se.varna.*.web..";
    private static final String PORTAL = "se.varna.portal..";
    private static final String CASE_PAGE = "se.varna.casepage..";

    /** Roots of the packages that are made of pages, or are the engine's own set-up. */
    private static final Set<String> NOT_DOMAIN = Set.of("engine", "portal", "casepage");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.varna");

    @Test
    void only_the_engine_package_and_the_processes_packages_know_camunda() {
        assertGuarded(ENGINE, PROCESS);
        noClasses()
                .that()
                .resideOutsideOfPackages(ENGINE, PROCESS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda..")
                .check(CLASSES);
    }

    @Test
    void domain_types_know_neither_the_web_nor_camunda() {
        Set<String> roots = domainRoots();
        assertThat(roots).contains("se.varna.casefile", "se.varna.responsibility", "se.varna.police");
        assertThat(CLASSES.stream().filter(type -> roots.contains(type.getPackageName())))
                .anyMatch(type -> type.isAnnotatedWith(Entity.class));
        noClasses()
                .that(describe("are domain types", type -> roots.contains(type.getPackageName())))
                .and()
                // Sets up the sign-in; nothing of the domain.
                .areNotAnnotatedWith(Configuration.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "jakarta.servlet..",
                        "org.thymeleaf..",
                        "org.camunda..")
                .check(CLASSES);
    }

    @Test
    void no_capability_uses_another_ones_pages_or_steps() {
        assertGuarded(PROCESS, WEB);
        noClasses()
                .should(new ArchCondition<JavaClass>("use another capability's web or process") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(use -> resideInAnyPackage(PROCESS, WEB).test(use.getTargetClass()))
                                .filter(use ->
                                        !resideInAPackage("se.varna.common..").test(use.getTargetClass()))
                                .filter(use -> !capability(use.getTargetClass()).equals(capability(type)))
                                .forEach(use -> events.add(SimpleConditionEvent.satisfied(type, use.getDescription())));
                    }
                })
                .check(CLASSES);
    }

    @Test
    void capabilities_do_not_depend_on_each_other_in_a_ring() {
        assertThat(CLASSES.stream().map(ArchitectureTest::capability).distinct())
                .hasSizeGreaterThan(10);
        slices().matching("se.varna.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyone_asks_the_one_clock() {
        assertThat(CLASSES.stream().filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().isEquivalentTo(Clock.class))))
                .as("classes with a clock")
                .hasSizeGreaterThan(5);
        noClasses()
                .should()
                .callMethodWhere(describe("it asks the machine for the time", ArchitectureTest::asksTheMachine))
                .orShould()
                .callConstructor(Date.class)
                .check(CLASSES);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("se.varna.common.ClockConfiguration")
                .should()
                .callMethodWhere(describe(
                        "it makes a clock",
                        call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                                && call.getName().startsWith("system")))
                .check(CLASSES);
    }

    @Test
    void everything_is_injected_through_constructors() {
        DescribedPredicate<JavaClass> component = describe(
                "components", type -> type.isMetaAnnotatedWith(org.springframework.stereotype.Component.class));
        assertThat(CLASSES.stream().filter(component)).hasSizeGreaterThan(20);
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .check(CLASSES);
    }

    @Test
    void controllers_are_where_pages_and_apis_are() {
        assertGuarded(WEB, PORTAL, CASE_PAGE);
        assertThat(CLASSES.stream().filter(type -> type.isMetaAnnotatedWith(Controller.class)))
                .hasSizeGreaterThan(5);
        noClasses()
                .that()
                .resideOutsideOfPackages(WEB, PORTAL, CASE_PAGE)
                .should()
                .beMetaAnnotatedWith(Controller.class)
                .orShould()
                .beMetaAnnotatedWith(ControllerAdvice.class)
                .check(CLASSES);
    }

    /** ArchUnit sees no texts, so this reads the sources. The product's own name and the modules' names are no texts. */
    @Test
    void java_holds_no_swedish_text() {
        Pattern literal = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
        Set<String> found = new TreeSet<>();
        List<Path> sources = sources();
        assertThat(sources).hasSizeGreaterThan(100);
        for (Path source : sources) {
            literal.matcher(read(source))
                    .results()
                    .map(match -> match.group(1))
                    .filter(text -> text.replace("Värna", "").matches(".*[åäöÅÄÖ].*"))
                    .forEach(text -> found.add(source + ": " + text));
        }
        assertThat(found).isEmpty();
    }

    private static boolean asksTheMachine(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        boolean now = owner.getPackageName().equals("java.time")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return now || owner.isEquivalentTo(System.class) && (call.getName().equals("currentTimeMillis"));
    }

    /** The capability's name: the package below {@code se.varna}. */
    private static String capability(JavaClass type) {
        String below = type.getPackageName().replaceFirst("^se\\.varna\\.?", "");
        return below.replaceFirst("\\..*", "");
    }

    private static Set<String> domainRoots() {
        return CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.matches("se\\.varna\\.[a-z]+"))
                .filter(name -> !NOT_DOMAIN.contains(name.substring("se.varna.".length())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertGuarded(String... packages) {
        for (String name : packages) {
            assertThat(CLASSES.stream().filter(resideInAPackage(name)))
                    .as("classes in " + name)
                    .isNotEmpty();
        }
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    // The modules' names, which the drawings show.
                    .filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
