package vigie.cause;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A check's name without what varies between monitoring suites, profiles and VOs: {@code org.atlas.SRM-VOPut} and
 * {@code org.sam.SRM-Put-/ops/Role=lcgadmin} both ask whether a file can be put.
 *
 * @param plain namespace, VO and role taken off, in lower case
 */
record MetricName(String plain, boolean isSecurity) {
    private static final Pattern ROLE = Pattern.compile("-/.*$");
    private static final Pattern VO_OWN = Pattern.compile("-VO(?=[A-Z])");
    private static final Pattern NAMESPACE = Pattern.compile("^(?:[a-z0-9_-]+\\.)+");
    private static final Pattern CERTIFICATE = Pattern.compile("cert|^tls$");
    private static final Pattern CENTRAL = Pattern.compile("apel|accounting|lowavailability");
    private static final Pattern VERSION = Pattern.compile("version|unsupported|^emi-\\d");
    private static final Set<String> HOST_CHECKS =
            Set.of("ping", "icmp", "ssh", "host", "hostalive", "host-alive", "host-check", "host-ping");
    private static final Set<String> PORT_CHECKS = Set.of("tcp", "tcp-port", "tcp-connect", "port", "connect");

    static MetricName of(KnownAlarm alarm) {
        var name = ROLE.matcher(alarm.metric().strip()).replaceFirst("");
        name = VO_OWN.matcher(name).replaceFirst("-");
        var plain = Cause.lower(NAMESPACE.matcher(name).replaceFirst(""));
        plain = withoutEnd(withoutEnd(plain, "-ops"), "-" + Cause.lower(alarm.vo()));
        return new MetricName(
                plain.replaceFirst("^check[_-]", ""), Cause.lower(name).startsWith("eu.egi.sec."));
    }

    /** Run once for the whole site and shown on one of its hosts, such as the publishing of accounting. */
    boolean speaksOfTheSite() {
        return CENTRAL.matcher(plain).find();
    }

    /** Fails when the host is gone, and on no lesser ground. */
    boolean isHostCheck() {
        return HOST_CHECKS.contains(plain);
    }

    /** Fails when nobody answers at the endpoint's port. */
    boolean isPortCheck() {
        return PORT_CHECKS.contains(plain);
    }

    /** A date that has come near: also seen as a failure where the host does not answer at all. */
    boolean isCertificate() {
        return CERTIFICATE.matcher(plain).find();
    }

    /** Has a cause of its own by what it asks, so it never tells that a host or a site is down. */
    boolean hasItsOwnCause() {
        return isSecurity
                || isCertificate()
                || speaksOfTheSite()
                || VERSION.matcher(plain).find();
    }

    private static String withoutEnd(String text, String end) {
        return end.length() > 1 && text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }
}
