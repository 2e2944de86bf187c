package vigie.meeting;

import java.time.Instant;

/**
 * Something to speak about, put by hand under a point of the agenda.
 *
 * @param place the point of the agenda, such as 520 for 5.2
 * @param said what was said about it; empty until somebody writes it down
 */
public record Topic(long id, long meeting, int place, String title, String said, String addedBy, Instant added) {}
