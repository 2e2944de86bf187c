package vigie.check;

import vigie.registry.Service;

/** One check of one service. */
public record Check(Service service, Profile profile) {
    DueTable.Key key() {
        return new DueTable.Key(service.id(), profile.metric());
    }
}
