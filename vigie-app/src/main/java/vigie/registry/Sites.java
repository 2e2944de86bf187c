package vigie.registry;

import java.util.List;
import vigie.words.Refusal;

/** Sites named on a form. */
final class Sites {
    private Sites() {}

    static List<String> names(Federation federation) {
        return federation.sites().stream().map(Site::name).toList();
    }

    /** The field in which any of them are chosen. */
    static FormField field(Federation federation, List<String> chosen) {
        return FormField.of(FormField.Sort.MANY, "sites", String.join("\n", chosen), names(federation));
    }

    /** Refuses a name that no site bears. */
    static List<String> known(Federation federation, List<String> names) {
        var all = names(federation);
        for (var name : names) {
            if (!all.contains(name)) {
                throw Refusal.unreadable("sites", "registry.unknown-site", name);
            }
        }
        return names;
    }
}
