package vigie.registry;

import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vigie.people.Actor;
import vigie.people.Right;

/**
 * Takes over what a source says. The difference is made in one transaction: the registry says what it said before, or
 * what the picture says, and nothing between. Taking over the same picture twice changes nothing the second time.
 */
@Component
public class Intake {
    private final Edition edition;
    private final SiteTable sites;
    private final ServiceTable services;
    private final ContactTable contacts;
    private final DowntimeTable downtimes;
    private final NgiTable ngis;
    private final OrganisationTable organisations;
    private final VoTable vos;
    private final TypeTable types;
    private final PersonTable persons;
    private final Takeover takeover;

    Intake(
            Edition edition,
            SiteTable sites,
            ServiceTable services,
            ContactTable contacts,
            DowntimeTable downtimes,
            NgiTable ngis,
            OrganisationTable organisations,
            VoTable vos,
            TypeTable types,
            PersonTable persons,
            Takeover takeover) {
        this.edition = edition;
        this.sites = sites;
        this.services = services;
        this.contacts = contacts;
        this.downtimes = downtimes;
        this.ngis = ngis;
        this.organisations = organisations;
        this.vos = vos;
        this.types = types;
        this.persons = persons;
        this.takeover = takeover;
    }

    /** What would change; nothing does. */
    @Transactional(readOnly = true)
    public Difference compare(String source, Picture picture) {
        return new Comparison(source, present(), picture).difference();
    }

    /**
     * Takes the picture over if the difference is allowed; otherwise nothing is changed.
     *
     * @param allowed asked once, within the transaction, about a difference that is not empty
     * @return the difference, whether it was made or not
     */
    @Transactional
    public Difference apply(Actor who, String source, Picture picture, Predicate<Difference> allowed) {
        who.mustBeAllowed(Right.MANAGE_SOURCES);
        edition.lock();
        var comparison = new Comparison(source, present(), picture);
        var difference = comparison.difference();
        if (difference.isEmpty() || !allowed.test(difference)) {
            return difference;
        }
        takeover.make(who, source, comparison);
        edition.raise();
        return difference;
    }

    private Present present() {
        return new Present(
                ngis.kept(),
                sites.kept(),
                services.kept(),
                contacts.kept(),
                downtimes.kept(),
                organisations.kept(),
                vos.kept(),
                types.kept(),
                persons.kept());
    }
}
