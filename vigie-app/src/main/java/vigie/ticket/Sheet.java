package vigie.ticket;

import java.util.List;
import java.util.Optional;
import vigie.mail.LetterOnFile;
import vigie.registry.Site;

/**
 * What the page of one ticket shows to one reader.
 *
 * @param site the name of its site
 * @param entries what was said, as far as the reader may see it
 * @param letters those that left; none for who does not handle tickets
 * @param moves the states to which the reader may move it
 * @param pressure how it presses; empty where it does not stand open
 * @param asked who is asked now, and until when; empty for a ticket that a site raised
 * @param ties the tickets it is bound to
 * @param meToos other sites that see the same, by name
 * @param sites those for which the reader may say "me too"
 * @param watching whether the reader watches it
 */
public record Sheet(
        Ticket ticket,
        String site,
        List<Entry> entries,
        List<LetterOnFile> letters,
        Optional<Proposed> proposed,
        List<State> moves,
        Optional<Pressure> pressure,
        Optional<Asked> asked,
        List<Tie> ties,
        List<Attachment> files,
        List<Seen> meToos,
        List<Site> sites,
        boolean watching,
        int watchers,
        String key) {
    /** What another site sees. */
    public record Seen(String site, MeToo said) {}
}
