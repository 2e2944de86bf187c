package vigie.expertise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The names of software and of the tools that deploy it: those of the trade, and those that people have used here. */
@Component
public class Products {
    /** What a grid or a cloud of the federation runs, and what its sites install it with. */
    static final List<String> OF_THE_TRADE = List.of(
            "APEL",
            "ARC CE",
            "Ansible",
            "Argus",
            "BDII",
            "CREAM",
            "CVMFS",
            "CernVM",
            "DPM",
            "EOS",
            "FTS",
            "Frontier",
            "GFAL",
            "GridFTP",
            "Grid Engine",
            "HTCondor",
            "HTCondor-CE",
            "LDAP",
            "LFC",
            "MyProxy",
            "Nagios",
            "OpenNebula",
            "OpenStack",
            "Puppet",
            "Quattor",
            "SLURM",
            "Squid",
            "StoRM",
            "Torque",
            "Maui",
            "VOMS",
            "WMS",
            "WebDAV",
            "XRootD",
            "YAIM",
            "dCache",
            "iRODS",
            "perfSONAR",
            "ARGO");

    private final LessonTable lessons;
    private final ExpertTable experts;

    Products(LessonTable lessons, ExpertTable experts) {
        this.lessons = lessons;
        this.experts = experts;
    }

    /** All known names, each once, in the order of the alphabet. */
    public List<String> all() {
        var all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(OF_THE_TRADE);
        all.addAll(lessons.products());
        all.addAll(experts.products());
        return List.copyOf(all);
    }

    /** Those named in a text, the longest name first: who writes of HTCondor-CE writes of HTCondor, too. */
    public List<String> namedIn(String text) {
        var words = Folded.folded(text).split("[^a-z0-9+]+");
        var keys = new java.util.HashSet<String>();
        for (var i = 0; i < words.length; i++) {
            keys.add(words[i]);
            keys.addAll(begun(words[i]));
            if (i + 1 < words.length) {
                keys.add(words[i] + words[i + 1]);
            }
        }
        var named = new ArrayList<>(
                all().stream().filter(name -> keys.contains(Folded.key(name))).toList());
        named.sort(Comparator.comparingInt(String::length).reversed());
        return List.copyOf(named);
    }

    /** A metric or a type runs a product and its part together: CREAMCE-JobSubmit is of CREAM. */
    private static Set<String> begun(String word) {
        for (var part : List.of("ce", "se", "d")) {
            if (word.length() > part.length() + 2 && word.endsWith(part)) {
                return Set.of(word.substring(0, word.length() - part.length()));
            }
        }
        return Set.of();
    }
}
