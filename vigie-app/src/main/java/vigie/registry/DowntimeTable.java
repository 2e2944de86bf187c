package vigie.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.Picture.DowntimeEntry;
import vigie.registry.Picture.HostAndType;
import vigie.time.Interval;

/** Every statement on announced downtimes. */
@Component
class DowntimeTable {
    private static final String DOWNTIME = """
            select d.*, array(select service from registry.downtime_service a where a.downtime = d.id order by 1)
                     as services
              from registry.downtime d
            """;
    private final JdbcClient sql;

    DowntimeTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<Downtime> during(Interval during) {
        return sql.sql(DOWNTIME + " where d.gone is null and d.ends > :from and d.starts < :to order by d.starts, d.id")
                .param("from", at(during.start()))
                .param("to", at(during.end()))
                .query(DowntimeTable::downtime)
                .list();
    }

    Optional<Downtime> find(long id) {
        return sql.sql(DOWNTIME + " where d.id = :id")
                .param("id", id)
                .query(DowntimeTable::downtime)
                .optional();
    }

    boolean isOut(ServiceId service, Instant moment) {
        return sql.sql("""
                select exists (select 1 from registry.downtime d join registry.downtime_service a on a.downtime = d.id
                                where a.service = :service and d.severity = 'OUTAGE' and d.gone is null
                                  and d.starts <= :at and d.ends > :at)
                """)
                .param("service", service.value())
                .param("at", at(moment))
                .query(Boolean.class)
                .single();
    }

    long add(SiteId site, Collection<ServiceId> services, DowntimeEntry entry, String source) {
        var id = bind(sql.sql("""
                insert into registry.downtime (site, severity, scheduled, description, starts, ends, announced,
                                               source, key)
                values (:site, :severity, :scheduled, :description, :starts, :ends, :announced, :source, :key)
                returning id
                """), site, entry)
                .param("source", source)
                .query(Long.class)
                .single();
        setServices(id, services);
        return id;
    }

    /** What was announced by hand under a key. */
    Optional<Long> announced(String key) {
        return key.isEmpty()
                ? Optional.empty()
                : sql.sql("select id from registry.downtime where source = '' and key = :key")
                        .param("key", key)
                        .query(Long.class)
                        .optional();
    }

    List<Kept<DowntimeEntry>> kept() {
        return sql.sql("""
                select d.*, s.name as site_name,
                       array(select v.host from registry.downtime_service a join registry.service v on v.id = a.service
                              where a.downtime = d.id order by v.host, v.type) as hosts,
                       array(select v.type from registry.downtime_service a join registry.service v on v.id = a.service
                              where a.downtime = d.id order by v.host, v.type) as types
                  from registry.downtime d join registry.site s on s.id = d.site
                 order by d.id
                """)
                .query((row, index) -> new Kept<>(
                        row.getLong("id"), row.getString("source"), row.getObject("gone") != null, entry(row)))
                .list();
    }

    void remove(long id, Instant at) {
        sql.sql("update registry.downtime set gone = :at where id = :id")
                .param("id", id)
                .param("at", at(at))
                .update();
    }

    void end(long id, Instant at) {
        sql.sql("update registry.downtime set ends = :at where id = :id")
                .param("id", id)
                .param("at", at(at))
                .update();
    }

    boolean isGone(long id) {
        return sql.sql("select gone is not null from registry.downtime where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    String owner(long id) {
        return sql.sql("select source from registry.downtime where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Sets everything, the owner too; a downtime that had gone is back. */
    void set(long id, SiteId site, Collection<ServiceId> services, DowntimeEntry entry, String source) {
        bind(sql.sql("""
                update registry.downtime
                   set site = :site, severity = :severity, scheduled = :scheduled, description = :description,
                       starts = :starts, ends = :ends, announced = :announced, source = :source,
                       key = case when :key = '' then key else :key end, gone = null
                 where id = :id
                """), site, entry).param("id", id).param("source", source).update();
        setServices(id, services);
    }

    private void setServices(long id, Collection<ServiceId> services) {
        sql.sql("delete from registry.downtime_service where downtime = :id")
                .param("id", id)
                .update();
        sql.sql("""
                insert into registry.downtime_service (downtime, service)
                select :id, service from unnest(:services::bigint[]) as service on conflict do nothing
                """)
                .param("id", id)
                .param("services", services.stream().map(ServiceId::value).toArray(Long[]::new))
                .update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, SiteId site, DowntimeEntry entry) {
        return statement
                .param("site", site.value())
                .param("severity", entry.severity().name())
                .param("scheduled", entry.scheduled())
                .param("description", entry.description())
                .param("starts", at(entry.during().start()))
                .param("ends", at(entry.during().end()))
                .param("announced", at(entry.announced()))
                .param("key", entry.key());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static DowntimeEntry entry(ResultSet row) throws SQLException {
        var hosts = (String[]) row.getArray("hosts").getArray();
        var types = (String[]) row.getArray("types").getArray();
        return new DowntimeEntry(
                row.getString("key"),
                row.getString("site_name"),
                IntStream.range(0, hosts.length)
                        .mapToObj(service -> new HostAndType(hosts[service], types[service]))
                        .sorted()
                        .toList(),
                Downtime.Severity.valueOf(row.getString("severity")),
                row.getBoolean("scheduled"),
                row.getString("description"),
                during(row),
                row.getObject("announced", OffsetDateTime.class).toInstant());
    }

    private static Interval during(ResultSet row) throws SQLException {
        return new Interval(
                row.getObject("starts", OffsetDateTime.class).toInstant(),
                row.getObject("ends", OffsetDateTime.class).toInstant());
    }

    private static Downtime downtime(ResultSet row, int index) throws SQLException {
        var services = (Long[]) row.getArray("services").getArray();
        return new Downtime(
                row.getLong("id"),
                new SiteId(row.getLong("site")),
                Arrays.stream(services).map(ServiceId::new).collect(Collectors.toUnmodifiableSet()),
                Downtime.Severity.valueOf(row.getString("severity")),
                row.getBoolean("scheduled"),
                row.getString("description"),
                during(row),
                row.getObject("announced", OffsetDateTime.class).toInstant());
    }
}
