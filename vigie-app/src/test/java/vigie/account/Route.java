package vigie.account;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vigie.people.May;
import vigie.people.Right;
import vigie.people.Role;

/** A route of ours, as the running application has it. */
record Route(String method, String pattern, String type, HandlerMethod handler) {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** All routes of ours, by address. */
    static List<Route> all(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> EveryRouteAsks.isOurs(entry.getValue()))
                .flatMap(entry -> {
                    var info = entry.getKey();
                    var methods = info.getMethodsCondition().getMethods();
                    var type = info.getConsumesCondition().getConsumableMediaTypes().stream()
                            .findFirst()
                            .orElse(MediaType.APPLICATION_FORM_URLENCODED)
                            .toString();
                    return info.getPatternValues().stream()
                            .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.POST) : methods)
                                    .stream().map(method -> new Route(method.name(), pattern, type, entry.getValue())));
                })
                .sorted(Comparator.comparing(Route::pattern).thenComparing(Route::method))
                .toList();
    }

    boolean isOpen() {
        return handler.hasMethodAnnotation(Anyone.class);
    }

    boolean asks() {
        return handler.hasMethodAnnotation(May.class);
    }

    Right right() {
        var may = handler.getMethodAnnotation(May.class);
        if (may == null) {
            throw new AssertionError(this + " names no right");
        }
        return may.value();
    }

    boolean lets(Role role) {
        return right().isHeldBy(role);
    }

    boolean writes() {
        return !READING.contains(method);
    }

    /** The address with a number, which need not exist, in each place. */
    String address() {
        return pattern.replaceAll("\\{[^}]+}", "1");
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
