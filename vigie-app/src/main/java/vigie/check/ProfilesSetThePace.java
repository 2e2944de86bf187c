package vigie.check;

import java.util.Map;
import org.springframework.stereotype.Component;
import vigie.monitor.Pace;
import vigie.monitor.Paces;

/** What comes from outside lives as long as its profile says; what is retried elsewhere is believed at once. */
@Component
class ProfilesSetThePace implements Paces {
    private final Plan plan;

    ProfilesSetThePace(Plan plan) {
        this.plan = plan;
    }

    @Override
    public Map<Pace.Of, Pace> declared() {
        return plan.paces();
    }

    static Pace of(Profile profile) {
        return new Pace(profile.life(), profile.isPassive() ? profile.attempts() : 1);
    }
}
