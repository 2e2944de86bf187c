package vigie.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import vigie.registry.Origins.Place;
import vigie.registry.Picture.ContactEntry;
import vigie.registry.Picture.DowntimeEntry;
import vigie.registry.Picture.EndpointEntry;
import vigie.registry.Picture.HostAndType;
import vigie.registry.Picture.NgiEntry;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Picture.TypeEntry;

/** The words of GOCDB's XML, element by element, and what they mean here. What Vigie does not keep is passed over. */
final class GocdbRows {
    private final String file;
    private final Draft draft;

    GocdbRows(String file, Draft draft) {
        this.file = file;
        this.draft = draft;
    }

    void take(Element element) {
        switch (element.name()) {
            case "NGI" -> draft.row(row(element, "NAME"), row -> ngi(row, element));
            case "SITE" -> siteOrContacts(element);
            case "SERVICE_ENDPOINT" -> draft.row(row(element, "HOSTNAME"), row -> service(row, element));
            case "SERVICE_TYPE" -> draft.row(row(element, "SERVICE_TYPE_NAME"), row -> type(row));
            case "DOWNTIME" -> draft.row(row(element, "PRIMARY_KEY"), row -> downtime(row, element));
            default -> {}
        }
    }

    /** Two methods answer with SITE; only the one about contacts is silent on the certification. */
    private void siteOrContacts(Element element) {
        if (element.has("CONTACT") || isBare(element)) {
            draft.speaksOf(List.of(ContactEntry.class));
            for (var contact : element.all("CONTACT")) {
                draft.row(row(contact, "SURNAME"), row -> contact(row, element));
            }
        } else {
            draft.row(row(element, "SHORT_NAME"), row -> site(row, element));
        }
    }

    private static boolean isBare(Element site) {
        return site.children().stream()
                .allMatch(child ->
                        child.name().equals("PRIMARY_KEY") || child.name().equals("SHORT_NAME"));
    }

    private Row row(Element element, String name) {
        return new Row(
                new Place(file, element.line()),
                element.name().toLowerCase(Locale.ROOT) + " " + element.text(name),
                element::text);
    }

    private void ngi(Row row, Element element) {
        draft.speaksOf(List.of(NgiEntry.class));
        draft.add(
                row,
                new NgiEntry(
                        key(row, element),
                        row.name("NAME"),
                        row.text("DESCRIPTION"),
                        row.mail("EMAIL"),
                        row.mail("ROD_EMAIL")));
    }

    private void site(Row row, Element element) {
        draft.speaksOf(List.of(SiteEntry.class));
        draft.add(
                row,
                new SiteEntry(
                        key(row, element),
                        row.name("SHORT_NAME"),
                        row.text("OFFICIAL_NAME"),
                        row.text("ROC"),
                        row.status("CERTIFICATION_STATUS"),
                        row.yes("PRODUCTION_INFRASTRUCTURE", true),
                        row.text("COUNTRY"),
                        row.mail("CONTACT_EMAIL"),
                        row.text("CONTACT_TEL"),
                        row.mail("CSIRT_EMAIL"),
                        row.text("TIMEZONE"),
                        row.text("HOME_URL"),
                        scopes(element),
                        properties(element)));
    }

    private void service(Row row, Element element) {
        draft.speaksOf(List.of(ServiceEntry.class));
        var endpoints = new ArrayList<EndpointEntry>();
        var names = new HashSet<String>();
        for (var endpoint : element.within("ENDPOINTS")) {
            if (names.add(endpoint.text("NAME"))) {
                endpoints.add(new EndpointEntry(
                        endpoint.text("NAME"),
                        endpoint.text("URL"),
                        endpoint.text("INTERFACENAME"),
                        !endpoint.text("ENDPOINT_MONITORED").equals("N"),
                        properties(endpoint)));
            }
        }
        var url = row.text("URL");
        if (url.isEmpty() && !endpoints.isEmpty()) {
            url = endpoints.getFirst().url();
        }
        draft.add(
                row,
                new ServiceEntry(
                        key(row, element),
                        row.name("SITENAME"),
                        row.host("HOSTNAME"),
                        row.type("SERVICE_TYPE"),
                        Row.portOf(url),
                        url,
                        row.yes("IN_PRODUCTION", true),
                        row.yes("NODE_MONITORED", true),
                        scopes(element),
                        List.copyOf(endpoints),
                        properties(element)));
    }

    private void contact(Row row, Element site) {
        var name = (row.text("FORENAME") + " " + row.text("SURNAME")).strip();
        if (name.isEmpty()) {
            throw new RowRefused("SURNAME", "", "source.expected.value");
        }
        var at = site.text("SHORT_NAME").isEmpty()
                ? site.attributes().getOrDefault("NAME", "")
                : site.text("SHORT_NAME");
        draft.add(row, new ContactEntry("", at, row.required("ROLE_NAME"), name, row.mail("EMAIL"), row.text("TEL")));
    }

    private void downtime(Row row, Element element) {
        draft.speaksOf(List.of(DowntimeEntry.class));
        var during = row.during("START_DATE", "END_DATE");
        var nested = element.within("SERVICES");
        if (nested.isEmpty()) {
            draft.add(row, downtime(row, element, row, during));
        }
        for (var service : nested) {
            draft.add(row, downtime(row, element, row(service, "HOSTNAME"), during));
        }
    }

    private DowntimeEntry downtime(Row row, Element element, Row service, vigie.time.Interval during) {
        return new DowntimeEntry(
                key(row, element),
                service.name("HOSTED_BY"),
                List.of(new HostAndType(service.host("HOSTNAME"), service.type("SERVICE_TYPE"))),
                row.severity("SEVERITY"),
                !"UNSCHEDULED".equals(element.attributes().get("CLASSIFICATION")),
                row.required("DESCRIPTION"),
                during,
                row.moment("INSERT_DATE"));
    }

    private static String key(Row row, Element element) {
        var attribute = element.attributes().getOrDefault("PRIMARY_KEY", "");
        return attribute.isEmpty() ? row.required("PRIMARY_KEY") : attribute;
    }

    private void type(Row row) {
        draft.add(row, new TypeEntry(row.type("SERVICE_TYPE_NAME"), row.text("SERVICE_TYPE_DESC")));
    }

    /** Extension properties; a word may come once in GOCDB, and where it comes twice the last value counts. */
    private static List<String> properties(Element element) {
        var words = new java.util.TreeMap<String, String>();
        for (var extension : element.within("EXTENSIONS")) {
            if (!extension.text("KEY").isEmpty()) {
                words.put(extension.text("KEY").replace('=', ' '), extension.text("VALUE"));
            }
        }
        return words.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .toList();
    }

    private static List<String> scopes(Element element) {
        return element.within("SCOPES").stream()
                .map(Element::text)
                .filter(scope -> !scope.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
