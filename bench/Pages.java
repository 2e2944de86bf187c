import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The visitors of bench/pages.sh: each signs in as one of the demonstration's people, and asks for one page a second of
 * those that his or her menu leads to, and of the sites, tickets, problems and meetings that those pages link to.
 */
class Pages {
    static final Pattern MENU = Pattern.compile("<nav class=\"menu\".*?</nav>", Pattern.DOTALL);
    static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    /** What is no page of the house that one reads. */
    static final Pattern ELSEWHERE = Pattern.compile("/(style|script|webjars|favicon|api|v3|oauth2|actuator|metrics).*|.*\\.csv.*");
    static final int MOST_OF_A_KIND = 12;

    final String url;
    final Map<String, List<Double>> seen = new TreeMap<>();
    final List<Double> all = new ArrayList<>();
    final Map<String, Integer> odd = new TreeMap<>();

    Pages(String url) {
        this.url = url;
    }

    /** {@code URL USERS SECONDS WARM-UP LOGIN:PASSWORD...} */
    public static void main(String[] words) throws Exception {
        var people = Arrays.asList(words).subList(4, words.length);
        new Pages(words[0]).run(Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]), people);
    }

    void run(int users, int seconds, int warmUp, List<String> people) throws Exception {
        try (var clock = Executors.newScheduledThreadPool(users)) {
            var entered = new ArrayList<User>();
            for (var at = 0; at < users; at++) {
                entered.add(new User(people.get(at % people.size()), at));
            }
            var began = System.nanoTime();
            for (var user : entered) {
                clock.scheduleAtFixedRate(
                        () -> user.turn(System.nanoTime() - began > warmUp * 1_000_000_000L), user.number * 1000L / users, 1000,
                        TimeUnit.MILLISECONDS);
            }
            Thread.sleep(Duration.ofSeconds(warmUp + seconds));
            clock.shutdownNow();
        }
        print(seconds);
    }

    synchronized void count(String page, double millis) {
        seen.computeIfAbsent(page, none -> new ArrayList<>()).add(millis);
        all.add(millis);
    }

    synchronized void count(String what) {
        odd.merge(what, 1, Integer::sum);
    }

    synchronized void print(int seconds) {
        System.out.printf("%-28s %7s %10s %8s%n", "page", "asked", "median ms", "p99 ms");
        seen.forEach(this::row);
        row("all pages", all);
        System.out.printf("%-28s %7s %10s %8s%n", "wanted", "", "50.0", "200.0");
        System.out.printf("%.1f pages a second%n", all.size() / (double) seconds);
        odd.forEach((what, times) -> System.out.printf("NOT A PAGE: %s, %d times%n", what, times));
    }

    void row(String page, List<Double> times) {
        var sorted = times.stream().sorted().toList();
        System.out.printf("%-28s %7d %10.1f %8.1f%n", page, sorted.size(), at(sorted, 0.5), at(sorted, 0.99));
    }

    static double at(List<Double> sorted, double part) {
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * part) - 1));
    }

    /** {@code /tickets/17?tab=x} is {@code /tickets/..}. */
    static String kind(String path) {
        var plain = path.replaceFirst("\\?.*", "");
        var words = plain.split("/");
        if (words.length < 3) {
            return plain;
        }
        return Pattern.matches("/[a-z-]+/(new|announce)", plain) ? plain : "/" + words[1] + "/.." + (words.length > 3 ? "/.." : "");
    }

    /** One who sits before a browser. */
    class User {
        final int number;
        final Random choice;
        final HttpClient browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        final Map<String, Collection<String>> known = new TreeMap<>();

        User(String who, int number) throws Exception {
            this.number = number;
            this.choice = new Random(number);
            var door = TOKEN.matcher(ask("/sign-in").body());
            if (!door.find()) {
                throw new IllegalStateException("the sign-in page holds no form");
            }
            var form = "login=" + who.replaceFirst(":.*", "") + "&password=" + encoded(who.replaceFirst(".*?:", ""))
                    + "&_csrf=" + encoded(door.group(1));
            var inside = browser.send(
                    HttpRequest.newBuilder(URI.create(url + "/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var menu = MENU.matcher(inside.body());
            if (!menu.find()) {
                throw new IllegalStateException(who + " is not let in: " + inside.statusCode());
            }
            var paths = links(menu.group());
            paths.forEach(this::learn);
            for (var path : paths) {
                links(ask(path).body()).stream().filter(link -> !link.contains("?")).forEach(this::learn);
            }
        }

        void turn(boolean counts) {
            var kinds = List.copyOf(known.keySet());
            var kind = kinds.get(choice.nextInt(kinds.size()));
            var paths = List.copyOf(known.get(kind));
            var path = paths.get(choice.nextInt(paths.size()));
            var began = System.nanoTime();
            try {
                var answer = ask(path);
                if (!counts) {
                    return;
                }
                if (answer.statusCode() == 200 && path.startsWith(answer.uri().getPath())) {
                    count(kind, (System.nanoTime() - began) / 1e6);
                } else {
                    count(answer.statusCode() + " of " + answer.uri().getPath() + " for " + path);
                }
            } catch (IOException failed) {
                count(failed + " for " + path);
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        }

        void learn(String path) {
            var some = known.computeIfAbsent(kind(path), none -> new TreeSet<>());
            if (some.size() < MOST_OF_A_KIND) {
                some.add(path);
            }
        }

        HttpResponse<String> ask(String path) throws IOException, InterruptedException {
            return browser.send(
                    HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html").build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    static Collection<String> links(String page) {
        var links = new TreeSet<String>();
        var found = LINK.matcher(page);
        while (found.find()) {
            var link = found.group(1).replace("&amp;", "&");
            if (!ELSEWHERE.matcher(link).matches()) {
                links.add(link);
            }
        }
        return links;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
