package vigie.duty;

import vigie.time.Interval;

/**
 * One stretch of duty of one person.
 *
 * @param ngi the NGI for which they are on duty; empty for all
 * @param standIn the number of who steps in for them; 0 for nobody
 * @param sequence how often it was changed, as calendars count (RFC 5545)
 * @param gone whether it was taken back
 */
public record Turn(
        long id, String ngi, long person, long standIn, Interval during, String madeBy, int sequence, boolean gone) {}
