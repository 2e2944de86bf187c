package vigie.monitor;

import java.util.Map;

/** The room in which metrics are declared says at what pace each comes. */
public interface Paces {
    /** Of each metric that somebody has declared; the others have the usual one. */
    Map<Pace.Of, Pace> declared();
}
