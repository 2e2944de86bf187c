package vigie.helpdesk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vigie.people.Actor;
import vigie.people.Right;
import vigie.words.Refusal;

/** Takes over tickets of the past through the helpdesk's API: those of the groups that are set, of the last months. */
@Component
class HelpdeskHistory {
    private static final int MOST_MONTHS = 120;

    private final History history;
    private final HelpdeskInStep helpdesk;
    private final Clock clock;

    HelpdeskHistory(History history, HelpdeskInStep helpdesk, Clock clock) {
        this.history = history;
        this.helpdesk = helpdesk;
        this.clock = clock;
    }

    /** Answers the number of the report. All is read before any of it is kept. */
    long take(Actor actor, int months, boolean dry) {
        return take(actor, helpdesk.bridge(), months, dry);
    }

    long take(Actor actor, Bridge bridge, int months, boolean dry) {
        actor.mustBeAllowed(Right.MANAGE_SOURCES);
        if (months < 1 || months > MOST_MONTHS) {
            throw Refusal.unreadable("months", "helpdesk.months.range", months, MOST_MONTHS);
        }
        var connection = bridge.connection();
        if (!connection.reads()) {
            throw Refusal.conflict("helpdesk.is-off");
        }
        var now = clock.instant();
        var since = now.atOffset(ZoneOffset.UTC).minusMonths(months).toInstant();
        return history.take(
                actor, connection.url(), connection.name(), dry, (row, odd) -> read(bridge, since, row), now);
    }

    private static void read(Bridge bridge, Instant since, Consumer<Line> row) {
        var groups = bridge.connection().groupsRead().stream()
                .map(group -> "group.name:\"" + group.replace("\"", "") + "\"")
                .collect(Collectors.joining(" OR ", "(", ")"));
        var query = groups + " AND created_at:[\"" + since + "\" TO *] AND id:>";
        var count = 0;
        try {
            var last = 0L;
            var page = bridge.zammad()
                    .search(query + last, "id", true, bridge.connection().pageSize());
            while (!page.isEmpty()) {
                var before = last;
                for (var each : page) {
                    var ticket = TheirTicket.of(each);
                    last = Math.max(last, ticket.id());
                    row.accept(line(++count, each, ticket, bridge));
                }
                if (last == before) {
                    throw new Trouble(Trouble.Kind.UNSURE, "the same page again");
                }
                page = bridge.zammad()
                        .search(query + last, "id", true, bridge.connection().pageSize());
            }
        } catch (Trouble trouble) {
            throw Refusal.conflict("helpdesk.vital.trouble", trouble.getMessage());
        }
    }

    private static Line line(int number, JsonNode whole, TheirTicket ticket, Bridge bridge) {
        var open = Article.all(bridge.zammad().articles(ticket.id())).stream()
                .filter(article -> !article.internal())
                .toList();
        var values = new HashMap<String, String>();
        for (var field :
                List.of("title", "state", "priority", "created_at", "close_at", "area", "type", "vo_support")) {
            values.put(field, Article.said(whole, field));
        }
        values.put("request_id", Long.toString(ticket.id()));
        values.put("affected_site", ticket.site(bridge.connection().siteFields()));
        values.put("service", values.getOrDefault("area", ""));
        if (!open.isEmpty()) {
            values.put("description", open.getFirst().text());
        }
        if (open.size() > 1 && !values.getOrDefault("close_at", "").isEmpty()) {
            values.put("solution", open.getLast().text());
        }
        return new Line(number, values, LineRefused.clean(whole.toString(), 4000));
    }
}
