package vigie.duty;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.People;
import vigie.people.Right;

/** The secret words by which calendars are read from outside: one for each person, shown once, replaced by the next. */
@Component
class Feeds {
    private static final int BYTES = 24;

    private final JdbcClient sql;
    private final People people;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Feeds(JdbcClient sql, People people, Journal journal, Clock clock) {
        this.sql = sql;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    /** Makes a word; the former one is worth nothing from now on. */
    @Transactional
    String make(Actor actor) {
        var bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        var word = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.sql("""
                insert into duty.feed (person, digest, made) values (:person, :digest, :made)
                on conflict (person) do update set digest = excluded.digest, made = excluded.made
                """)
                .param("person", actor.person())
                .param("digest", digest(word))
                .param("made", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        journal.write(actor, "person:" + actor.person(), "duty.deed.feed", "", "", "");
        return word;
    }

    boolean isThere(long person) {
        return sql.sql("select exists (select 1 from duty.feed where person = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** Whether the word is of somebody who is let in and may read. */
    boolean opens(String word) {
        return sql.sql("select person from duty.feed where digest = :digest")
                .param("digest", digest(word))
                .query(Long.class)
                .optional()
                .flatMap(people::actor)
                .filter(actor -> actor.may(Right.READ))
                .isPresent();
    }

    private static String digest(String word) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
