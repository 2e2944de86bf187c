package vigie.match;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Kinds of services as people speak of them, in French and English, and as registries and checks name them. */
enum Family {
    STORAGE(
            "srm|se|dpm|dcache|storm|storage|stockage|xrootd|xroot|webdav|gridftp|disk pool|pool|pools|disque|transferts?"
                    + "|transfers?|fts|dav|upload|download|lcg-cr|lcg-cp|gfal|space ?token|fichiers?|files?|sonar|disk server",
            "srm|xrootd|webdav|gridftp|dpm|dcache|storm|storage|globus-gridftp|http-?tpc|eos|rgma-?se|^se$"),
    COMPUTE(
            "ce|cream|creamce|cream-ce|arc|arc-ce|htcondor|condor|batch|pbs|torque|slurm|worker nodes?|wn|wns|jobs?|pilots?"
                    + "|pilotes?|job submission|soumissions?|queues?|files? d'attente|glexec|cvmfs|calcul",
            "cream|arc|condor|^ce$|batch|worker|glexec|jobsubmit|wn-|slurm|torque"),
    INFORMATION(
            "bdii|ldap|glue|information system|systeme d'information|gstat|publi(?:e|e|ee|es|sh|shed|shing|cation)",
            "bdii|ldap|glue|sanity"),
    MEMBERSHIP("voms|vomses|voms-proxy-init|proxy voms", "voms"),
    CATALOGUE("lfc|catalogue|lfc-ls|catalog", "lfc|catalog"),
    BROKER("wms|lb|glite-wms-job-submit", "wms|^lb$"),
    PROXY("myproxy|px", "myproxy"),
    ACCOUNTING("apel|accounting|comptabilite|ssm", "apel|accounting");

    private final Pattern spoken;
    private final Pattern named;

    Family(String spoken, String named) {
        this.spoken = Pattern.compile("(?<![\\p{L}\\p{N}.@_-])(?:" + spoken + ")(?![\\p{L}\\p{N}_])");
        this.named = Pattern.compile(named);
    }

    /** The kinds of which a text speaks. */
    static Set<Family> spokenOf(String text) {
        var found = EnumSet.noneOf(Family.class);
        for (var family : values()) {
            if (family.spoken.matcher(text).find()) {
                found.add(family);
            }
        }
        return found;
    }

    /** The kinds to which types of services belong. */
    static Set<Family> named(Iterable<String> types) {
        var found = EnumSet.noneOf(Family.class);
        for (var type : types) {
            for (var family : values()) {
                if (family.named.matcher(type.toLowerCase(Locale.ROOT)).find()) {
                    found.add(family);
                }
            }
        }
        return found;
    }
}
