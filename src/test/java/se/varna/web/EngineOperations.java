package se.varna.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;

/** Every operation of every API that Camunda's webapps bring, read from the classes that are deployed. */
final class EngineOperations {

    private static final Map<String, Class<? extends Application>> APPLICATIONS = Map.of(
            "engine", EngineRestApplication.class,
            "cockpit", CockpitApplication.class,
            "admin", AdminApplication.class,
            "tasklist", TasklistApplication.class,
            "welcome", WelcomeApplication.class);

    private static final int DEEPEST = 6;
    private static final Pattern PLACE = Pattern.compile("\\{\\s*([A-Za-z-]+)[^}]*}");

    private EngineOperations() {}

    /** @param path with its places, as {@code /camunda/api/engine/engine/{name}/task/{id}/claim} */
    record Operation(String method, String path) implements Comparable<Operation> {

        @Override
        public int compareTo(Operation other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static SortedSet<Operation> all() {
        TreeSet<Operation> found = new TreeSet<>();
        APPLICATIONS.forEach((name, application) -> {
            try {
                application.getDeclaredConstructor().newInstance().getClasses().forEach(type -> {
                    Path path = type.getAnnotation(Path.class);
                    if (path != null) {
                        collect(join("/camunda/api/" + name, path), type, 0, found);
                    }
                });
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
        return found;
    }

    private static void collect(String prefix, Class<?> type, int depth, Set<Operation> found) {
        if (depth > DEEPEST) {
            return;
        }
        for (Method method : type.getMethods()) {
            Optional<Path> path = annotations(method)
                    .filter(Path.class::isInstance)
                    .map(Path.class::cast)
                    .findFirst();
            String here = path.map(further -> join(prefix, further)).orElse(prefix);
            Optional<String> verb = verb(method);
            if (verb.isPresent()) {
                found.add(new Operation(verb.get(), here));
            } else if (path.isPresent()) {
                collect(here, method.getReturnType(), depth + 1, found);
            }
        }
    }

    private static String join(String prefix, Path path) {
        String further = PLACE.matcher(path.value()).replaceAll("{$1}");
        String joined = (prefix + (further.startsWith("/") || further.isEmpty() ? "" : "/") + further);
        return joined.replaceAll("(?<=.)/$", "").replace("//", "/");
    }

    private static Optional<String> verb(Method method) {
        return annotations(method)
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    /** Camunda writes most of them on the interfaces. */
    private static Stream<Annotation> annotations(Method method) {
        return lineage(method.getDeclaringClass())
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(other -> other.getName().equals(method.getName())
                        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
                .flatMap(other -> Stream.of(other.getAnnotations()));
    }

    private static Stream<Class<?>> lineage(Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.of(Stream.of(type), Stream.of(type.getInterfaces()), lineage(type.getSuperclass()))
                        .flatMap(Function.identity());
    }
}
