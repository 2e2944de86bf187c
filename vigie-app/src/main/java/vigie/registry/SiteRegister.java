package vigie.registry;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Difference.Kind;
import vigie.registry.FormField.Sort;
import vigie.registry.Picture.SiteEntry;
import vigie.words.Refusal;

/**
 * Sites. Who answers for a site says what it is; whether it is certified, and to which infrastructure it belongs, is
 * for those who answer for all. A site is closed by its certification, for good.
 */
@Component
class SiteRegister implements Register {
    private static final List<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
            .sorted()
            .toList();
    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();
    private final SiteTable table;
    private final NgiTable ngis;
    private final Federation federation;
    private final Registrar registrar;
    private final ByHand hand;

    SiteRegister(SiteTable table, NgiTable ngis, Federation federation, Registrar registrar, ByHand hand) {
        this.table = table;
        this.ngis = ngis;
        this.federation = federation;
        this.registrar = registrar;
        this.hand = hand;
    }

    @Override
    public Kind kind() {
        return Kind.SITE;
    }

    @Override
    public String path() {
        return "sites";
    }

    @Override
    public List<Row> rows() {
        return federation.sites().stream()
                .map(site -> new Row(
                        site.id().value(),
                        site.name(),
                        site.officialName(),
                        site.source(),
                        site.status() == CertificationStatus.CLOSED,
                        site.id().value(),
                        "/sites/" + site.name()))
                .toList();
    }

    @Override
    public boolean mayAdd(Actor who) {
        return who.may(Right.EDIT_FEDERATION);
    }

    @Override
    public boolean mayChange(Actor who, Row row) {
        return who.may(Right.EDIT_REGISTRY, row.site());
    }

    @Override
    public Form blank(Actor who, Map<String, String> given) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var fields = new ArrayList<>(fields(SiteEntry.of("", "", ""), "", true));
        fields.add(
                1,
                FormField.of(
                        Sort.CHOICE,
                        "status",
                        "CANDIDATE",
                        Arrays.stream(CertificationStatus.values())
                                .map(Enum::name)
                                .toList()));
        return new Form(0, 0, "", "", false, false, "/sites", fields);
    }

    @Override
    public Form form(Actor who, long id) {
        who.mustBeAllowed(Right.EDIT_REGISTRY, id);
        var version = version(id);
        var site = known(id);
        var entry = table.facts(site.id()).orElseThrow();
        return new Form(
                id,
                version,
                site.name(),
                site.source(),
                false,
                false,
                "/sites/" + site.name(),
                fields(entry, site.source(), who.may(Right.EDIT_FEDERATION)));
    }

    private List<FormField> fields(SiteEntry entry, String owner, boolean all) {
        var fields = new ArrayList<FormField>();
        fields.add(FormField.must("name", entry.name()));
        fields.add(FormField.text("officialName", entry.officialName()));
        if (all) {
            fields.add(FormField.of(Sort.CHOICE, "ngi", entry.ngi(), with("", with(entry.ngi(), names()))));
        }
        fields.add(FormField.of(Sort.PROPOSED, "country", entry.country(), COUNTRIES));
        fields.add(FormField.of(Sort.PROPOSED, "timezone", entry.timezone(), ZONES));
        fields.add(FormField.yes("production", entry.production()));
        fields.add(FormField.text("mail", entry.mail()));
        fields.add(FormField.text("securityMail", entry.securityMail()));
        fields.add(FormField.text("phone", entry.phone()));
        fields.add(FormField.text("home", entry.home()));
        fields.add(FormField.text("scopes", String.join(" ", entry.scopes())));
        fields.add(FormField.lines("properties", entry.properties()));
        return fields.stream().map(field -> field.ownedBy(owner)).toList();
    }

    @Override
    @Transactional
    public long add(Actor who, Written written) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var entry =
                entry(SiteEntry.of("", "", ""), written, CertificationStatus.of(written.text("status", "CANDIDATE")));
        var reason = written.reason();
        hand.begin();
        mustBeFree(entry.name(), 0);
        return registrar.add(who, entry, reason).value();
    }

    @Override
    @Transactional
    public void change(Actor who, long id, Written written) {
        who.mustBeAllowed(Right.EDIT_REGISTRY, id);
        hand.begin();
        var site = known(id);
        if (!site.source().isEmpty()) {
            throw Refusal.conflict("registry.owned", site.name(), site.source());
        }
        var before = table.facts(site.id()).orElseThrow();
        var after = entry(before, written, before.status());
        if (!after.ngi().equals(before.ngi())) {
            who.mustBeAllowed(Right.EDIT_FEDERATION);
        }
        var certifies = written.says("status")
                && !written.text("status", "").equals(before.status().name());
        if (certifies || !after.equals(before)) {
            hand.mustBeAsShown(thing(id, before.name()), written);
        }
        if (certifies) {
            registrar.certify(who, site, written.text("status", ""), written.reason(), Shown.ANY);
            after = after.certified(CertificationStatus.of(written.text("status", "")));
            before = table.facts(site.id()).orElseThrow();
        }
        if (after.equals(before)) {
            return;
        }
        var reason = written.reason();
        mustBeFree(after.name(), id);
        table.set(site.id(), after, "");
        if (!after.name().equals(before.name())) {
            table.keepFormerName(site.id(), before.name(), hand.now());
        }
        hand.changed(who, thing(id, after.name()), before, after, reason);
    }

    @Override
    public long version(long id) {
        return hand.version(Kind.SITE, id);
    }

    @Override
    @Transactional
    public void close(Actor who, long id, Written written) {
        registrar.certify(who, known(id), CertificationStatus.CLOSED.name(), written.reason(), written.shown());
    }

    private static ByHand.Thing thing(long id, String name) {
        return new ByHand.Thing("site:" + id, Kind.SITE, id, name);
    }

    private SiteEntry entry(SiteEntry before, Written written, CertificationStatus status) {
        return new SiteEntry(
                before.key(),
                written.name("name", before.name()),
                written.text("officialName", before.officialName()),
                written.among("ngi", before.ngi(), with("", names())),
                status,
                written.yes("production", before.production()),
                written.among("country", before.country(), with("", COUNTRIES)),
                written.mail("mail", before.mail()),
                written.text("phone", before.phone()),
                written.mail("securityMail", before.securityMail()),
                written.zone("timezone", before.timezone()),
                written.url("home", before.home()),
                written.words("scopes", before.scopes()),
                written.properties("properties", before.properties()));
    }

    private List<String> names() {
        return ngis.kept().stream()
                .filter(ngi -> !ngi.gone())
                .map(ngi -> ngi.entry().name())
                .sorted()
                .toList();
    }

    private static List<String> with(String value, List<String> options) {
        if (options.contains(value)) {
            return options;
        }
        var all = new ArrayList<>(options);
        all.addFirst(value);
        return all;
    }

    private void mustBeFree(String name, long otherThan) {
        if (federation.sites().stream()
                .anyMatch(site -> site.name().equals(name) && site.id().value() != otherThan)) {
            throw Refusal.unreadable("name", "registry.name-taken", name);
        }
    }

    private Site known(long id) {
        return federation.sites().stream()
                .filter(site -> site.id().value() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("registry.unknown-entry", id));
    }
}
