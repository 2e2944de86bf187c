package vigie.account;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Grant;
import vigie.people.People;
import vigie.people.Person;
import vigie.people.Right;
import vigie.words.Refusal;

/**
 * What an administrator does to the accounts of others: each with its reason, each in the journal, and never so that no
 * administrator is left.
 */
@Component
class AccountChanges {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
    private static final int LONGEST = 200;

    private final People people;
    private final Accounts accounts;
    private final Grants grants;
    private final Journal journal;

    AccountChanges(People people, Accounts accounts, Grants grants, Journal journal) {
        this.people = people;
        this.accounts = accounts;
        this.grants = grants;
        this.journal = journal;
    }

    @Transactional
    long add(Actor who, String login, String name, String mail, String password, Grant grant, String reason) {
        who.mustBeAllowed(Right.MANAGE_ACCOUNTS);
        var person = addPerson(login, name, mail);
        accounts.setPassword(person, password);
        people.give(person, grant);
        journal.write(who, "person:" + person, "account.added", "", login + " · " + grants.write(grant), why(reason));
        return person;
    }

    /** Adds a person whose words have been looked at; a login is taken in small letters. */
    long addPerson(String login, String name, String mail) {
        var small = login.strip().toLowerCase(Locale.ROOT);
        if (!LOGIN.matcher(small).matches()) {
            throw Refusal.unreadable("login", "account.login-unfit", login);
        }
        if (name.isBlank() || name.length() > LONGEST) {
            throw Refusal.unreadable("name", "account.name-unfit", name.length(), LONGEST);
        }
        if (!mail.isBlank() && !MAIL.matcher(mail.strip()).matches()) {
            throw Refusal.unreadable("mail", "account.mail-unfit", mail);
        }
        try {
            return people.add(small, name.strip(), mail.strip());
        } catch (DuplicateKeyException taken) {
            throw Refusal.unreadable("login", "account.login-taken", small);
        }
    }

    @Transactional
    void give(Actor who, long person, Grant grant, String reason) {
        who.mustBeAllowed(Right.MANAGE_ACCOUNTS);
        var whom = found(person);
        people.give(whom.id(), grant);
        journal.write(who, "person:" + person, "account.given", "", grants.write(grant), why(reason));
    }

    @Transactional
    void take(Actor who, long person, Grant grant, String reason) {
        who.mustBeAllowed(Right.MANAGE_ACCOUNTS);
        var whom = found(person);
        people.take(whom.id(), grant);
        people.mustKeepAnAdministrator();
        journal.write(who, "person:" + person, "account.taken", grants.write(grant), "", why(reason));
    }

    @Transactional
    void setActive(Actor who, long person, boolean active, String reason) {
        who.mustBeAllowed(Right.MANAGE_ACCOUNTS);
        var whom = found(person);
        people.setActive(whom.id(), active);
        people.mustKeepAnAdministrator();
        journal.write(
                who,
                "person:" + person,
                active ? "account.let-in" : "account.kept-out",
                whom.active() ? "active" : "inactive",
                active ? "active" : "inactive",
                why(reason));
    }

    @Transactional
    void resetPassword(Actor who, long person, String password, String reason) {
        who.mustBeAllowed(Right.MANAGE_ACCOUNTS);
        var whom = found(person);
        accounts.setPassword(whom.id(), password);
        journal.write(who, "person:" + person, "account.password-reset", "", "", why(reason));
    }

    Person found(long person) {
        return people.person(person).orElseThrow(() -> Refusal.notFound("account.nobody", person));
    }

    private static String why(String reason) {
        if (reason.isBlank() || reason.length() > 1000) {
            throw Refusal.unreadable("reason", "account.reason-unfit", reason.length());
        }
        return reason.strip();
    }
}
