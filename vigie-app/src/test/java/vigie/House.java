package vigie;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import vigie.account.Accounts;
import vigie.people.Grant;
import vigie.people.People;
import vigie.people.Role;
import vigie.timekeeper.MovableClock;
import vigie.timekeeper.Timekeeper;

/** What the tests hold in their hands: the clock, the post, and the visitors. */
@TestConfiguration
public class House {
    /** The password of every visitor. */
    public static final String PASSWORD = "a password of the tests";

    /** When the first test begins: 19 March 2013, 09:00 in Paris. */
    public static final Instant BEGIN = Instant.parse("2013-03-19T08:00:00Z");

    private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();

    @Bean
    MovableClock movableClock() {
        return new MovableClock(BEGIN);
    }

    @Bean(destroyMethod = "stop")
    GreenMail post() {
        var post = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        post.setUser("vigie@example.org", "vigie", "post-password");
        post.setUser("list@example.org", "list", "list-password");
        post.start();
        return post;
    }

    @Bean
    DynamicPropertyRegistrar postAddress(GreenMail post) {
        return registry -> {
            registry.add("spring.mail.port", () -> post.getSmtp().getPort());
            registry.add("vigie.mail.imap.port", () -> post.getImap().getPort());
            registry.add("vigie.mail.imap.host", () -> "127.0.0.1");
            registry.add("vigie.mail.imap.user", () -> "vigie");
            registry.add("vigie.mail.imap.password", () -> "post-password");
            registry.add("vigie.mail.imap.ssl", () -> "false");
            registry.add("vigie.mail.imap.every", () -> "PT0.3S");
            registry.add("vigie.help.imap.port", () -> post.getImap().getPort());
            registry.add("vigie.help.imap.host", () -> "127.0.0.1");
            registry.add("vigie.help.imap.user", () -> "list");
            registry.add("vigie.help.imap.password", () -> "list-password");
            registry.add("vigie.help.imap.ssl", () -> "false");
            registry.add("vigie.help.imap.every", () -> "PT0.3S");
            registry.add("vigie.help.list", () -> "list@example.org");
            registry.add("vigie.mail.every", () -> "PT0.1S");
            registry.add("vigie.mail.from", () -> "vigie@example.org");
        };
    }

    @Bean
    @Lazy
    Keys keys(
            MovableClock clock,
            Timekeeper timekeeper,
            GreenMail post,
            Accounts accounts,
            People people,
            JdbcClient sql,
            Environment environment) {
        return new Keys(this, clock, timekeeper, post, accounts, people, sql, environment);
    }

    /** The keys of the house; a test asks for them with {@code @Autowired}. */
    public record Keys(
            House house,
            MovableClock clock,
            Timekeeper timekeeper,
            GreenMail post,
            Accounts accounts,
            People people,
            JdbcClient sql,
            Environment environment) {

        /** Where the house answers. */
        public String url() {
            return "http://localhost:" + environment.getProperty("local.server.port");
        }

        /** Lets time go by; every deadline on the way is played, every event heard. */
        public void advance(Duration time) {
            timekeeper.playUntil(clock, clock.instant().plus(time));
        }

        /** Plays what is due now and waits until all events have been heard. */
        public void settle() {
            advance(Duration.ZERO);
        }

        /** A visitor who holds a role everywhere, signed in; the same one each time for the same role. */
        public Visitor as(Role role) {
            return house.visitors.computeIfAbsent(role.name(), name -> {
                var login = "t-" + name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                if (people.named(login).isEmpty()) {
                    accounts.open(login, "Test " + name, login + "@example.org", PASSWORD, role);
                }
                return new Visitor(url()).signIn(login, PASSWORD);
            });
        }

        /** A visitor who holds a role over one site only, signed in. */
        public Visitor over(Role role, long site) {
            return house.visitors.computeIfAbsent(role.name() + site, name -> {
                var login =
                        "t-" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + site;
                if (people.named(login).isEmpty()) {
                    accounts.open(login, "Test " + name, login + "@example.org", PASSWORD, role);
                }
                var person = people.named(login).orElseThrow().person();
                people.take(person, Grant.everywhere(role));
                people.give(person, Grant.over(role, site));
                return new Visitor(url()).signIn(login, PASSWORD);
            });
        }

        /** A visitor who is signed in and holds no role at all. */
        public Visitor withoutRole() {
            return house.visitors.computeIfAbsent("without role", name -> {
                accounts.open("t-without-role", "Test without role", "none@example.org", PASSWORD, Role.READER);
                people.take(people.named("t-without-role").orElseThrow().person(), Grant.everywhere(Role.READER));
                return new Visitor(url()).signIn("t-without-role", PASSWORD);
            });
        }

        /** A visitor who has not signed in. */
        public Visitor nobody() {
            return new Visitor(url());
        }
    }

    /** Waits until it holds, at most a minute. */
    public static void eventually(BooleanSupplier holds) {
        eventually(() -> holds.getAsBoolean() ? Boolean.TRUE : null, "it to hold");
    }

    /** Waits until there is an answer, at most a minute. */
    public static <T> T eventually(Supplier<T> asked, String what) {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            var answer = asked.get();
            if (answer != null) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("waited twenty seconds for " + what);
            }
            try {
                Thread.sleep(25);
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
                throw new AssertionError(told);
            }
        }
    }
}
