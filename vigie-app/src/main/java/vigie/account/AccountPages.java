package vigie.account;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vigie.journal.Journal;
import vigie.page.Done;
import vigie.page.Frame;
import vigie.page.Page;
import vigie.people.Actor;
import vigie.people.May;
import vigie.people.People;
import vigie.people.Right;
import vigie.people.Role;

/** Who has an account, and what an administrator changes about it. */
@Controller
class AccountPages {
    private final People people;
    private final AccountChanges changes;
    private final Grants grants;
    private final Tokens tokens;
    private final Journal journal;

    AccountPages(People people, AccountChanges changes, Grants grants, Tokens tokens, Journal journal) {
        this.people = people;
        this.changes = changes;
        this.grants = grants;
        this.tokens = tokens;
        this.journal = journal;
    }

    @May(Right.MANAGE_ACCOUNTS)
    @GetMapping("/accounts")
    ModelAndView list(Frame frame) {
        var held = people.grants();
        var rows = people.everyone().stream()
                .map(person -> new PersonRow(
                        person, grants.sayAll(held.getOrDefault(person.id(), java.util.Set.of()), frame.words())))
                .toList();
        return Page.of(
                "account/accounts",
                frame.titled(frame.words().say("account.accounts")),
                "rows",
                rows,
                "roles",
                Role.values());
    }

    @May(Right.MANAGE_ACCOUNTS)
    @GetMapping("/accounts/{id}")
    ModelAndView person(Frame frame, @PathVariable long id) {
        var person = changes.found(id);
        return Page.of(
                "account/person",
                frame.titled(person.name()),
                "person",
                person,
                "held",
                grants.inOrder(people.grants(id)).stream()
                        .map(grant -> new GrantRow(grant, grants.siteOf(grant), grants.say(grant, frame.words())))
                        .toList(),
                "tokens",
                tokens.of(id),
                "deeds",
                journal.about("person:" + id),
                "roles",
                Role.values());
    }

    @May(Right.MANAGE_ACCOUNTS)
    @PostMapping("/accounts")
    ModelAndView add(
            Actor actor,
            Frame frame,
            RedirectAttributes left,
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam String password,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String vo,
            @RequestParam(defaultValue = "") String reason) {
        var id = changes.add(actor, login, name, mail, password, grants.read(role, site, vo), reason);
        return Done.at("/accounts/" + id, left, frame.words().say("account.done.added", name));
    }

    @May(Right.MANAGE_ACCOUNTS)
    @PostMapping("/accounts/{id}/give")
    ModelAndView give(
            Actor actor,
            Frame frame,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String vo,
            @RequestParam(defaultValue = "") String reason) {
        var grant = grants.read(role, site, vo);
        changes.give(actor, id, grant, reason);
        return Done.at(
                "/accounts/" + id, left, frame.words().say("account.done.given", grants.say(grant, frame.words())));
    }

    @May(Right.MANAGE_ACCOUNTS)
    @PostMapping("/accounts/{id}/take")
    ModelAndView take(
            Actor actor,
            Frame frame,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam String role,
            @RequestParam(defaultValue = "0") long site,
            @RequestParam(defaultValue = "") String vo,
            @RequestParam(defaultValue = "") String reason) {
        var grant = new vigie.people.Grant(grants.role(role), site, vo);
        changes.take(actor, id, grant, reason);
        return Done.at(
                "/accounts/" + id, left, frame.words().say("account.done.taken", grants.say(grant, frame.words())));
    }

    @May(Right.MANAGE_ACCOUNTS)
    @PostMapping("/accounts/{id}/active")
    ModelAndView active(
            Actor actor,
            Frame frame,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam boolean active,
            @RequestParam(defaultValue = "") String reason) {
        changes.setActive(actor, id, active, reason);
        return Done.at(
                "/accounts/" + id, left, frame.words().say(active ? "account.done.let-in" : "account.done.kept-out"));
    }

    @May(Right.MANAGE_ACCOUNTS)
    @PostMapping("/accounts/{id}/password")
    ModelAndView password(
            Actor actor,
            Frame frame,
            RedirectAttributes left,
            @PathVariable long id,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String reason) {
        changes.resetPassword(actor, id, password, reason);
        return Done.at("/accounts/" + id, left, frame.words().say("account.done.password"));
    }

    @May(Right.MANAGE_ACCOUNTS)
    @PostMapping("/accounts/{id}/tokens/{token}/revoke")
    ModelAndView revoke(
            Actor actor, Frame frame, RedirectAttributes left, @PathVariable long id, @PathVariable long token) {
        tokens.revoke(actor, id, token);
        return Done.at("/accounts/" + id, left, frame.words().say("account.done.revoked"));
    }
}
