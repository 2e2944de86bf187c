package vigie.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The path of the README, as somebody who sees Vigie for the first time walks it in a browser. */
@ExtendWith(TheDemo.class)
class FirstFiveMinutesTest {
    private static final String CHROMIUM =
            Objects.requireNonNullElse(System.getenv("VIGIE_CHROMIUM"), "/usr/bin/chromium");
    private static final int PATIENCE = 120_000;
    private static final int TELEPHONE = 390;
    private static final String STALE = "Tickets sans progrès depuis un mois ou plus";

    private Playwright playwright;
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void a_browser_without_a_window() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        context = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(CHROMIUM))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")))
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("fr-FR"));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.setDefaultNavigationTimeout(PATIENCE);
    }

    @AfterEach
    void the_browser_closes() {
        playwright.close();
    }

    @Test
    void a_failure_is_seen_told_to_its_site_and_asked_about_at_the_meeting() {
        signIn("ada");
        page.locator("main a[href^='/problems/']")
                .filter(new Locator.FilterOptions().setHasText("IN2P3-LPC :"))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/problems/\\d+$"));
        var problem = page.url();
        page.getByLabel("Raison").first().fill("le site est au courant");
        press("Prendre en compte");
        assertThat(page.getByRole(AriaRole.STATUS).filter(text("Problème pris en compte")))
                .isVisible();
        assertThat(page.locator("main .state").first()).containsText("Pris en compte");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ouvrir un ticket"))
                .click();
        page.waitForURL(Pattern.compile(".*/tickets/new\\?problem=\\d+$"));
        assertThat(page.getByLabel("Objet")).hasValue(Pattern.compile(".*IN2P3-LPC.*"));
        press("Ouvrir et envoyer");
        page.waitForURL(Pattern.compile(".*/tickets/\\d+$"));
        assertThat(page.getByText("Ticket ouvert ; le site a été prévenu.")).isVisible();
        var ticket = page.url().replaceAll(".*/", "");

        go("/mailbox");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("[Vigie #" + ticket + "]"))
                .click();
        page.waitForURL(Pattern.compile(".*/mailbox/\\d+$"));
        assertThat(page.locator("main")).containsText("voit un problème à IN2P3-LPC");

        var before = now();
        press("+1 heure");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("L'horloge marque le");
        assertThat(now()).isAfterOrEqualTo(before.plus(Duration.ofHours(1)));
        press("Jour ouvré suivant, 9 h");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("20 mars 2013 à 09:00");
        page.navigate(problem);
        assertThat(page.locator("main .state").first()).containsText("Suivi par un ticket");

        press("Se déconnecter");
        page.waitForURL(Pattern.compile(".*/sign-in.*"));
        signIn("maud");
        toTheMeeting();
        assertThat(item(STALE)).containsText("Pas de ticket");
        press("Au 23 avril, 13 h");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("23 avr. 2013 à 13:00");
        assertThat(item(STALE)).containsText("n° " + ticket + ", IN2P3-LPC");
        assertThat(item("Actions en cours")).containsText("Gilles Barrault : Envoyer le plan de migration vers EMI-2");
    }

    @Test
    void the_banner_and_the_machines_are_for_everybody_on_a_telephone_too() throws IOException {
        var faults = new ArrayList<String>();
        page.setViewportSize(TELEPHONE, 844);
        look("/sign-in", faults);
        signIn("ada");
        for (var path : List.of("/demo", "/", "/services")) {
            look(path, faults);
        }
        assertThat(faults).isEmpty();
    }

    private void look(String path, List<String> faults) throws IOException {
        for (var language : List.of("fr", "en")) {
            for (var theme : List.of("light", "dark")) {
                context.addCookies(List.of(
                        new Cookie("language", language).setUrl(TheDemo.url()),
                        new Cookie("theme", theme).setUrl(TheDemo.url())));
                go(path);
                assertThat(page.locator(".banner")).containsText("2013");
                var wider = ((Number) page.evaluate(
                                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .intValue();
                var how = path + " (" + language + ", " + theme + ") ";
                if (wider > 0) {
                    faults.add(how + "scrolls sideways by " + wider);
                }
                breaches().forEach(breach -> faults.add(how + breach));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> breaches() throws IOException {
        try (var script = FirstFiveMinutesTest.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>) page.evaluate("""
                async () => {
                  const found = await axe.run(document, {
                    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"]});
                  return found.violations.map(each => each.id + ": " + each.nodes[0].target.join(" ") + " "
                    + each.nodes[0].html.slice(0, 160) + " " + (each.nodes[0].any[0]?.message ?? ""));
                }""");
    }

    private void signIn(String login) {
        go("/sign-in");
        page.fill("#login", login);
        page.fill("#password", "demo-" + login + "-2013");
        page.click("button.primary");
        page.waitForURL(Pattern.compile(".*:\\d+/(\\?continue)?$"));
    }

    private void toTheMeeting() {
        go("/meetings");
        page.locator("main th a").filter(text("23 avr. 2013")).click();
        page.waitForURL(Pattern.compile(".*/meetings/\\d+$"));
    }

    private Locator item(String title) {
        return page.locator(".agenda > li").filter(text(title));
    }

    private void press(String words) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }

    private void go(String path) {
        page.navigate(TheDemo.url() + path);
    }

    private static Locator.FilterOptions text(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private static java.time.Instant now() {
        return TheDemo.house().getBean(Hand.class).now();
    }
}
