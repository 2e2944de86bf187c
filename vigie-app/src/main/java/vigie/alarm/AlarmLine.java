package vigie.alarm;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vigie.registry.Federation;
import vigie.registry.Service;
import vigie.registry.Site;

/** An alarm as a person reads it: with the names of its site and host. */
public record AlarmLine(Alarm alarm, String site, String host, String type) {

    /** Gives alarms their names. */
    @Component
    public static class Lines {
        private final Federation federation;

        Lines(Federation federation) {
            this.federation = federation;
        }

        /** The lines of these alarms, in their order. */
        public List<AlarmLine> of(List<Alarm> alarms) {
            var services = federation.services(
                    alarms.stream().map(Alarm::service).distinct().toList());
            var sites = federation.sites().stream().collect(Collectors.toMap(Site::id, one -> one));
            return alarms.stream()
                    .map(alarm -> of(
                            alarm,
                            Optional.ofNullable(services.get(alarm.service()))
                                    .or(() -> federation.service(alarm.service())),
                            Optional.ofNullable(sites.get(alarm.site())).or(() -> federation.site(alarm.site()))))
                    .toList();
        }

        private static AlarmLine of(Alarm alarm, Optional<Service> service, Optional<Site> site) {
            return new AlarmLine(
                    alarm,
                    site.map(found -> found.name()).orElse("#" + alarm.site().value()),
                    service.map(found -> found.host())
                            .orElse("#" + alarm.service().value()),
                    service.map(found -> found.type()).orElse(""));
        }
    }

    /** Whether the text stands in any of its names; an empty text stands everywhere. */
    boolean holds(String text) {
        var wanted = text.strip().toLowerCase(java.util.Locale.ROOT);
        return Optional.of(String.join(" ", site, host, type, alarm.metric(), alarm.vo(), alarm.summary()))
                .map(all -> all.toLowerCase(java.util.Locale.ROOT))
                .filter(all -> all.contains(wanted))
                .isPresent();
    }
}
