package vigie.registry;

import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.registry.Picture.ContactEntry;
import vigie.words.Refusal;

/** Changes the contacts of a site by hand; those that a source owns stay as they are there. */
@Component
class Contacts {
    private static final Pattern MAIL = Pattern.compile("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]{1,190}");
    private static final int LONGEST = 200;
    private final ContactTable table;
    private final Edition edition;
    private final Journal journal;

    Contacts(ContactTable table, Edition edition, Journal journal) {
        this.table = table;
        this.edition = edition;
        this.journal = journal;
    }

    @Transactional
    void add(Actor who, Site site, String role, String name, String mail, String phone) {
        who.mustBeAllowed(Right.EDIT_REGISTRY, site.id().value());
        var entry = new ContactEntry(
                "", site.name(), said("role", role), said("name", name), address(mail), shortEnough("phone", phone));
        edition.lock();
        if (table.of(site.id()).stream()
                .anyMatch(contact ->
                        contact.role().equals(entry.role()) && contact.name().equals(entry.name()))) {
            throw Refusal.conflict("registry.contact-twice", entry.name(), entry.role());
        }
        table.add(site.id(), entry, "");
        journal.write(
                who, "site:" + site.id(), "registry.deed.contact-added", "", entry.role() + ": " + entry.name(), "");
        edition.raise();
    }

    @Transactional
    void remove(Actor who, Site site, long contact) {
        who.mustBeAllowed(Right.EDIT_REGISTRY, site.id().value());
        edition.lock();
        var found = table.find(contact)
                .filter(one -> one.site().equals(site.id()))
                .orElseThrow(() -> Refusal.notFound("registry.unknown-contact", contact));
        if (!found.source().isEmpty()) {
            throw Refusal.conflict("registry.owned", found.name(), found.source());
        }
        table.remove(contact);
        journal.write(
                who, "site:" + site.id(), "registry.deed.contact-removed", found.role() + ": " + found.name(), "", "");
        edition.raise();
    }

    private static String address(String mail) {
        var address = mail.strip();
        if (!address.isEmpty() && !MAIL.matcher(address).matches()) {
            throw Refusal.unreadable("mail", "registry.bad-mail", address);
        }
        return address;
    }

    private static String said(String field, String text) {
        if (text.isBlank()) {
            throw Refusal.unreadable(field, "registry.empty", field);
        }
        return shortEnough(field, text);
    }

    private static String shortEnough(String field, String text) {
        var said = text.strip();
        if (said.length() > LONGEST || said.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.unreadable(field, "registry.too-long", field, LONGEST);
        }
        return said;
    }
}
