package vigie.meeting;

/**
 * A document or a page that belongs to a point of an agenda.
 *
 * @param place the point, such as 520 for 5.2
 * @param url an http or https address
 */
public record Link(long id, long meeting, int place, String title, String url, String addedBy) {}
