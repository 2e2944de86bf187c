package vigie.demo;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;
import vigie.account.Accounts;
import vigie.account.Tokens;
import vigie.people.Grant;
import vigie.people.People;
import vigie.people.Right;
import vigie.people.Role;
import vigie.registry.Federation;

/** The people of the demonstration; none of them exists. */
@Component
class Cast {
    /** One of them. */
    record Player(String login, String name, Role role) {
        String password() {
            return "demo-" + login + "-2013";
        }
    }

    static final List<Player> ALL = List.of(
            new Player("odile", "Odile Marchand", Role.ADMINISTRATOR),
            new Player("maud", "Maud Teissier", Role.NGI_MANAGER),
            new Player("ada", "Ada Lormont", Role.DUTY_OPERATOR),
            new Player("gilles", "Gilles Barrault", Role.SITE_ADMINISTRATOR),
            new Player("yves", "Yves Kermadec", Role.SECURITY_OFFICER),
            new Player("salma", "Salma Haddadi", Role.VO_MANAGER),
            new Player("luc", "Luc Fontanel", Role.READER));

    private static final String SITE_OF_GILLES = "IN2P3-LPC";

    private final Accounts accounts;
    private final People people;
    private final Tokens tokens;
    private final Federation federation;

    Cast(Accounts accounts, People people, Tokens tokens, Federation federation) {
        this.accounts = accounts;
        this.people = people;
        this.tokens = tokens;
        this.federation = federation;
    }

    /** Opens the accounts that are not there yet. */
    void enter() {
        for (var player : ALL) {
            if (!people.isTaken(player.login())) {
                accounts.open(
                        player.login(),
                        player.name(),
                        player.login() + "@example.org",
                        player.password(),
                        player.role());
            }
        }
    }

    /** Gives Gilles his site, once the registry knows it. */
    void takePlaces() {
        var gilles = people.named("gilles");
        var site = federation.siteNamed(SITE_OF_GILLES);
        if (gilles.isPresent() && site.isPresent()) {
            var person = gilles.get().person();
            people.give(
                    person, Grant.over(Role.SITE_ADMINISTRATOR, site.get().id().value()));
            people.take(person, Grant.everywhere(Role.SITE_ADMINISTRATOR));
        }
    }

    /** A token by which one of them acts, with all rights that they hold, for a day. */
    String token(String login) {
        var who = people.named(login).orElseThrow();
        return tokens.make(who.person(), "demonstration", EnumSet.allOf(Right.class), Duration.ofDays(1));
    }

    /** A token of the administrator with all rights; made anew at each start. */
    String token() {
        var odile = people.named("odile").orElseThrow();
        return tokens.make(odile.person(), "demonstration", EnumSet.allOf(Right.class), Duration.ofDays(7));
    }
}
