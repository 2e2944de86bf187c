package vigie.duty;

import java.util.List;
import vigie.agenda.AgendaLine;

/**
 * What is to be done today.
 *
 * @param lines the problems of the page asked for
 * @param tickets the tickets that wait for the one who looks
 * @param work how many problems are to be done in all
 * @param waiting how many only wait for something: for the site, an end, a result
 */
public record Today(List<ConsoleLine> lines, List<AgendaLine> tickets, int work, int waiting, int page, int pages) {}
