package vigie.helpdesk;

import static vigie.helpdesk.CauseKind.CAMPAIGN;
import static vigie.helpdesk.CauseKind.CERTIFICATE;
import static vigie.helpdesk.CauseKind.COMPUTING;
import static vigie.helpdesk.CauseKind.CONFIGURATION;
import static vigie.helpdesk.CauseKind.HARDWARE;
import static vigie.helpdesk.CauseKind.INFORMATION_SYSTEM;
import static vigie.helpdesk.CauseKind.MONITORING;
import static vigie.helpdesk.CauseKind.NETWORK;
import static vigie.helpdesk.CauseKind.OTHER;
import static vigie.helpdesk.CauseKind.STORAGE;
import static vigie.helpdesk.CauseKind.USER_ERROR;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Proposes what a ticket was about, by words that a person can read and doubt. The solution tells most, then the subject,
 * the type of issue and the text; in each the first rule that fits counts. That it belongs to a campaign follows from the
 * subject alone: any ticket may speak of an upgrade.
 */
final class Rules {
    /** In the order in which they are tried. */
    static final List<Rule> ALL = List.of(
            Rule.of(
                    CAMPAIGN,
                    "campaign*, campagne*, unsupported, decommission*, end of support, fin de support, upgrade campaign,"
                            + " migration emi*, emi-1, emi1, upgrade to emi*, glite 3.1, glite 3.2, retirement"),
            Rule.of(
                    MONITORING,
                    "false positive*, false alarm*, faux positif*, fausse alerte*, nagios problem, nagios box, probe bug,"
                            + " bug in the probe, sonde, sam problem, monitoring fault, monitoring problem"),
            Rule.of(
                    USER_ERROR,
                    "user error*, erreur de l'utilisateur, erreur utilisateur, wrong jdl, mistake of the user,"
                            + " user mistake, proxy of the user"),
            Rule.of(
                    CERTIFICATE,
                    "certificate*, certificat*, host cert*, hostcert*, crl*, fetch-crl, lcg-ca*, proxy expired,"
                            + " proxy expire, ca-policy*, igtf"),
            Rule.of(
                    HARDWARE,
                    "hardware, materiel, disk failure, broken disk, disque en panne, disque defectueux, raid, power cut,"
                            + " power failure, power outage, coupure electrique, coupure de courant, cooling, climatisation,"
                            + " air conditioning, memory module, motherboard, carte mere, onduleur"),
            Rule.of(
                    NETWORK,
                    "network*, reseau*, dns, firewall, pare-feu, switch, router, routeur, routing, routage, mtu, fibre,"
                            + " fiber, renater, lhcone, no route to host"),
            Rule.of(
                    INFORMATION_SYSTEM,
                    "bdii*, site-bdii, information system, systeme d'information, glue*, gstat*, ldap*"),
            Rule.of(
                    STORAGE,
                    "srm*, dpm*, dcache, storm, disk full, disque plein, space token*, xrootd, gridftp, webdav,"
                            + " storage, stockage, lfc, transfer*, transfert*, disk server*, serveur de disque*, pool*"),
            Rule.of(
                    COMPUTING,
                    "cream*, cream-ce, computing element*, batch*, torque, pbs, condor*, htcondor*, slurm, sge, lsf, blah,"
                            + " arc-ce, job submission, jobs, job, wms, worker node*, workernode*, tmpdir"),
            Rule.of(
                    CONFIGURATION,
                    "configur*, misconfigur*, yaim, quattor, puppet, upgrade*, mise a jour, restart*, redemarr*, daemon,"
                            + " bug"));

    /** What is proposed, and the word and place it is proposed for: {@code subject: certificate}; empty for none. */
    record Proposal(CauseKind kind, String why) {}

    private Rules() {}

    static Proposal propose(Past past) {
        var subject = folded(past.subject());
        var campaign = ALL.getFirst().in(subject);
        if (campaign.isPresent()) {
            return new Proposal(CAMPAIGN, "subject: " + campaign.get());
        }
        var places = List.of("solution", "subject", "service", "text");
        var texts = List.of(folded(past.solution()), subject, folded(past.service()), folded(past.text()));
        for (var i = 0; i < places.size(); i++) {
            for (var rule : ALL.subList(1, ALL.size())) {
                var word = rule.in(texts.get(i));
                if (word.isPresent()) {
                    return new Proposal(rule.kind(), places.get(i) + ": " + word.get());
                }
            }
        }
        return new Proposal(OTHER, "");
    }

    /** Without capitals and accents. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('\u2019', '\'')
                .toLowerCase(Locale.ROOT);
    }
}
