package vigie.cause;

import java.util.Locale;

/**
 * What is broken, as narrowly as the alarms allow to say: one check of one endpoint, a host, or a site.
 *
 * @param host the host's name in lower case; empty for a site, and for a check that speaks of the whole site
 * @param serviceType the endpoint's type; empty for a host and a site
 * @param metric the check without its namespace and VO, in lower case; empty for a host and a site
 */
public record Cause(Level level, String host, String serviceType, String metric) {
    /** How much is broken; each level explains whatever fails on the levels before it. */
    public enum Level {
        METRIC,
        HOST,
        SITE
    }

    /** The cause of an alarm that has nothing to do with any other: its check, whatever the VO. */
    public static Cause ofMetric(KnownAlarm alarm) {
        var metric = MetricName.of(alarm);
        return metric.speaksOfTheSite()
                ? new Cause(Level.METRIC, "", "", metric.plain())
                : new Cause(Level.METRIC, lower(alarm.host()), alarm.serviceType(), metric.plain());
    }

    static Cause ofHost(String host) {
        return new Cause(Level.HOST, lower(host), "", "");
    }

    static Cause ofSite() {
        return new Cause(Level.SITE, "", "", "");
    }

    /** The key of the reason why an alarm belongs to this cause: what the page says, in the reader's language. */
    public String reason() {
        return switch (level) {
            case METRIC -> Causes.SAME_METRIC;
            case HOST -> Causes.HOST;
            case SITE -> Causes.SITE;
        };
    }

    /** Whether it is worked out centrally for a whole site, as accounting is, and is of no one host. */
    public boolean speaksOfTheSite() {
        return level == Level.METRIC && host.isEmpty();
    }

    /** One line that {@link #parse} reads back: how a cause is stored. */
    public String text() {
        return String.join("|", level.name(), host, serviceType, metric);
    }

    public static Cause parse(String text) {
        var parts = text.split("\\|", 4);
        if (parts.length != 4) {
            throw new IllegalArgumentException("cause '%s' (expected: LEVEL|host|service type|metric)".formatted(text));
        }
        return new Cause(Level.valueOf(parts[0]), parts[1], parts[2], parts[3]);
    }

    boolean explains(KnownAlarm alarm) {
        return switch (level) {
            case METRIC -> equals(ofMetric(alarm));
            case HOST -> host.equals(lower(alarm.host()));
            case SITE -> true;
        };
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
