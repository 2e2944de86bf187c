package vigie.registry;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Difference.Kind;
import vigie.registry.Picture.VoEntry;
import vigie.words.Refusal;

/** Virtual organisations and the sites that support them. Results name a VO, so that its name stands. */
@Component
class VoRegister implements Register {
    private final VoTable table;
    private final Federation federation;
    private final ByHand hand;

    VoRegister(VoTable table, Federation federation, ByHand hand) {
        this.table = table;
        this.federation = federation;
        this.hand = hand;
    }

    @Override
    public Kind kind() {
        return Kind.VO;
    }

    @Override
    public String path() {
        return "vos";
    }

    @Override
    public List<Row> rows() {
        return table.kept().stream()
                .map(one -> new Row(
                        one.id(),
                        one.entry().name(),
                        one.entry().description(),
                        "",
                        one.gone(),
                        0,
                        one.gone() ? "" : "/services?vo=" + one.entry().name()))
                .toList();
    }

    @Override
    public boolean mayAdd(Actor who) {
        return who.may(Right.EDIT_FEDERATION);
    }

    @Override
    public boolean mayChange(Actor who, Row row) {
        return mayAdd(who);
    }

    @Override
    public Form blank(Actor who, Map<String, String> given) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        return new Form(0, "", "", false, false, "", fields(new VoEntry("", "", List.of()), true));
    }

    @Override
    public Form form(Actor who, long id) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var kept = kept(id);
        return new Form(id, kept.entry().name(), "", kept.gone(), !kept.gone(), "", fields(kept.entry(), false));
    }

    private List<FormField> fields(VoEntry entry, boolean isNew) {
        var fields = new java.util.ArrayList<FormField>();
        if (isNew) {
            fields.add(FormField.must("name", ""));
        }
        fields.add(FormField.text("description", entry.description()));
        fields.add(
                FormField.of(FormField.Sort.MANY, "sites", String.join("\n", entry.sites()), Sites.names(federation)));
        return fields;
    }

    @Override
    @Transactional
    public long add(Actor who, Written written) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        var name = written.name("name", "");
        var entry = entry(new VoEntry(name, "", List.of()), written);
        var reason = written.reason();
        hand.begin();
        if (table.kept().stream()
                .anyMatch(one -> !one.gone() && one.entry().name().equals(name))) {
            throw Refusal.unreadable("name", "registry.name-taken", name);
        }
        table.put(entry);
        hand.added(who, "vo:" + name, Kind.VO, name, reason);
        return table.kept().stream()
                .filter(one -> one.entry().name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Override
    @Transactional
    public void change(Actor who, long id, Written written) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        hand.begin();
        var kept = kept(id);
        ByHand.mustBeOurs(kept, kept.entry().name());
        var after = entry(kept.entry(), written);
        if (!after.equals(kept.entry())) {
            var reason = written.reason();
            table.put(after);
            hand.changed(who, "vo:" + after.name(), Kind.VO, kept.entry(), after, reason);
        }
    }

    @Override
    @Transactional
    public void close(Actor who, long id, String reason) {
        who.mustBeAllowed(Right.EDIT_FEDERATION);
        hand.begin();
        var kept = kept(id);
        ByHand.mustBeOurs(kept, kept.entry().name());
        table.close(id, hand.now());
        hand.closed(who, "vo:" + kept.entry().name(), Kind.VO, kept.entry().name(), reason);
    }

    private VoEntry entry(VoEntry before, Written written) {
        return new VoEntry(
                before.name(),
                written.text("description", before.description()),
                Sites.known(federation, written.words("sites", before.sites())));
    }

    private Kept<VoEntry> kept(long id) {
        return table.kept().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("registry.unknown-entry", id));
    }
}
