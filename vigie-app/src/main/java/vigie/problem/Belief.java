package vigie.problem;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vigie.alarm.Alarm;
import vigie.alarm.Alarms;
import vigie.monitor.MetricKey;
import vigie.monitor.Statuses;
import vigie.registry.CertificationStatus;
import vigie.registry.Federation;
import vigie.registry.Site;

/**
 * Whether a recovery is believed: each check has been good in so many results in a row (EGI: wait for a second good
 * one; {@code vigie.problem.good-results}), or is no longer watched.
 */
@Component
class Belief {
    private final MemberTable members;
    private final Alarms alarms;
    private final Statuses statuses;
    private final Federation federation;
    private final int results;

    Belief(
            MemberTable members,
            Alarms alarms,
            Statuses statuses,
            Federation federation,
            @Value("${vigie.problem.good-results:2}") int results) {
        this.members = members;
        this.alarms = alarms;
        this.statuses = statuses;
        this.federation = federation;
        this.results = results;
    }

    boolean isGood(long problem) {
        var watched = alarms
                .all(members.in(problem).stream().map(MemberTable.Member::alarm).toList())
                .stream()
                .filter(this::isWatched)
                .map(alarm -> new MetricKey(alarm.service(), alarm.metric(), alarm.vo()))
                .distinct()
                .toList();
        return unsteady(watched).isEmpty();
    }

    private List<MetricKey> unsteady(List<MetricKey> keys) {
        return statuses.withoutGoodInARow(keys, results);
    }

    private boolean isWatched(Alarm alarm) {
        return federation
                .service(alarm.service())
                .filter(service -> service.monitored() && service.production())
                .flatMap(service -> federation.site(service.site()))
                .map(Site::status)
                .filter(status -> status == CertificationStatus.CERTIFIED)
                .isPresent();
    }
}
