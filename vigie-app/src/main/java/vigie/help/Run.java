package vigie.help;

import java.time.Instant;

/**
 * An archive that was handed in.
 *
 * @param name the file's name as it was given
 * @param done whether it was read to its end; what was read before that is kept all the same
 */
public record Run(long id, Instant at, String who, String name, Count count, boolean done) {
    /**
     * What became of its mails.
     *
     * @param mails all of them
     * @param taken those that were new
     * @param known those that were there already, by their Message-ID
     * @param tooOld those older than anything that is kept
     * @param refused those that could not be read; each is kept and told with its reason
     */
    public record Count(int mails, int taken, int known, int tooOld, int refused) {}
}
