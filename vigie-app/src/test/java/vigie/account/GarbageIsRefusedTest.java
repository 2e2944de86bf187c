package vigie.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vigie.House;
import vigie.InTheHouse;
import vigie.Visitor;
import vigie.people.Right;
import vigie.people.Role;

/**
 * Every route of the running application is sent what nobody means. None may fail: each says no in words, a problem
 * (RFC 9457) to a machine and a page to a person, and none tells how it is made inside.
 */
@InTheHouse
class GarbageIsRefusedTest {
    /** What only a fault of ours would say: a stack, a class, a statement. */
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\n\\s*at [a-z]+\\.|org\\.(postgresql|springframework|apache)|tools\\.jackson|java\\.(lang|util|time)"
                    + "|PreparedStatement|ERROR: |\\bSQL\\b|vigie\\.[a-z]+\\.[A-Z]");

    /** Fields that are looked up, or fall back to what is usual: of them nothing is kept, however long they are. */
    private static final Set<String> NOT_KEPT = Set.of(
            "POST /accounts/{id}/take vo",
            "POST /language language",
            "POST /language back",
            "POST /theme theme",
            "POST /theme back");

    @Autowired
    House.Keys house;

    @Autowired
    ApplicationContext rooms;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final List<String> faults = new ArrayList<>();
    private List<Route> routes = List.of();
    private Targets targets;
    private Visitor admin;
    private String formToken = "";
    private String bearer = "";

    @BeforeEach
    void an_administrator_of_its_own_whose_cookies_and_tries_it_may_spoil() {
        routes = Route.all(mapping);
        targets = new Targets(house, rooms);
        var login = Targets.name();
        var person =
                house.accounts().open(login, "Garbage", login + "@example.org", House.PASSWORD, Role.ADMINISTRATOR);
        admin = house.nobody().signIn(login, House.PASSWORD);
        formToken = admin.formToken();
        bearer = rooms.getBean(Tokens.class).make(person, Targets.name(), Set.of(Right.values()), Duration.ofHours(1));
    }

    @Test
    void a_form_with_garbage_in_any_field_is_answered_by_a_page_that_says_why() {
        for (var route : forms()) {
            var address = targets.address(route);
            var names = parameters(route).keySet();
            Garbage.values().forEach((what, value) -> {
                for (var name : names) {
                    form(route, address, name, value, what);
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void a_machine_that_sends_no_json_or_other_json_is_answered_by_a_problem() {
        for (var route : forMachines()) {
            var address = targets.address(route);
            Garbage.bodies().forEach((what, body) -> {
                machine(route, address, "application/json", body, what);
                machine(route, address, "application/x-ndjson", body, what + ", as lines");
                machine(route, address, "application/octet-stream", body, what + ", as bytes");
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void a_machine_that_sends_garbage_in_any_field_is_answered_by_a_problem() {
        for (var route : forMachines()) {
            var address = targets.address(route);
            for (var parameter : route.handler().getMethodParameters()) {
                var type = parameter.getParameterType();
                if (parameter.hasParameterAnnotation(RequestBody.class) && type.isRecord()) {
                    for (var field : type.getRecordComponents()) {
                        for (var value : Garbage.jsonValues()) {
                            var body = json(type, field.getName(), value);
                            machine(
                                    route,
                                    address,
                                    "application/json",
                                    Garbage.utf8(body),
                                    field.getName() + " = " + value.replace('"', '\''));
                        }
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void a_question_with_garbage_in_it_is_answered_in_words() {
        for (var route : routes) {
            if (!route.writes() && route.asks()) {
                var address = targets.address(route);
                Garbage.values().forEach((what, value) -> {
                    if (value.length() < 7_000) {
                        for (var name : parameters(route).keySet()) {
                            asked(route, address + "?" + name + "=" + value, what);
                        }
                        if (route.pattern().contains("{") && !value.isEmpty()) {
                            asked(route, route.pattern().replaceAll("\\{[^}]+}", value), what + " in the address");
                        }
                    }
                });
            }
        }
        assertThat(faults).isEmpty();
    }

    private List<Route> forms() {
        return routes.stream()
                .filter(route -> route.writes() && !route.pattern().startsWith("/api/"))
                .filter(route -> !route.pattern().equals("/error"))
                .toList();
    }

    private List<Route> forMachines() {
        return routes.stream()
                .filter(route -> route.writes() && route.pattern().startsWith("/api/"))
                .toList();
    }

    private void form(Route route, String address, String name, String value, String what) {
        var fields = new LinkedHashMap<>(parameters(route));
        var isFile = fields.containsValue("file");
        fields.put(name, value);
        var body = new StringBuilder();
        var type = "application/x-www-form-urlencoded";
        if (isFile) {
            type = "multipart/form-data; boundary=part";
            fields.forEach((field, content) -> body.append("--part\r\nContent-Disposition: form-data; name=\"")
                    .append(field)
                    .append(field.equals("file") ? "\"; filename=\"" + content : "")
                    .append("\"\r\n\r\n")
                    .append(content)
                    .append("\r\n"));
            body.append("--part--\r\n");
        } else {
            fields.forEach((field, content) ->
                    body.append(field).append('=').append(content).append('&'));
        }
        var answer = admin.send(
                route.method(),
                address,
                Garbage.utf8(body.toString()),
                "Content-Type",
                type,
                "X-CSRF-TOKEN",
                formToken,
                "Accept",
                "text/html");
        judge(route + " " + name + " = " + what, answer, false);
        if (what.equals("much too long") && answer.status() < 400 && !NOT_KEPT.contains(route + " " + name)) {
            faults.add(route + " " + name + " takes " + value.length() + " characters");
        }
    }

    private void machine(Route route, String address, String type, byte[] body, String what) {
        var answer = house.nobody()
                .send(
                        route.method(),
                        address + (route.pattern().endsWith("/files") ? "?name=sites.xml" : ""),
                        body,
                        "Content-Type",
                        type,
                        "Authorization",
                        "Bearer " + bearer);
        judge(route + " with " + shortened(what), answer, true);
    }

    private void asked(Route route, String address, String what) {
        judge(
                route + " " + what + ": " + shortened(address),
                admin.send("GET", address, new byte[0]),
                isForMachines(route));
    }

    private static boolean isForMachines(Route route) {
        return route.pattern().startsWith("/api/");
    }

    private void judge(String sent, Visitor.Answer answer, boolean machine) {
        var type = answer.whole().headers().firstValue("Content-Type").orElse("");
        if (answer.status() >= 500) {
            faults.add(sent + ": " + answer.status());
        } else if (answer.status() >= 400) {
            if (machine && !type.startsWith("application/problem+json")) {
                faults.add(sent + ": " + answer.status() + " as '" + type + "'");
            }
            if (!machine && says(answer).isBlank()) {
                faults.add(sent + ": " + answer.status() + " and no word why");
            }
            if (INSIDE.matcher(machine ? answer.text() : says(answer)).find()) {
                faults.add(
                        sent + ": " + answer.status() + " tells: " + shortened(machine ? answer.text() : says(answer)));
            }
        }
    }

    private static String says(Visitor.Answer answer) {
        var alert = Jsoup.parse(answer.text()).selectFirst("main [role=alert], main .trouble, main");
        return alert == null ? "" : alert.text();
    }

    /** The parameters of a route, each with something that it could mean, encoded. */
    private Map<String, String> parameters(Route route) {
        var all = new LinkedHashMap<String, String>();
        for (var parameter : route.handler().getMethodParameters()) {
            var asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null) {
                var named = asked.name().isEmpty() ? nameOf(route, parameter) : asked.name();
                all.put(named, plausible(named, parameter.getParameterType()));
            }
        }
        return all;
    }

    private static String nameOf(Route route, MethodParameter parameter) {
        return route.handler()
                .getMethod()
                .getParameters()[parameter.getParameterIndex()]
                .getName();
    }

    private String plausible(String name, Class<?> type) {
        if (MultipartFile.class.isAssignableFrom(type)) {
            return "file";
        }
        if (Set.class.isAssignableFrom(type)) {
            return Long.toString(targets.service());
        }
        if (type == boolean.class) {
            return "false";
        }
        return switch (name) {
            case "site" -> type == long.class ? Long.toString(targets.site()) : "GARBAGE";
            case "services", "service" -> Long.toString(targets.service());
            case "begins", "start", "until", "next" -> "2013-12-01T08%3A00";
            case "end" -> "2013-12-02T08%3A00";
            case "due" -> "2014-01-01";
            case "severity" -> "OUTAGE";
            case "priority" -> "URGENT";
            case "status" -> "SUSPENDED";
            case "role" -> "READER";
            case "kind" -> "files";
            case "login", "metric" -> Targets.name();
            case "password", "again" -> type == int.class ? "60" : Garbage.encoded(House.PASSWORD);
            case "mail" -> "luc%40example.org";
            case "key" -> UUID.randomUUID().toString();
            case "every" -> "300";
            case "of" -> Long.toString(targets.site());
            case "way" -> "TICKET";
            case "ticket", "problem", "expert" -> "0";
            default -> type == int.class || type == long.class ? "1" : "x";
        };
    }

    private static String json(Class<?> type, String name, String value) {
        var fields = Arrays.stream(type.getRecordComponents())
                .map(field -> "\"%s\":%s"
                        .formatted(field.getName(), field.getName().equals(name) ? value : meant(field.getName())))
                .toList();
        return "{" + String.join(",", fields) + "}";
    }

    private static String meant(String name) {
        return switch (name) {
            case "until", "start" -> "\"2013-12-01T08:00:00Z\"";
            case "end" -> "\"2013-12-02T08:00:00Z\"";
            case "kind" -> "\"files\"";
            case "name" -> "\"" + Targets.name() + "\"";
            case "language" -> "\"en\"";
            case "opensByItself", "dry" -> "false";
            default -> "null";
        };
    }

    private static String shortened(String text) {
        return text.length() < 160 ? text : text.substring(0, 160) + "... (" + text.length() + ")";
    }
}
