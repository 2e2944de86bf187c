package vigie.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vigie.registry.Picture.EndpointEntry;
import vigie.registry.Picture.ServiceEntry;

/** Every statement on services, their types and their addresses. */
@Component
class ServiceTable {
    private static final String SERVICE = """
            select v.id, v.site, s.name as site_name, v.host, v.type, v.port, v.url, v.production, v.monitored
              from registry.service v join registry.site s on s.id = v.site
            """;
    private static final String KEPT = """
            select v.*, s.name as site_name from registry.service v join registry.site s on s.id = v.site
            """;
    private final JdbcClient sql;

    ServiceTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<Service> all() {
        return sql.sql(SERVICE + " where v.gone is null and s.gone is null order by s.name, v.host, v.type")
                .query(ServiceTable::service)
                .list();
    }

    Optional<Service> find(ServiceId id) {
        return sql.sql(SERVICE + " where v.id = :id")
                .param("id", id.value())
                .query(ServiceTable::service)
                .optional();
    }

    void addType(String name) {
        sql.sql("insert into registry.service_type (name) values (:name) on conflict do nothing")
                .param("name", name)
                .update();
    }

    ServiceId add(SiteId site, ServiceEntry entry, String source) {
        addType(entry.type());
        var id = new ServiceId(bind(sql.sql("""
                insert into registry.service (site, host, type, port, url, production, monitored, scopes,
                                              properties, source, key)
                values (:site, :host, :type, :port, :url, :production, :monitored, :scopes, :properties, :source,
                        :key)
                returning id
                """), site, entry)
                .param("source", source)
                .query(Long.class)
                .single());
        setEndpoints(id, entry.endpoints());
        return id;
    }

    List<Kept<ServiceEntry>> kept() {
        var endpoints = new HashMap<Long, List<EndpointEntry>>();
        sql.sql("select * from registry.endpoint order by id").query(row -> {
            endpoints
                    .computeIfAbsent(row.getLong("service"), service -> new ArrayList<>())
                    .add(endpoint(row, 0));
        });
        return sql.sql(KEPT + " order by v.id")
                .query((row, index) -> kept(row, endpoints.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    Optional<Kept<ServiceEntry>> kept(ServiceId id) {
        var endpoints = endpoints(id);
        return sql.sql(KEPT + " where v.id = :id")
                .param("id", id.value())
                .query((row, index) -> kept(row, endpoints))
                .optional();
    }

    private static Kept<ServiceEntry> kept(ResultSet row, List<EndpointEntry> endpoints) throws SQLException {
        return new Kept<>(
                row.getLong("id"),
                row.getString("source"),
                row.getObject("gone") != null,
                new ServiceEntry(
                        row.getString("key"),
                        row.getString("site_name"),
                        row.getString("host"),
                        row.getString("type"),
                        row.getObject("port", Integer.class),
                        row.getString("url"),
                        row.getBoolean("production"),
                        row.getBoolean("monitored"),
                        List.of((String[]) row.getArray("scopes").getArray()),
                        endpoints,
                        List.of((String[]) row.getArray("properties").getArray())));
    }

    /** Every service, closed ones too, as the register lists them. */
    List<Register.Row> rows() {
        return sql.sql("""
                select v.id, v.site, v.host, v.type, v.source, v.gone, s.name as site_name
                  from registry.service v join registry.site s on s.id = v.site where s.gone is null
                 order by v.host, v.type, v.id
                """)
                .query((row, index) -> new Register.Row(
                        row.getLong("id"),
                        row.getString("host") + " " + row.getString("type"),
                        row.getString("site_name"),
                        row.getString("source"),
                        row.getObject("gone") != null,
                        row.getLong("site"),
                        "/services/" + row.getLong("id")))
                .list();
    }

    /** The service of this kind that was closed by hand last; it comes back under its number. */
    Optional<ServiceId> gone(SiteId site, String host, String type) {
        return sql.sql("""
                select id from registry.service
                 where site = :site and host = :host and type = :type and source = '' and gone is not null
                 order by gone desc limit 1
                """)
                .param("site", site.value())
                .param("host", host)
                .param("type", type)
                .query((row, index) -> new ServiceId(row.getLong("id")))
                .optional();
    }

    void remove(ServiceId id, Instant at) {
        sql.sql("update registry.service set gone = :at where id = :id")
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Sets everything, the owner too; a service that had gone is back. */
    void set(ServiceId id, SiteId site, ServiceEntry entry, String source) {
        addType(entry.type());
        bind(sql.sql("""
                update registry.service
                   set site = :site, host = :host, type = :type, port = :port, url = :url, production = :production,
                       monitored = :monitored, scopes = :scopes, properties = :properties, source = :source,
                       key = case when :key = '' then key else :key end, gone = null
                 where id = :id
                """), site, entry)
                .param("id", id.value())
                .param("source", source)
                .update();
        setEndpoints(id, entry.endpoints());
    }

    List<EndpointEntry> endpoints(ServiceId id) {
        return sql.sql("select * from registry.endpoint where service = :id order by id")
                .param("id", id.value())
                .query(ServiceTable::endpoint)
                .list();
    }

    private void setEndpoints(ServiceId id, List<EndpointEntry> endpoints) {
        sql.sql("delete from registry.endpoint where service = :id")
                .param("id", id.value())
                .update();
        for (var endpoint : endpoints) {
            sql.sql("""
                    insert into registry.endpoint (service, name, url, interface, monitored, properties)
                    values (:service, :name, :url, :interface, :monitored, :properties) on conflict do nothing
                    """)
                    .param("service", id.value())
                    .param("name", endpoint.name())
                    .param("url", endpoint.url())
                    .param("interface", endpoint.interfaceName())
                    .param("monitored", endpoint.monitored())
                    .param("properties", endpoint.properties().toArray(String[]::new))
                    .update();
        }
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, SiteId site, ServiceEntry entry) {
        return statement
                .param("site", site.value())
                .param("host", entry.host())
                .param("type", entry.type())
                .param("port", entry.port(), Types.INTEGER)
                .param("url", entry.url())
                .param("production", entry.production())
                .param("monitored", entry.monitored())
                .param("scopes", entry.scopes().toArray(String[]::new))
                .param("properties", entry.properties().toArray(String[]::new))
                .param("key", entry.key());
    }

    private static EndpointEntry endpoint(ResultSet row, int index) throws SQLException {
        return new EndpointEntry(
                row.getString("name"),
                row.getString("url"),
                row.getString("interface"),
                row.getBoolean("monitored"),
                List.of((String[]) row.getArray("properties").getArray()));
    }

    private static Service service(ResultSet row, int index) throws SQLException {
        return new Service(
                new ServiceId(row.getLong("id")),
                new SiteId(row.getLong("site")),
                row.getString("site_name"),
                row.getString("host"),
                row.getString("type"),
                row.getObject("port", Integer.class),
                row.getString("url"),
                row.getBoolean("production"),
                row.getBoolean("monitored"));
    }
}
