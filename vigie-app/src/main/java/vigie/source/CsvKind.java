package vigie.source;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vigie.registry.Picture.ContactEntry;
import vigie.registry.Picture.DowntimeEntry;
import vigie.registry.Picture.HostAndType;
import vigie.registry.Picture.NgiEntry;
import vigie.registry.Picture.OrganisationEntry;
import vigie.registry.Picture.PersonEntry;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Picture.TypeEntry;
import vigie.registry.Picture.VoEntry;
import vigie.words.Refusal;

/** What a table may be about: the columns it must have and those it may have. Told apart in this order. */
enum CsvKind {
    DOWNTIME("site services severity start end description", "announced key") {
        @Override
        void take(Row row, Draft draft) {
            var during = row.during("start", "end");
            var announced = row.text("announced").isEmpty() ? during.start() : row.moment("announced");
            draft.add(
                    row,
                    new DowntimeEntry(
                            row.text("key"),
                            row.name("site"),
                            services(row),
                            row.severity("severity"),
                            announced.plus(AHEAD).isBefore(during.start()),
                            row.required("description"),
                            during,
                            announced));
        }
    },
    SERVICE("site host type", "port url production monitored scopes properties key") {
        @Override
        void take(Row row, Draft draft) {
            draft.add(
                    row,
                    new ServiceEntry(
                            row.text("key"),
                            row.name("site"),
                            row.host("host"),
                            row.type("type"),
                            row.port("port", row.text("url")),
                            row.text("url"),
                            row.yes("production", true),
                            row.yes("monitored", true),
                            row.list("scopes"),
                            List.of(),
                            row.properties("properties")));
        }
    },
    CONTACT("site role name", "mail phone key") {
        @Override
        void take(Row row, Draft draft) {
            draft.add(
                    row,
                    new ContactEntry(
                            row.text("key"),
                            row.name("site"),
                            row.required("role"),
                            row.required("name"),
                            row.mail("mail"),
                            row.text("phone")));
        }
    },
    SITE(
            "name status",
            "official_name ngi production country mail phone security_mail timezone home scopes properties key") {
        @Override
        void take(Row row, Draft draft) {
            draft.add(
                    row,
                    new SiteEntry(
                            row.text("key"),
                            row.name("name"),
                            row.text("official_name"),
                            row.text("ngi"),
                            row.status("status"),
                            row.yes("production", true),
                            row.text("country"),
                            row.mail("mail"),
                            row.text("phone"),
                            row.mail("security_mail"),
                            row.text("timezone"),
                            row.text("home"),
                            row.list("scopes"),
                            row.properties("properties")));
        }
    },
    ORGANISATION("name kind", "official_name town sites") {
        @Override
        void take(Row row, Draft draft) {
            draft.add(
                    row,
                    new OrganisationEntry(
                            row.required("name"),
                            row.text("official_name"),
                            row.required("kind"),
                            row.text("town"),
                            row.list("sites")));
        }
    },
    NGI("ngi rod_mail", "description mail key") {
        @Override
        void take(Row row, Draft draft) {
            draft.add(
                    row,
                    new NgiEntry(
                            row.text("key"),
                            row.name("ngi"),
                            row.text("description"),
                            row.mail("mail"),
                            row.mail("rod_mail")));
        }
    },
    TYPE("type description", "") {
        @Override
        void take(Row row, Draft draft) {
            draft.add(row, new TypeEntry(row.type("type"), row.text("description")));
        }
    },
    PERSON("spelling name", "") {
        @Override
        void take(Row row, Draft draft) {
            draft.add(row, new PersonEntry(row.required("spelling"), row.required("name")));
        }
    },
    VO("name sites", "description") {
        @Override
        void take(Row row, Draft draft) {
            draft.add(row, new VoEntry(row.name("name"), row.text("description"), row.list("sites")));
        }
    };

    private static final Duration AHEAD = Duration.ofHours(24);

    private final List<String> must;
    private final Set<String> may;

    CsvKind(String must, String may) {
        this.must = List.of(must.split(" "));
        this.may = new TreeSet<>(List.of(may.split(" ")));
    }

    abstract void take(Row row, Draft draft);

    /** The kind that has these columns; a column that no such table has is refused, since it may be a slip. */
    static CsvKind of(String file, List<String> columns) {
        for (var kind : values()) {
            if (columns.containsAll(kind.must)) {
                var unknown = new HashSet<>(columns);
                kind.must.forEach(unknown::remove);
                unknown.removeAll(kind.may);
                if (!unknown.isEmpty()) {
                    throw Refusal.unreadable(
                            "file", "source.unknown-column", file, unknown.toString(), kind.must + " " + kind.may);
                }
                return kind;
            }
        }
        throw Refusal.unreadable(
                "file",
                "source.unknown-table",
                file,
                columns.toString(),
                Arrays.stream(values())
                        .map(kind -> kind.must.toString())
                        .toList()
                        .toString());
    }

    /** Services as {@code host type; host type}. */
    private static List<HostAndType> services(Row row) {
        return row.list("services").stream()
                .map(text -> {
                    var parts = text.split("\\s+");
                    if (parts.length != 2) {
                        throw new RowRefused("services", text, "source.expected.host-and-type");
                    }
                    return new HostAndType(parts[0].toLowerCase(java.util.Locale.ROOT), parts[1]);
                })
                .sorted()
                .toList();
    }
}
