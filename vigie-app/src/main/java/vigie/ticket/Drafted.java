package vigie.ticket;

/** What a form is filled with before somebody edits it; site 0 where it is to be chosen. */
public record Drafted(long site, String subject, String text) {}
