package vigie.meeting;

import java.net.URI;
import vigie.words.Refusal;

/**
 * Who holds a meeting, and where.
 *
 * @param link an http or https address; empty where there is none
 */
public record Invitation(String chair, String secretary, String link) {
    private static final int LONGEST = 300;

    public Invitation {
        chair = Wording.within("chair", chair, LONGEST);
        secretary = Wording.within("secretary", secretary, LONGEST);
        link = address(Wording.within("link", link, LONGEST));
    }

    private static String address(String link) {
        if (link.isEmpty() || (link.matches("https?://[^\\s<>\"]+") && isAddress(link))) {
            return link;
        }
        throw Refusal.unreadable("link", "meeting.wrong.link", link);
    }

    private static boolean isAddress(String link) {
        try {
            return URI.create(link).getHost() != null;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }
}
