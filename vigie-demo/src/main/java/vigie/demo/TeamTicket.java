package vigie.demo;

import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ticket of an experiment, told over the API as its people would: Salma writes for her VO of a failure that the checks have
 * seen since the week before, and Ada, on duty, says that it is of the same cause.
 */
@Component
class TeamTicket {
    /** Monday of the week of duty, 07:00 and 09:00 in Paris. */
    private static final Instant WRITTEN = Instant.parse("2013-03-18T06:00:00Z");

    private static final Instant JOINED = Instant.parse("2013-03-18T08:00:00Z");

    private static final String SITE = "AUVERGRID";
    private static final String JSON = "application/json";

    private final DemoFederation federation;
    private final Cast cast;
    private boolean written;
    private boolean joined;

    TeamTicket(DemoFederation federation, Cast cast) {
        this.federation = federation;
        this.cast = cast;
    }

    /** Does what is to be done by now; what is done already is passed over. */
    void tell(Api api, Instant now) {
        if (!written && !now.isBefore(WRITTEN)) {
            api.by(cast.token("salma")).post("/api/v1/tickets", JSON, ticket());
            written = true;
        } else if (written && !joined && !now.isBefore(JOINED)) {
            for (var proposed : api.get("/api/v1/joints?site=" + SITE)) {
                api.by(cast.token("ada"))
                        .post("/api/v1/joints/" + proposed.path("id").asLong() + "/join", JSON, "{}");
                joined = true;
            }
        }
    }

    private String ticket() {
        var host = federation.spots().stream()
                .filter(spot -> spot.site().equals(SITE) && spot.type().equals("SRM"))
                .map(Spot::host)
                .findFirst()
                .orElseThrow();
        var opening = JsonMapper.builder().build().createObjectNode();
        opening.put("site", SITE);
        opening.put("subject", "TEAM TICKET atlas: transfers to " + SITE + " fail");
        opening.put("text", """
                Since this weekend all transfers to %1$s fail:

                SRM endpoint %1$s: connection refused

                The production of the experiment needs the files by Wednesday. Please have a look.

                Salma Haddadi, for the shifters of atlas
                """.formatted(host));
        opening.put("priority", "VERY_URGENT");
        opening.put("language", "en");
        return opening.toString();
    }
}
