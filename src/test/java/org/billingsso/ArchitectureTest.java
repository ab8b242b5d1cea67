package org.billingsso;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.billingsso.gateway.Platforms;

/** The arrows between the packages point one way, and only the clock tells the time. */
@AnalyzeClasses(packages = "org.billingsso", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] EVERYWHERE = {
    "java..", "javax..", "org.jspecify..", "org.slf4j..", "org.billingsso"
  };

  /** The packages of all platforms that there are. */
  private static final String[] DIALECTS =
      Platforms.ALL.stream()
          .map(platform -> platform.getClass().getPackageName() + "..")
          .toArray(String[]::new);

  @ArchTest
  static final ArchRule theStoreKnowsItsDriversAndNobodyElse =
      may("store", "com.zaxxer..", "org.flywaydb..", "org.sqlite..", "redis..");

  @ArchTest
  static final ArchRule theCoreKnowsTheStore = may("signon", ours("store"), "com.password4j..");

  @ArchTest static final ArchRule theConfigurationKnowsYaml = may("config", "org.yaml..");

  @ArchTest
  static final ArchRule theDirectoryKnowsTheConfiguration = may("directory", ours("config"));

  @ArchTest static final ArchRule theJournalKnowsWhatComesOfLinks = may("journal", ours("signon"));

  @ArchTest
  static final ArchRule httpKnowsTheJournal =
      may("http", ours("journal"), ours("signon"), ours("store"), "org.eclipse.jetty..");

  @ArchTest
  static final ArchRule theEdgeOfRestDialectsKnowsNoDialect =
      may("rest", ours("http"), ours("journal"));

  @ArchTest
  static final ArchRule callsKnowNoDialect =
      may(
          "rpc",
          ours("http"),
          ours("journal"),
          ours("signon"),
          ours("store"),
          "com.fasterxml.jackson..",
          "com.googlecode.jsonrpc4j..",
          "com.sun.xml.ws..",
          "com.oracle.webservices..",
          "jakarta.xml..",
          "org.xml.sax..",
          "com.ctc.wstx..",
          "org.eclipse.jetty.util..");

  @ArchTest
  static final ArchRule portalsKnowNoDialect =
      may(
          "portal",
          ours("http"),
          ours("journal"),
          ours("signon"),
          ours("directory"),
          ours("pages"),
          "gg.jte..",
          "org.eclipse.jetty..");

  @ArchTest
  static final ArchRule pagesOfAllPortalsKnowNoDialect =
      noClasses()
          .that()
          .resideInAPackage("org.billingsso.pages.portal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(DIALECTS);

  @ArchTest
  static final ArchRule nobodyBelowTheCommandLineKnowsADialectButTheOneList =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              Stream.concat(Arrays.stream(DIALECTS), Stream.of(ours("cli"), ours("pages")))
                  .toArray(String[]::new))
          .and()
          .areNotAssignableTo(Platforms.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(DIALECTS);

  @ArchTest
  static final ArchRule dialectsKnowNeitherOneAnotherNorWhoWiresThem =
      slices().assignedFrom(new ByDialect()).should().notDependOnEachOther();

  @ArchTest
  static final ArchRule nobodyKnowsTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage(ours("cli"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ours("cli"));

  @ArchTest
  static final ArchRule nobodyBelowKnowsTheGatewayAsAWhole =
      noClasses()
          .that()
          .resideOutsideOfPackages(ours("cli"), ours("gateway"))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ours("gateway"));

  @ArchTest
  static final ArchRule aPlatformIsAccountsSettingsAndRoutes =
      may("platform", ours("config"), ours("directory"), ours("http"), ours("signon"));

  @ArchTest
  static final ArchRule onlyTheClockTellsTheTime =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.billingsso.cli.Main")
          .and()
          .doNotHaveFullyQualifiedName("org.billingsso.gateway.Gateway$Builder")
          .and()
          .doNotHaveFullyQualifiedName("org.billingsso.http.Elapsed") // Clients' slowness is real.
          .should()
          .callMethodWhere(
              JavaCall.Predicates.target(
                  nameMatching("now|currentTimeMillis|getTimeInMillis|system|systemUTC|nanoTime")
                      .<AccessTarget>forSubtype()
                      .and(
                          AccessTarget.Predicates.declaredIn(
                              resideInAnyPackage("java.time..", "java.util", "java.lang")))))
          .because("tests and the console move the clock");

  /** Private ones aside, which nobody reads about elsewhere, and those made of templates. */
  @ArchTest
  static void noTwoClassesHaveOneSimpleName(JavaClasses classes) {
    Map<String, List<String>> bySimpleName =
        classes.stream()
            .filter(each -> !each.getPackageName().startsWith("org.billingsso.pages"))
            .filter(each -> !each.getSimpleName().isEmpty())
            .filter(each -> !each.getSimpleName().equals("package-info"))
            .filter(each -> !Modifier.isPrivate(each.reflect().getModifiers()))
            .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));

    assertThat(bySimpleName.values()).filteredOn(those -> those.size() > 1).isEmpty();
  }

  /** Each dialect is a slice; nothing else is part of one. */
  private static final class ByDialect implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return Arrays.stream(DIALECTS)
          .filter(dialect -> resideInAPackage(dialect).test(type))
          .findFirst()
          .map(SliceIdentifier::of)
          .orElseGet(SliceIdentifier::ignore);
    }

    @Override
    public String getDescription() {
      return "dialects";
    }
  }

  private static ArchRule may(String name, String... others) {
    return classes()
        .that()
        .resideInAPackage(ours(name))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Stream.of(Stream.of(ours(name)), Arrays.stream(EVERYWHERE), Arrays.stream(others))
                .flatMap(packages -> packages)
                .toArray(String[]::new));
  }

  private static String ours(String name) {
    return "org.billingsso." + name + "..";
  }
}
