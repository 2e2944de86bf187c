package vigie;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import vigie.people.Role;

/**
 * Every page, as the administrator sees it: both languages, by day and by night, on a desk and on a telephone. The list
 * of pages is that of the running house; a page of one thing is found by the first link that leads to it.
 */
@InTheHouse
class PagesTest {
    private static final int DESK = 1440;
    private static final int TELEPHONE = 390;
    private static final int NARROWEST = 320;

    @Autowired
    House.Keys house;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    ApplicationContext rooms;

    @Test
    void every_page_can_be_used_by_everybody_in_both_languages_by_day_and_night_on_desk_and_telephone() {
        Scene.lay(house, rooms);
        house.as(Role.ADMINISTRATOR);
        var faults = new ArrayList<String>();
        try (var browser = new Browser(house.url())) {
            look(browser.choose("fr", "light"), "/sign-in", "sign-in", faults);
            browser.signIn("t-administrator", House.PASSWORD);
            browser.complaints();
            var patterns = new ArrayList<>(patternsOfPages());
            var open = new ArrayDeque<String>();
            patterns.stream()
                    .map(PathPattern::getPatternString)
                    .filter(path -> !path.contains("{"))
                    .sorted()
                    .forEach(open::add);
            var seen = new HashSet<String>();
            var queued = new HashSet<>(open);
            while (!open.isEmpty()) {
                var path = open.poll();
                if (seen.contains(patternOf(path, patterns))) {
                    continue;
                }
                look(
                        browser,
                        path,
                        path.equals("/") ? "desk" : path.substring(1).replaceAll("[^\\w-]+", "-"),
                        faults);
                // a page that leads to another, since its address lacks what it is about, has not been seen
                seen.add(patternOf(browser.path(), patterns));
                links(browser).stream()
                        .filter(link -> !patternOf(link, patterns).isEmpty())
                        .filter(queued::add)
                        .forEach(open::add);
            }
            assertThat(seen).contains("/meetings/{id}", "/actions/{id}", "/calls/ask", "/expertise/runbook");
            printed(browser, faults);
        }
        assertThat(faults).isEmpty();
    }

    /** Minutes go on paper: what can only be pressed stays away. */
    private void printed(Browser browser, List<String> faults) {
        browser.choose("fr", "dark").size(DESK, 900).go("/meetings");
        browser.page().click(".list tbody tr:last-child a");
        browser.page().emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (var away : List.of("main form", ".menu", ".top", ".bottom")) {
            if (browser.page().locator(away).all().stream().anyMatch(each -> each.isVisible())) {
                faults.add(away + " is printed");
            }
        }
        browser.picture("minutes-printed");
        browser.page().emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private void look(Browser browser, String path, String name, List<String> faults) {
        for (var language : List.of("fr", "en")) {
            browser.choose(language, language.equals("fr") ? "light" : "dark").size(DESK, 900);
            var status = browser.go(path);
            if (status != 200) {
                faults.add(path + " answers " + status);
                return;
            }
            tell(browser, path, language + " desk", name, faults);
            browser.page()
                    .evaluate(
                            "theme => { document.documentElement.dataset.theme = theme; }",
                            language.equals("fr") ? "dark" : "light");
            browser.size(TELEPHONE, 844);
            tell(browser, path, language + " telephone", name, faults);
            browser.size(NARROWEST, 640);
            if (browser.overflow() > 0) {
                faults.add(path + " (" + language + ") is " + browser.overflow() + " wider than " + NARROWEST);
            }
            browser.complaints().forEach(complaint -> faults.add(path + " (" + language + ") " + complaint));
        }
    }

    private static void tell(Browser browser, String path, String how, String name, List<String> faults) {
        if (browser.overflow() > 0) {
            faults.add(path + " (" + how + ") scrolls sideways by " + browser.overflow());
        }
        browser.breaches().forEach(breach -> faults.add(path + " (" + how + ") " + breach));
        browser.picture(name + "-" + how.replace(' ', '-'));
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Browser browser) {
        return ((List<String>) browser.page()
                        .evaluate("() => [...document.querySelectorAll('main a[href]')].map(a => a.href)"))
                .stream()
                        .map(URI::create)
                        .filter(link -> link.getPath() != null && "localhost".equals(link.getHost()))
                        .map(link -> link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery()))
                        .distinct()
                        .toList();
    }

    /** The pattern of the page to which a path leads; empty where it is no page. */
    private static String patternOf(String path, List<PathPattern> patterns) {
        var parsed = org.springframework.http.server.PathContainer.parsePath(path.replaceFirst("\\?.*", ""));
        return patterns.stream()
                .filter(pattern -> pattern.matches(parsed))
                .sorted()
                .map(PathPattern::getPatternString)
                .findFirst()
                .orElse("");
    }

    private java.util.Set<PathPattern> patternsOfPages() {
        var pages = new TreeSet<PathPattern>();
        routes.getHandlerMethods().forEach((route, method) -> {
            var gets = route.getMethodsCondition().getMethods().contains(RequestMethod.GET);
            if (gets
                    && method.getReturnType().getParameterType() == ModelAndView.class
                    && route.getPathPatternsCondition() != null
                    && !method.getMethod().getName().startsWith("part")) {
                pages.addAll(route.getPathPatternsCondition().getPatterns());
            }
        });
        pages.removeIf(page -> page.getPatternString().equals("/sign-in")
                || page.getPatternString().startsWith("/welcome"));
        return pages;
    }
}
