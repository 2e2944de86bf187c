package vigie.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.words.Refusal;

/** The persons whom Vigie knows and the roles they hold. Who calls must have checked that the caller may. */
@Component
public class People {
    private final JdbcClient sql;

    People(JdbcClient sql) {
        this.sql = sql;
    }

    /** The person as an actor; empty where there is none of this number, or they are no longer active. */
    public Optional<Actor> actor(long person) {
        return sql.sql("select id, login, name from people.person where id = :id and active")
                .param("id", person)
                .query((row, index) -> new Actor(row.getLong(1), row.getString(2), row.getString(3), Set.of(), null))
                .optional()
                .map(actor -> new Actor(actor.person(), actor.login(), actor.name(), grants(person), null));
    }

    /** The active person who signs in by this name. */
    public Optional<Actor> named(String login) {
        return sql.sql("select id from people.person where login = :login and active")
                .param("login", login)
                .query(Long.class)
                .optional()
                .flatMap(this::actor);
    }

    /** The active person of this mail address, case aside. */
    public Optional<Actor> ofMail(String address) {
        return sql.sql("select id from people.person where lower(mail) = lower(:mail) and active limit 1")
                .param("mail", address)
                .query(Long.class)
                .optional()
                .flatMap(this::actor);
    }

    /** The mail addresses of all active persons who hold the role everywhere. */
    public List<String> mailOf(Role role) {
        return sql.sql("""
                select distinct p.mail from people.person p join people.role_held r on r.person = p.id
                 where r.role = :role and r.site = 0 and p.active and p.mail <> '' order by 1
                """).param("role", role.name()).query(String.class).list();
    }

    /** The person of this number, active or not. */
    public Optional<Person> person(long id) {
        return sql.sql("select id, login, name, mail, active from people.person where id = :id")
                .param("id", id)
                .query(Person.class)
                .optional();
    }

    /** The language that the active person of this mail address, case aside, wants their letters in. */
    public Optional<String> languageOf(String address) {
        return sql.sql("""
                select language from people.person
                 where lower(mail) = lower(:mail) and active and language <> '' order by id limit 1
                """).param("mail", address).query(String.class).optional();
    }

    /** The language that a person wants their letters in; empty where they have not said. */
    public String language(long person) {
        return sql.sql("select language from people.person where id = :id")
                .param("id", person)
                .query(String.class)
                .single();
    }

    /** Says in which language letters to a person are written: {@code fr}, {@code en}, or empty for that of the house. */
    @Transactional
    public void setLanguage(long person, String language) {
        sql.sql("update people.person set language = :language where id = :id")
                .param("language", language)
                .param("id", person)
                .update();
    }

    /** All persons of a mail address, case aside, active or not. */
    public List<Person> allOfMail(String address) {
        return sql.sql("select id, login, name, mail, active from people.person where lower(mail) = lower(:mail)")
                .param("mail", address)
                .query(Person.class)
                .list();
    }

    /** Whether a login belongs to somebody, active or not. */
    public boolean isTaken(String login) {
        return sql.sql("select exists (select 1 from people.person where login = :login)")
                .param("login", login)
                .query(Boolean.class)
                .single();
    }

    /** The roles of everyone who holds any, by the person's number. */
    public Map<Long, Set<Grant>> grants() {
        var held = new HashMap<Long, Set<Grant>>();
        sql.sql("select person, role, site, vo from people.role_held").query(row -> {
            held.computeIfAbsent(row.getLong(1), person -> new HashSet<>())
                    .add(new Grant(Role.valueOf(row.getString(2)), row.getLong(3), row.getString(4)));
        });
        return held;
    }

    /**
     * Refuses a change that leaves no active administrator. To be asked after the change and in its transaction, which
     * it thereby rolls back; two such changes at once wait for each other.
     */
    @Transactional
    public void mustKeepAnAdministrator() {
        sql.sql("select pg_advisory_xact_lock(hashtext('people.administrator'))")
                .query((row, index) -> true)
                .single();
        var left = sql.sql("""
                select count(*) from people.person p join people.role_held r on r.person = p.id
                 where p.active and r.role = :role and r.site = 0
                """)
                .param("role", Role.ADMINISTRATOR.name())
                .query(Long.class)
                .single();
        if (left == 0) {
            throw Refusal.conflict("people.last-administrator");
        }
    }

    /** Everyone, by name, active or not. */
    public List<Person> everyone() {
        return sql.sql("select id, login, name, mail, active from people.person order by name, id")
                .query(Person.class)
                .list();
    }

    /** Adds a person; answers their number. A login already taken is refused by the database. */
    @Transactional
    public long add(String login, String name, String mail) {
        return sql.sql("""
                insert into people.person (login, name, mail) values (:login, :name, :mail) returning id
                """)
                .param("login", login)
                .param("name", name)
                .param("mail", mail)
                .query(Long.class)
                .single();
    }

    /** Gives a role; giving it twice is giving it once. */
    @Transactional
    public void give(long person, Grant grant) {
        sql.sql("""
                insert into people.role_held (person, role, site, vo) values (:person, :role, :site, :vo)
                on conflict do nothing
                """)
                .param("person", person)
                .param("role", grant.role().name())
                .param("site", grant.site())
                .param("vo", grant.vo())
                .update();
    }

    /** Takes a role away. */
    @Transactional
    public void take(long person, Grant grant) {
        sql.sql("delete from people.role_held where person = :person and role = :role and site = :site and vo = :vo")
                .param("person", person)
                .param("role", grant.role().name())
                .param("site", grant.site())
                .param("vo", grant.vo())
                .update();
    }

    /** Lets a person in or keeps them out; what they did stays theirs. */
    @Transactional
    public void setActive(long person, boolean active) {
        sql.sql("update people.person set active = :active where id = :id")
                .param("active", active)
                .param("id", person)
                .update();
    }

    /** The roles that a person holds, active or not. */
    public Set<Grant> grants(long person) {
        return new HashSet<>(sql.sql("select role, site, vo from people.role_held where person = :id")
                .param("id", person)
                .query((row, index) -> new Grant(Role.valueOf(row.getString(1)), row.getLong(2), row.getString(3)))
                .list());
    }
}
