package vigie.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Grant;
import vigie.people.People;
import vigie.people.Role;
import vigie.timekeeper.TrueTime;
import vigie.words.Refusal;

/**
 * While nobody has an account, whoever sees the console of Vigie may open the first: by a link that works once, for a
 * day of true time. It is kept in memory only: a new start makes a new one.
 */
@Component
class FirstAdministrator {
    static final Duration LIFE = Duration.ofHours(24);
    private static final SecureRandom CHANCE = new SecureRandom();

    private record Link(String secret, Instant ends) {}

    private final People people;
    private final Accounts accounts;
    private final AccountChanges changes;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final TrueTime time;
    private @Nullable Link link;

    FirstAdministrator(
            People people,
            Accounts accounts,
            AccountChanges changes,
            Journal journal,
            TransactionTemplate transaction,
            TrueTime time) {
        this.people = people;
        this.accounts = accounts;
        this.changes = changes;
        this.journal = journal;
        this.transaction = transaction;
        this.time = time;
    }

    /** Makes the link and answers its path; one made before no longer works. */
    synchronized String path() {
        var bytes = new byte[24];
        CHANCE.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        link = new Link(secret, time.clock().instant().plus(LIFE));
        return "/welcome/" + secret;
    }

    /** Refuses a link that is not the one, has ended, or comes after the first account. */
    synchronized void mustBe(String secret) {
        var known = link;
        if (known == null
                || !MessageDigest.isEqual(
                        known.secret().getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8))
                || !known.ends().isAfter(time.clock().instant())
                || !accounts.areEmpty()) {
            throw Refusal.notFound("account.welcome.ended");
        }
    }

    /** Opens the first account; the link has then done its work. A refusal leaves the link as it was. */
    synchronized void open(String secret, String login, String name, String mail, String password) {
        mustBe(secret);
        transaction.executeWithoutResult(status -> {
            var person = changes.addPerson(login, name, mail);
            accounts.setPassword(person, password);
            people.give(person, Grant.everywhere(Role.ADMINISTRATOR));
            journal.write(
                    Actor.HOUSE, "person:" + person, "account.added", "", login + " · ADMINISTRATOR", "account.first");
        });
        link = null;
    }
}
