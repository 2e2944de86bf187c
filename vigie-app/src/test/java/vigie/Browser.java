package vigie;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Debian's Chromium without a window, held by Playwright; nothing is downloaded. */
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM =
            Path.of(Objects.requireNonNullElse(System.getenv("VIGIE_CHROMIUM"), "/usr/bin/chromium"));

    private final Playwright playwright;
    private BrowserContext context;
    private Page page;
    private final String house;
    private final String axe;
    private final List<String> complaints = new ArrayList<>();

    /** Opens a browser that looks at the house at this address. */
    public Browser(String house) {
        if (!Files.isExecutable(CHROMIUM)) {
            throw new AssertionError("no browser at " + CHROMIUM
                    + " (expected: apt-get install chromium, or VIGIE_CHROMIUM to name another)");
        }
        this.house = house;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.context = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-dev-shm-usage")))
                .newContext();
        this.page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        try (var script = Browser.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The page in the browser. */
    public Page page() {
        return page;
    }

    /** The same visitor, cookies and all, in a browser that runs no script. */
    public Browser withoutScripts() {
        var kept = context.storageState();
        context = Objects.requireNonNull(context.browser())
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setStorageState(kept));
        page = context.newPage();
        return this;
    }

    /** Signs in through the form, and answers once the page behind it stands: a key pressed earlier would be lost. */
    public Browser signIn(String login, String password) {
        go("/sign-in");
        page.fill("#login", login);
        page.fill("#password", password);
        page.click("button.primary");
        page.waitForURL(address -> !address.contains("/sign-in"));
        return this;
    }

    /** Goes to a path; answers the status. */
    public int go(String path) {
        var answer = page.navigate(house + path);
        return answer == null ? 0 : answer.status();
    }

    /** Where it stands, wherever it was sent. */
    public String path() {
        return java.net.URI.create(page.url()).getRawPath();
    }

    /** Chooses the language and the light as the buttons of the page do. */
    public Browser choose(String language, String theme) {
        context.addCookies(
                List.of(new Cookie("language", language).setUrl(house), new Cookie("theme", theme).setUrl(house)));
        return this;
    }

    /** Makes the window as wide and high. */
    public Browser size(int width, int height) {
        page.setViewportSize(width, height);
        return this;
    }

    /** How many points the page is wider than the window. */
    public int overflow() {
        return ((Number) page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    /** What breaks WCAG 2.0 to 2.2, A and AA, on the page as it stands: rule, and the place of its first breach. */
    @SuppressWarnings("unchecked")
    public List<String> breaches() {
        if (!Boolean.TRUE.equals(page.evaluate("() => typeof axe !== 'undefined'"))) {
            page.evaluate(axe);
        }
        return (List<String>) page.evaluate("""
                async () => {
                  const found = await axe.run(document, {
                    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"]});
                  return found.violations.map(each => each.id + ": " + each.nodes[0].target.join(" ") + " "
                    + each.nodes[0].html.slice(0, 160) + " " + (each.nodes[0].any[0]?.message ?? ""));
                }""");
    }

    /** What the browser complained about since it was last asked: errors of scripts, of the content policy, of loading. */
    public List<String> complaints() {
        var since = List.copyOf(complaints);
        complaints.clear();
        return since;
    }

    /** Keeps a picture of the whole page under {@code target/screenshots}. */
    public void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
