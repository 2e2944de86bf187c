package vigie.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.Picture.SiteEntry;

/** Every statement on sites, their former names and their certification. */
@Component
class SiteTable {
    private static final String SITE =
            "select id, name, official_name, ngi, certification, production, country, mail, source from registry.site ";
    private final JdbcClient sql;

    SiteTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<Site> all() {
        return sql.sql(SITE + "where gone is null order by name")
                .query(SiteTable::site)
                .list();
    }

    Optional<Site> find(SiteId id) {
        return sql.sql(SITE + "where id = :id")
                .param("id", id.value())
                .query(SiteTable::site)
                .optional();
    }

    Optional<Site> formerlyNamed(String name) {
        return sql.sql(SITE + """
                where gone is null and id =
                      (select site from registry.site_name where name = :name order by until desc limit 1)
                """).param("name", name).query(SiteTable::site).optional();
    }

    /** The names that sites bore before, with the site that bore each last. */
    Map<String, SiteId> formerNames() {
        var names = new HashMap<String, SiteId>();
        sql.sql("select name, site from registry.site_name order by until").query(row -> {
            names.put(row.getString("name"), new SiteId(row.getLong("site")));
        });
        return names;
    }

    SiteId add(SiteEntry entry, String source) {
        return new SiteId(bind(sql.sql("""
                insert into registry.site (name, official_name, ngi, certification, production, country, mail, phone,
                                           security_mail, timezone, home, scopes, properties, source, key)
                values (:name, :official, :ngi, :certification, :production, :country, :mail, :phone,
                        :security, :timezone, :home, :scopes, :properties, :source, :key)
                returning id
                """), entry)
                .param("source", source)
                .query(Long.class)
                .single());
    }

    List<Kept<SiteEntry>> kept() {
        return sql.sql("select * from registry.site order by id")
                .query((row, index) -> new Kept<>(
                        row.getLong("id"), row.getString("source"), row.getObject("gone") != null, entry(row)))
                .list();
    }

    Optional<SiteEntry> facts(SiteId id) {
        return sql.sql("select * from registry.site where id = :id")
                .param("id", id.value())
                .query((row, index) -> entry(row))
                .optional();
    }

    void remove(SiteId id, Instant at) {
        sql.sql("update registry.site set gone = :at where id = :id")
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Sets everything, the owner too; a site that had gone is back. */
    void set(SiteId id, SiteEntry entry, String source) {
        bind(sql.sql("""
                update registry.site
                   set name = :name, official_name = :official, ngi = :ngi, certification = :certification,
                       production = :production, country = :country, mail = :mail, phone = :phone,
                       security_mail = :security, timezone = :timezone, home = :home, scopes = :scopes,
                       properties = :properties, source = :source,
                       key = case when :key = '' then key else :key end, gone = null
                 where id = :id
                """), entry)
                .param("id", id.value())
                .param("source", source)
                .update();
    }

    void certify(SiteId id, CertificationStatus status) {
        sql.sql("update registry.site set certification = :status where id = :id")
                .param("status", status.name())
                .param("id", id.value())
                .update();
    }

    void keepFormerName(SiteId id, String name, Instant until) {
        sql.sql("""
                insert into registry.site_name (site, name, until) values (:site, :name, :until)
                on conflict (site, name) do update set until = excluded.until
                """)
                .param("site", id.value())
                .param("name", name)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<String> formerNames(SiteId id) {
        return sql.sql("select name from registry.site_name where site = :site order by until desc")
                .param("site", id.value())
                .query(String.class)
                .list();
    }

    void keepStatusChange(
            SiteId id,
            Instant at,
            @Nullable CertificationStatus before,
            CertificationStatus after,
            String who,
            String reason) {
        sql.sql("""
                insert into registry.certification (site, at, before, after, who, reason)
                values (:site, :at, :before, :after, :who, :reason)
                """)
                .param("site", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("before", before == null ? "" : before.name())
                .param("after", after.name())
                .param("who", who)
                .param("reason", reason)
                .update();
    }

    List<SiteChange> statusChanges(Instant from, Instant to) {
        return sql.sql("""
                select c.*, s.name from registry.certification c join registry.site s on s.id = c.site
                 where c.at >= :from and c.at < :to order by c.at, c.id
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(SiteTable::change)
                .list();
    }

    List<SiteChange> statusChanges(SiteId site) {
        return sql.sql("""
                select c.*, s.name from registry.certification c join registry.site s on s.id = c.site
                 where c.site = :site order by c.at desc, c.id desc
                """).param("site", site.value()).query(SiteTable::change).list();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, SiteEntry entry) {
        return statement
                .param("name", entry.name())
                .param("official", entry.officialName())
                .param("ngi", entry.ngi())
                .param("certification", entry.status().name())
                .param("production", entry.production())
                .param("country", entry.country())
                .param("mail", entry.mail())
                .param("phone", entry.phone())
                .param("security", entry.securityMail())
                .param("timezone", entry.timezone())
                .param("home", entry.home())
                .param("scopes", entry.scopes().toArray(String[]::new))
                .param("properties", entry.properties().toArray(String[]::new))
                .param("key", entry.key());
    }

    private static SiteEntry entry(ResultSet row) throws SQLException {
        return new SiteEntry(
                row.getString("key"),
                row.getString("name"),
                row.getString("official_name"),
                row.getString("ngi"),
                CertificationStatus.valueOf(row.getString("certification")),
                row.getBoolean("production"),
                row.getString("country"),
                row.getString("mail"),
                row.getString("phone"),
                row.getString("security_mail"),
                row.getString("timezone"),
                row.getString("home"),
                List.of((String[]) row.getArray("scopes").getArray()),
                List.of((String[]) row.getArray("properties").getArray()));
    }

    private static Site site(ResultSet row, int index) throws SQLException {
        return new Site(
                new SiteId(row.getLong("id")),
                row.getString("name"),
                row.getString("official_name"),
                row.getString("ngi"),
                CertificationStatus.valueOf(row.getString("certification")),
                row.getBoolean("production"),
                row.getString("country"),
                row.getString("mail"),
                row.getString("source"));
    }

    private static SiteChange change(ResultSet row, int index) throws SQLException {
        var before = row.getString("before");
        return new SiteChange(
                new SiteId(row.getLong("site")),
                row.getString("name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                before.isEmpty() ? null : CertificationStatus.valueOf(before),
                CertificationStatus.valueOf(row.getString("after")),
                row.getString("who"),
                row.getString("reason"));
    }
}
