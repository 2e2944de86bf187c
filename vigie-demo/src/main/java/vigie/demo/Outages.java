package vigie.demo;

import java.time.Instant;
import java.util.List;

/** What went wrong and what was planned in the spring of 2013; all of it is invented. */
final class Outages {
    /** A failure: which services of a site, from when to when, and what the checks said. */
    record Failure(String site, String type, Instant from, Instant to, String status, String said) {
        boolean holds(Spot spot, Instant at) {
            return spot.site().equals(site)
                    && (type.isEmpty() || spot.type().equals(type))
                    && !at.isBefore(from)
                    && at.isBefore(to);
        }
    }

    /** A planned outage of some services of a site; an empty type stands for all. */
    record Planned(
            int number,
            String site,
            String type,
            String severity,
            Instant announced,
            Instant from,
            Instant to,
            String why) {
        boolean concerns(Spot spot) {
            return spot.site().equals(site) && (type.isEmpty() || spot.type().equals(type));
        }
    }

    /** The one that lasts: the machine of this service is really stopped when the past has been played. */
    static final Failure LIVING =
            new Failure("IN2P3-LPC", "SRM", day("03-18T21"), day("04-30T00"), "CRITICAL", "connection refused");

    static final List<Failure> FAILURES = List.of(
            new Failure("M3PEC", "CREAM-CE", day("02-04T11"), day("02-05T17"), "CRITICAL", "connection timed out"),
            new Failure("GRIF", "SRM", day("02-07T08"), day("02-07T20"), "CRITICAL", "connection refused"),
            new Failure("IN2P3-CPPM", "", day("02-12T05"), day("02-13T14"), "CRITICAL", "no route to host"),
            new Failure("IBCP-GBIO", "Site-BDII", day("02-16T02"), day("02-18T11"), "CRITICAL", "LDAP: can't contact"),
            new Failure("IN2P3-LAPP", "webdav", day("02-20T14"), day("02-21T08"), "WARNING", "HTTP 503 after 2 s"),
            new Failure("IN2P3-CC", "Top-BDII", day("02-25T08"), day("02-25T17"), "CRITICAL", "connection refused"),
            new Failure("CREATIS-INSA-LYON", "", day("02-28T20"), day("03-04T11"), "CRITICAL", "no route to host"),
            new Failure("IN2P3-IRES", "SRM", day("03-06T08"), day("03-07T11"), "CRITICAL", "connection refused"),
            new Failure("IPSL-IPGP-LCG2", "CREAM-CE", day("03-11T17"), day("03-14T11"), "CRITICAL", "timed out"),
            new Failure("AUVERGRID", "SRM", day("03-14T23"), day("03-22T08"), "CRITICAL", "connection refused"),
            LIVING);

    static final List<Planned> PLANNED = List.of(
            planned(1, "GRIF", "SRM", "OUTAGE", "02-01T09", "02-12T07", "02-12T16", "Storage head node is replaced"),
            planned(2, "IN2P3-CC", "", "WARNING", "02-04T10", "02-19T06", "02-19T18", "Quarterly maintenance, network"),
            planned(3, "IN2P3-LPSC", "", "OUTAGE", "02-18T09", "02-27T05", "02-28T17", "Work on the electric supply"),
            planned(4, "IN2P3-IPNL", "CREAM-CE", "OUTAGE", "03-05T09", "03-12T08", "03-13T16", "Migration to EMI-2"),
            planned(5, "IN2P3-LAPP", "", "OUTAGE", "03-11T14", "03-20T06", "03-21T18", "Cooling is serviced"),
            planned(6, "IN2P3-SUBATECH", "SRM", "WARNING", "03-15T10", "03-26T08", "03-26T17", "DPM is upgraded"),
            planned(7, "IN2P3-CC", "", "OUTAGE", "03-18T09", "04-09T05", "04-09T20", "Quarterly maintenance"));

    /** A change of certification: until then the site was what is said here. */
    record Change(String site, Instant at, String before) {}

    /** In the order of time. Afterwards a site is what the table of sites says. */
    static final List<Change> CHANGES = List.of(
            new Change("CREATIS-INSA-LYON", day("03-18T08"), "Uncertified"),
            new Change("INSU01-PARIS", day("03-11T08"), "Certified"));

    static String certification(DemoSite site, Instant at) {
        return CHANGES.stream()
                .filter(change -> change.site().equals(site.name()) && at.isBefore(change.at()))
                .findFirst()
                .map(Change::before)
                .orElse(site.certification());
    }

    private Outages() {}

    private static Planned planned(
            int number, String site, String type, String severity, String said, String from, String to, String why) {
        return new Planned(number, site, type, severity, day(said), day(from), day(to), why);
    }

    private static Instant day(String written) {
        return Instant.parse("2013-" + written + ":00:00Z");
    }
}
