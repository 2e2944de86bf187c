package vigie.account;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Grant;
import vigie.people.People;
import vigie.people.Role;
import vigie.words.Refusal;

/** Local accounts. Passwords are kept as bcrypt hashes and nowhere else. */
@Component
public class Accounts {
    private static final Set<String> LANGUAGES = Set.of("", "fr", "en");
    private static final int SHORTEST = 12;
    /** bcrypt reads 72 bytes and no more; a longer password is refused rather than cut. */
    private static final int LONGEST = 72;
    /** Held against the password where the login is nobody's, so that the answer takes as long. */
    static final String NOBODYS = "$2a$10$7EqJtq98hPqEX7fNZaFWoOhi5l8T4aHcVaaVQ1uSpYh0sVTsQ1i6e";

    private final People people;
    private final JdbcClient sql;
    private final Journal journal;
    private final Tries tries;
    private final Clock clock;
    private final PasswordEncoder encoder = new BCryptPasswordEncoder(10);

    Accounts(People people, JdbcClient sql, Journal journal, Tries tries, Clock clock) {
        this.people = people;
        this.sql = sql;
        this.journal = journal;
        this.tries = tries;
        this.clock = clock;
    }

    /** Adds a person who signs in with a password, and gives them a role everywhere; answers their number. */
    @Transactional
    public long open(String login, String name, String mail, String password, Role role) {
        var person = people.add(login, name, mail);
        setPassword(person, password);
        people.give(person, Grant.everywhere(role));
        return person;
    }

    /** Sets a password of 12 to 72 bytes. */
    @Transactional
    public void setPassword(long person, String password) {
        var length = password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (length < SHORTEST || length > LONGEST) {
            throw Refusal.unreadable("password", "account.password-length", length, SHORTEST, LONGEST);
        }
        sql.sql("""
                insert into account.password (person, hash, set_at) values (:person, :hash, :at)
                on conflict (person) do update
                   set hash = excluded.hash, set_at = excluded.set_at, changes = password.changes + 1
                """)
                .param("person", person)
                .param("hash", encoder.encode(password))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Sets one's own password, for who knows the one before. */
    @Transactional
    void change(Actor actor, String current, String password) {
        if (actor.limit() != null) {
            throw Refusal.notAllowed("account.token.no-password");
        }
        var until = tries.begin(actor.login());
        if (until.isPresent()) {
            throw Refusal.conflict("account.wait", tries.left(until.get()));
        }
        if (check(actor.login(), current).isEmpty()) {
            throw Refusal.unreadable("current", "account.current-wrong");
        }
        tries.wasRight(actor.login());
        setPassword(actor.person(), password);
        journal.write(actor, "person:" + actor.person(), "account.password-changed", "", "", "account.own");
    }

    /** Says in which language one's own letters are written; empty for that of the house. */
    @Transactional
    void write(Actor actor, String language) {
        if (!LANGUAGES.contains(language)) {
            throw Refusal.unreadable("language", "account.language-unknown", language);
        }
        var before = people.language(actor.person());
        if (!before.equals(language)) {
            people.setLanguage(actor.person(), language);
            journal.write(
                    actor, "person:" + actor.person(), "account.language-changed", before, language, "account.own");
        }
    }

    /** How often the password has been changed; 0 where there is none. */
    int changes(long person) {
        return sql.sql("select changes from account.password where person = :person")
                .param("person", person)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Whether a person may sign in by a password; who came through another house may have none. */
    boolean hasPassword(long person) {
        return sql.sql("select exists (select 1 from account.password where person = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** The person of this login where the password is right; takes as long where there is none. */
    Optional<Actor> check(String login, String password) {
        var actor = people.named(login);
        var hash = actor.flatMap(found -> sql.sql("select hash from account.password where person = :person")
                .param("person", found.person())
                .query(String.class)
                .optional());
        var right = encoder.matches(password, hash.orElse(NOBODYS));
        return hash.isPresent() && right ? actor : Optional.empty();
    }

    /** Whether nobody has an account yet. */
    public boolean areEmpty() {
        return sql.sql("select not exists (select 1 from account.password)")
                .query(Boolean.class)
                .single();
    }
}
