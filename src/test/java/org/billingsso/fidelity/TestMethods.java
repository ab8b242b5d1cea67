package org.billingsso.fidelity;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The methods that JUnit runs.
 *
 * @param classes their whole names by their simple ones, of which there are no two alike
 */
record TestMethods(Map<String, String> classes) {
  private static final Path SOURCES = Path.of("src/test/java");

  /** Those of this project. */
  static TestMethods ofThisProject() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return new TestMethods(
          files
              .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
              .filter(file -> file.endsWith(".java") && !file.endsWith("package-info.java"))
              .map(file -> file.substring(0, file.length() - ".java".length()).replace('/', '.'))
              .collect(toMap(name -> name.substring(name.lastIndexOf('.') + 1), name -> name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether that is one, such as {@code LoginTest.ASession.isOneOfSeveral}. */
  boolean has(String test) {
    List<String> names = List.of(test.split("\\.", -1));
    Optional<Class<?>> owner =
        Optional.ofNullable(classes.get(names.get(0))).map(TestMethods::loaded);
    for (String nested : names.subList(1, Math.max(1, names.size() - 1))) {
      owner = owner.flatMap(outer -> nested(outer, nested));
    }
    return names.size() > 1
        && owner.filter(type -> has(type, names.get(names.size() - 1))).isPresent();
  }

  private static boolean has(Class<?> type, String method) {
    return !Modifier.isAbstract(type.getModifiers())
        && !ReflectionSupport.findMethods(
                type,
                each ->
                    each.getName().equals(method)
                        && AnnotationSupport.isAnnotated(each, Testable.class),
                HierarchyTraversalMode.TOP_DOWN)
            .isEmpty();
  }

  private static Optional<Class<?>> nested(Class<?> outer, String name) {
    return Arrays.stream(outer.getDeclaredClasses())
        .filter(each -> each.getSimpleName().equals(name))
        .filter(each -> each.isAnnotationPresent(Nested.class))
        .<Class<?>>map(each -> each)
        .findFirst();
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name, false, TestMethods.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("A source of the tests is not compiled: " + name, e);
    }
  }
}
