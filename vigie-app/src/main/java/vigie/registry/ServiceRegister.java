package vigie.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Difference.Kind;
import vigie.registry.FormField.Sort;
import vigie.registry.Picture.ServiceEntry;
import vigie.registry.Picture.VoEntry;
import vigie.words.Refusal;

/** Services. Which VOs a service serves belongs to no source, so that it may also be said of a service of GOCDB. */
@Component
class ServiceRegister implements Register {
    private final ServiceTable table;
    private final TypeTable types;
    private final VoTable vos;
    private final Federation federation;
    private final ByHand hand;

    ServiceRegister(ServiceTable table, TypeTable types, VoTable vos, Federation federation, ByHand hand) {
        this.table = table;
        this.types = types;
        this.vos = vos;
        this.federation = federation;
        this.hand = hand;
    }

    @Override
    public Kind kind() {
        return Kind.SERVICE;
    }

    @Override
    public String path() {
        return "services";
    }

    @Override
    public List<Row> rows() {
        return table.rows();
    }

    @Override
    public boolean mayAdd(Actor who) {
        return who.may(Right.EDIT_REGISTRY);
    }

    @Override
    public boolean mayChange(Actor who, Row row) {
        return who.may(Right.EDIT_REGISTRY, row.site());
    }

    @Override
    public Form blank(Actor who, Map<String, String> given) {
        who.mustBeAllowed(Right.EDIT_REGISTRY);
        var mine = federation.sites().stream()
                .filter(site -> who.may(Right.EDIT_REGISTRY, site.id().value()))
                .map(Site::name)
                .toList();
        var fields = new ArrayList<FormField>();
        fields.add(FormField.of(Sort.CHOICE, "site", given.getOrDefault("site", ""), mine));
        fields.addAll(fields(ServiceEntry.of("", "", "", null, ""), List.of(), ""));
        return new Form(0, 0, "", "", false, false, "/services", fields);
    }

    @Override
    public Form form(Actor who, long id) {
        var version = version(id);
        var kept = kept(who, id);
        return new Form(
                id,
                version,
                kept.entry().host() + " " + kept.entry().type(),
                kept.source(),
                kept.gone(),
                kept.source().isEmpty() && !kept.gone(),
                "/services/" + id,
                fields(kept.entry(), vos.of(new ServiceId(id)), kept.source()));
    }

    private List<FormField> fields(ServiceEntry entry, List<String> served, String owner) {
        var fields = new ArrayList<FormField>();
        fields.add(FormField.must("host", entry.host()).ownedBy(owner));
        fields.add(FormField.of(Sort.CHOICE, "type", entry.type(), known(entry.type()))
                .ownedBy(owner));
        fields.add(FormField.text("url", entry.url()).ownedBy(owner));
        fields.add(
                FormField.text("port", entry.port() == null ? "" : entry.port().toString())
                        .ownedBy(owner));
        fields.add(FormField.yes("production", entry.production()).ownedBy(owner));
        fields.add(FormField.yes("monitored", entry.monitored()).ownedBy(owner));
        fields.add(FormField.text("scopes", String.join(" ", entry.scopes())).ownedBy(owner));
        fields.add(FormField.lines("properties", entry.properties()).ownedBy(owner));
        fields.add(FormField.of(
                Sort.MANY,
                "vos",
                String.join("\n", served),
                vos.all().stream().map(VoEntry::name).toList()));
        return fields;
    }

    @Override
    @Transactional
    public long add(Actor who, Written written) {
        var name = written.required("site", "");
        var site = federation.sites().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.unreadable("site", "registry.unknown-site", name));
        who.mustBeAllowed(Right.EDIT_REGISTRY, site.id().value());
        var entry = entry(ServiceEntry.of(name, "", "", null, ""), written);
        var served = served(written, List.of());
        var reason = written.reason();
        hand.begin();
        mustBeFree(entry, 0);
        var id = table.gone(site.id(), entry.host(), entry.type())
                .map(gone -> {
                    table.set(gone, site.id(), entry, "");
                    return gone;
                })
                .orElseGet(() -> table.add(site.id(), entry, ""));
        vos.set(id, served);
        hand.added(who, thing(site.id(), id.value(), entry), reason);
        return id.value();
    }

    @Override
    @Transactional
    public void change(Actor who, long id, Written written) {
        hand.begin();
        var kept = kept(who, id);
        var before = kept.entry();
        var service = federation.service(new ServiceId(id)).orElseThrow();
        var thing = thing(service.site(), id, before);
        if (kept.gone()) {
            throw Refusal.conflict("registry.closed-already", before.host());
        }
        var after = kept.source().isEmpty() ? entry(before, written) : untouched(kept, written);
        var served = vos.of(service.id());
        var serves = served(written, served);
        if (!after.equals(before) || !serves.equals(served)) {
            hand.mustBeAsShown(thing, written);
        }
        if (!after.equals(before)) {
            var reason = written.reason();
            mustBeFree(after, id);
            table.set(service.id(), service.site(), after, "");
            hand.changed(who, thing, before, after, reason);
        }
        if (!serves.equals(served)) {
            var reason = written.reason();
            vos.set(service.id(), serves);
            hand.changed(who, thing, new Serves(served), new Serves(serves), reason);
        }
    }

    /** The VOs of a service, as the journal tells them. */
    public record Serves(List<String> vos) {}

    /** What a source owns may be sent along as it is, but not changed. */
    private static ServiceEntry untouched(Kept<ServiceEntry> kept, Written written) {
        var said = List.of("host", "type", "url", "port", "production", "monitored", "scopes", "properties");
        if (said.stream().anyMatch(written::says)) {
            throw Refusal.conflict("registry.owned", kept.entry().host(), kept.source());
        }
        return kept.entry();
    }

    @Override
    public long version(long id) {
        return hand.version(Kind.SERVICE, id);
    }

    @Override
    @Transactional
    public void close(Actor who, long id, Written written) {
        var reason = written.reason();
        hand.begin();
        var kept = kept(who, id);
        var service = federation.service(new ServiceId(id)).orElseThrow();
        var thing = thing(service.site(), id, kept.entry());
        ByHand.mustBeOurs(kept, thing.name());
        hand.mustBeAsShown(thing, written);
        table.remove(service.id(), hand.now());
        hand.closed(who, thing, reason);
    }

    private static ByHand.Thing thing(SiteId site, long id, ServiceEntry entry) {
        return new ByHand.Thing("site:" + site, Kind.SERVICE, id, entry.host() + " " + entry.type());
    }

    private ServiceEntry entry(ServiceEntry before, Written written) {
        return new ServiceEntry(
                before.key(),
                before.site(),
                written.host("host", before.host()),
                written.among("type", before.type(), known("")),
                written.port("port", before.port()),
                written.url("url", before.url()),
                written.yes("production", before.production()),
                written.yes("monitored", before.monitored()),
                written.words("scopes", before.scopes()),
                before.endpoints(),
                written.properties("properties", before.properties()));
    }

    private List<String> served(Written written, List<String> before) {
        var known = vos.all().stream().map(VoEntry::name).toList();
        var wanted = written.words("vos", before);
        for (var vo : wanted) {
            if (!known.contains(vo)) {
                throw Refusal.unreadable("vos", "registry.unknown-vo", vo);
            }
        }
        return wanted;
    }

    private List<String> known(String current) {
        return types.kept().stream()
                .filter(type -> !type.gone() || type.entry().name().equals(current))
                .map(type -> type.entry().name())
                .toList();
    }

    private void mustBeFree(ServiceEntry entry, long otherThan) {
        var there = federation.serviceAt(entry.site(), entry.host(), entry.type());
        if (there.isPresent() && there.get().id().value() != otherThan) {
            throw Refusal.unreadable("host", "registry.service-twice", entry.site(), entry.type(), entry.host());
        }
    }

    private Kept<ServiceEntry> kept(Actor who, long id) {
        var service = federation
                .service(new ServiceId(id))
                .orElseThrow(() -> Refusal.notFound("registry.no-such-service", id));
        who.mustBeAllowed(Right.EDIT_REGISTRY, service.site().value());
        return table.kept(service.id()).orElseThrow();
    }
}
