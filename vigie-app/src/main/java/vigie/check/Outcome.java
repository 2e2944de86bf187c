package vigie.check;

import vigie.status.Status;

/**
 * What one run said.
 *
 * @param summary the first line
 * @param message further lines; may be empty
 * @param data performance data; may be empty
 */
record Outcome(Status status, String summary, String message, String data) {
    static Outcome of(Status status, String summary, String data) {
        return new Outcome(status, summary, "", data);
    }

    static Outcome unknown(String summary) {
        return of(Status.UNKNOWN, summary, "");
    }
}
