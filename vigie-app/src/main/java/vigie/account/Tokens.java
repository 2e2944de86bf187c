package vigie.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.People;
import vigie.people.Right;
import vigie.timekeeper.TrueTime;
import vigie.words.Refusal;

/**
 * API tokens: shown once, kept as a SHA-256 hash, bound to some of their owner's rights, and ended by a date. A token
 * never does more than its owner may at that moment. They keep true time, also in a demonstration.
 */
@Component
public class Tokens {
    private static final SecureRandom CHANCE = new SecureRandom();

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final int SHOWN = 14;

    private final JdbcClient sql;
    private final People people;
    private final Journal journal;
    private final Clock clock;

    Tokens(JdbcClient sql, People people, Journal journal, TrueTime time) {
        this.sql = sql;
        this.people = people;
        this.journal = journal;
        this.clock = time.clock();
    }

    /** Makes a token; answers its text, which is shown this once. */
    @Transactional
    public String make(long person, String label, Set<Right> rights, Duration life) {
        var bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        var text = "vigie_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        sql.sql("""
                insert into account.token (person, label, starts, hash, rights, made, expires)
                values (:person, :label, :starts, :hash, :rights, :made, :expires)
                """)
                .param("person", person)
                .param("label", label)
                .param("starts", text.substring(0, SHOWN))
                .param("hash", hash(text))
                .param("rights", names(rights))
                .param("made", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(life).atOffset(ZoneOffset.UTC))
                .update();
        return text;
    }

    /** Makes a token for the one who asks, with some of their own rights; answers its text, which is shown this once. */
    @Transactional
    String makeOwn(Actor actor, String label, Set<Right> rights, Duration life) {
        if (actor.limit() != null) {
            throw Refusal.notAllowed("account.token.makes-none");
        }
        if (label.isBlank() || label.length() > 100) {
            throw Refusal.unreadable("label", "account.token.label-unfit", label.length());
        }
        if (rights.isEmpty()) {
            throw Refusal.unreadable("rights", "account.token.no-right");
        }
        for (var right : rights) {
            if (!actor.may(right)) {
                throw Refusal.unreadable("rights", "account.token.not-yours", right);
            }
        }
        if (life.toDays() < 1 || life.compareTo(LONGEST) > 0) {
            throw Refusal.unreadable("days", "account.token.days-unfit", life.toDays(), LONGEST.toDays());
        }
        var text = make(actor.person(), label.strip(), rights, life);
        journal.write(
                actor,
                "person:" + actor.person(),
                "account.token-made",
                "",
                text.substring(0, SHOWN) + "… " + names(rights) + ", " + life.toDays() + " d",
                label.strip());
        return text;
    }

    /** The tokens of a person, newest first. */
    List<TokenRow> of(long person) {
        return sql.sql("select * from account.token where person = :person order by id desc")
                .param("person", person)
                .query((row, index) -> {
                    var expires = row.getObject("expires", OffsetDateTime.class).toInstant();
                    var used = row.getObject("used", OffsetDateTime.class);
                    return new TokenRow(
                            row.getLong("id"),
                            row.getString("label"),
                            row.getString("starts"),
                            List.copyOf(rights(row.getString("rights"))),
                            row.getObject("made", OffsetDateTime.class).toInstant(),
                            expires,
                            used == null ? null : used.toInstant(),
                            !expires.isAfter(clock.instant()));
                })
                .list();
    }

    /** Ends a token of a person at once; one that is not theirs is not found. */
    @Transactional
    void revoke(Actor who, long person, long token) {
        if (who.person() != person) {
            who.mustBeAllowed(Right.MANAGE_ACCOUNTS);
        }
        var starts = sql.sql("delete from account.token where id = :id and person = :person returning starts")
                .param("id", token)
                .param("person", person)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("account.token.unknown", token));
        journal.write(who, "person:" + person, "account.token-revoked", starts + "…", "", "account.token-revoked");
    }

    /** The owner of a token, bound to its rights; empty where it is unknown, ended, or its owner is kept out. */
    Optional<Actor> bearer(String text) {
        record Found(long id, long person, String rights, OffsetDateTime expires, boolean fresh) {}
        return sql.sql("""
                select id, person, rights, expires, coalesce(used > :hour, false) as fresh from account.token where hash = :hash
                """)
                .param("hash", hash(text))
                .param("hour", clock.instant().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .query(Found.class)
                .optional()
                .filter(found -> found.expires().toInstant().isAfter(clock.instant()))
                .flatMap(found -> people.actor(found.person()).map(owner -> {
                    if (!found.fresh()) {
                        wasUsed(found.id());
                    }
                    return new Actor(
                            owner.person(), owner.login(), owner.name(), owner.grants(), rights(found.rights()));
                }));
    }

    /** Written at most once an hour, so that a busy token costs nothing. */
    private void wasUsed(long token) {
        sql.sql("update account.token set used = :now where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", token)
                .update();
    }

    private static Set<Right> rights(String names) {
        return Arrays.stream(names.split(","))
                .map(Right::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
    }

    private static String names(Set<Right> rights) {
        return rights.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
