package vigie.account;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vigie.journal.Journal;
import vigie.people.Actor;
import vigie.people.Grant;
import vigie.people.People;
import vigie.people.Role;

/**
 * Whom Vigie knows the issuer's persons as: by issuer and subject, which never change; else by a mail address that the
 * issuer has verified and that is one person's alone; else as somebody new, who may read or nothing at all.
 */
@Component
class IssuersPersons implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private final OidcUserService issuer = new OidcUserService();
    private final FederatedTable federated;
    private final People people;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final boolean newPersonsRead;

    IssuersPersons(
            FederatedTable federated,
            People people,
            Journal journal,
            TransactionTemplate transaction,
            @Value("${vigie.oidc.new-persons-read:false}") boolean newPersonsRead) {
        this.federated = federated;
        this.people = people;
        this.journal = journal;
        this.transaction = transaction;
        this.newPersonsRead = newPersonsRead;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest asked) {
        var user = issuer.loadUser(asked);
        var actor = transaction.execute(status -> whoIs(user));
        return new IssuersPerson(user, Objects.requireNonNull(actor));
    }

    private Actor whoIs(OidcUser user) {
        var name = String.valueOf(user.getIssuer());
        var subject = subject(user);
        var person = federated.person(name, subject).orElseGet(() -> {
            var met = ofVerifiedMail(user).orElseGet(() -> newPerson(user));
            federated.add(name, subject, met);
            journal.write(
                    Actor.HOUSE, "person:" + met, "account.issuer-linked", "", name + " " + subject, "account.issuer");
            return met;
        });
        return people.actor(person)
                .orElseThrow(() -> no("person %d is kept out (expected: an active account)".formatted(person)));
    }

    /** An address that several share, or whose owner is kept out, opens nothing: an administrator has to look. */
    private Optional<Long> ofVerifiedMail(OidcUser user) {
        var mail = user.getEmail();
        if (mail == null || mail.isBlank() || !Boolean.TRUE.equals(user.getEmailVerified())) {
            return Optional.empty();
        }
        var owners = people.allOfMail(mail);
        if (owners.size() > 1) {
            throw no("%d persons have the mail address %s (expected: one)".formatted(owners.size(), mail));
        }
        return owners.stream().map(owner -> owner.id()).findFirst();
    }

    private long newPerson(OidcUser user) {
        var mail = Boolean.TRUE.equals(user.getEmailVerified()) ? otherwise(user.getEmail(), "") : "";
        var login = freeLogin(otherwise(user.getPreferredUsername(), otherwise(user.getEmail(), subject(user))));
        var person = people.add(login, otherwise(user.getFullName(), login), mail);
        if (newPersonsRead) {
            people.give(person, Grant.everywhere(Role.READER));
        }
        journal.write(
                Actor.HOUSE,
                "person:" + person,
                "account.added",
                "",
                login + (newPersonsRead ? " · READER" : ""),
                "account.issuer");
        return person;
    }

    /** The wished login in the letters that a login may have, with a number where it is somebody else's. */
    private String freeLogin(String wished) {
        var plain =
                wished.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._@-]", "-").replaceAll("^[^a-z0-9]+", "");
        var start = plain.isEmpty() ? "person" : plain.substring(0, Math.min(plain.length(), 90));
        var free = start;
        for (var i = 2; people.isTaken(free); i++) {
            free = start + "-" + i;
        }
        return free;
    }

    /** An ID token without one is refused before it comes here. */
    private static String subject(OidcUser user) {
        return Objects.requireNonNull(user.getSubject(), "sub");
    }

    private static String otherwise(@Nullable String said, String otherwise) {
        return said == null || said.isBlank() ? otherwise : said;
    }

    private static OAuth2AuthenticationException no(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error("access_denied", why, null), why);
    }
}
