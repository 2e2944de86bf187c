package vigie.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what happens                        | hosts | minute host type metric vo; ...                                                                                    | problems | last reason
            one alarm alone                       | 9 | 0 se1 SRM org.sam.SRM-Put ops                                                                                          | a     | same-metric
            same check for another VO             | 9 | 0 se1 SRM org.sam.SRM-Put ops; 5 se1 SRM org.sam.SRM-Put atlas                                                         | aa    | same-metric
            a VO's own probe of the same          | 9 | 0 se1 SRM org.sam.SRM-Put ops; 50 se1 SRM org.atlas.SRM-VOPut atlas                                                    | aa    | same-metric
            role and VO in the check's name       | 9 | 0 ce1 CE emi.cream.CREAMCE-JobSubmit-/ops/Role=lcgadmin ops; 9 ce1 CE emi.cream.CREAMCE-JobSubmit-/biomed biomed       | aa    | same-metric
            VO at the end of the check's name     | 9 | 0 ce1 CE org.sam.WN-Bi-ops ops; 600 ce1 CE org.sam.WN-Bi-lhcb lhcb                                                     | aa    | same-metric
            same check hours later                | 9 | 0 se1 SRM SRM-Put ops; 900 se1 SRM SRM-Put cms                                                                        | aa    | same-metric
            three VOs, one failure                | 9 | 0 se1 SRM SRM-Get ops; 3 se1 SRM SRM-Get cms; 40 se1 SRM SRM-Get lhcb                                                  | aaa   | same-metric
            host names in other letters           | 9 | 0 SE1.x.fr SRM SRM-Put ops; 3 se1.x.fr SRM SRM-Put cms                                                                 | aa    | same-metric
            put and get of one endpoint           | 9 | 0 se1 SRM SRM-Put; 5 se1 SRM SRM-Get                                                                                   | ab    | same-metric
            same check of another host            | 9 | 0 se1 SRM SRM-Put; 5 se2 SRM SRM-Put                                                                                   | ab    | same-metric
            certificate and transfer, one host    | 9 | 0 se1 SRM SRM-CertLifetime; 5 se1 SRM SRM-Put                                                                          | ab    | same-metric
            transfer, then certificate            | 9 | 0 se1 SRM SRM-Put; 5 se1 SRM SRM-CertLifetime                                                                          | ab    | same-metric
            certificate beside another service    | 9 | 0 se1 SRM hr.srce.CertLifetime; 5 se1 GridFTP GridFTP-Transfer                                                         | ab    | same-metric
            certificates of two hosts             | 9 | 0 se1 SRM CertLifetime; 5 ce1 CE CertLifetime                                                                          | ab    | same-metric
            an old version beside a failure       | 9 | 0 ce1 CE eu.egi.sec.EMI-1; 5 ce1 GridFTP GridFTP-Transfer                                                              | ab    | same-metric
            accounting shown on two hosts         | 9 | 0 ce1 APEL org.apel.APEL-Pub; 5 ce2 APEL org.apel.APEL-Pub                                                             | aa    | same-metric
            accounting beside a dead host         | 9 | 0 ce1 CE ping; 5 ce1 APEL org.apel.APEL-Pub                                                                            | ab    | same-metric
            low availability beside a dead site   | 4 | 0 h1 CE CE-Submit; 1 h2 SRM SRM-Put; 2 h3 WMS WMS-Submit; 3 h1 argo.avre egi.eu.lowAvailability                        | aaab  | same-metric
            two services of a host together       | 9 | 0 se1 SRM SRM-Put; 20 se1 GridFTP GridFTP-Transfer                                                                     | aa    | host
            two services of a host, hours apart   | 9 | 0 se1 SRM SRM-Put; 31 se1 GridFTP GridFTP-Transfer                                                                     | ab    | same-metric
            a third one joins much later          | 9 | 0 se1 SRM SRM-Put; 20 se1 GridFTP GridFTP-Transfer; 300 se1 XRootD XRD-Stat                                            | aaa   | host
            host does not answer, then services   | 9 | 0 ce1 CE PING; 2 ce1 CE CE-Submit; 300 ce1 GridFTP GridFTP-Transfer                                                    | aaa   | host
            services, then the host               | 9 | 0 ce1 CE CE-Submit; 5 ce1 CE org.nagios.Ping                                                                           | aa    | host
            ssh is gone long after                | 9 | 0 ce1 CE CE-Submit; 90 ce1 CE ssh                                                                                      | ab    | host
            port closed, then the check on it     | 9 | 0 se1 SRM TCP; 300 se1 SRM SRM-Put                                                                                     | aa    | host
            check, then the port closed           | 9 | 0 web1 Portal HTTP; 1 web1 Portal TCP                                                                                  | aa    | host
            port closed, other service later      | 9 | 0 se1 SRM TCP; 300 se1 GridFTP GridFTP-Transfer                                                                        | ab    | same-metric
            certificate unread on a dead host     | 9 | 0 se1 SRM ping; 60 se1 SRM CertLifetime                                                                                | aa    | host
            dead host leaves its neighbour alone  | 9 | 0 ce1 CE ping; 5 ce2 CE CE-Submit                                                                                      | ab    | same-metric
            two problems of a host become one     | 9 | 0 se1 SRM SRM-Put; 3 se1 SRM SRM-Get; 9 se1 SRM ping                                                                   | aaa   | host
            three of four hosts together          | 4 | 0 h1 CE CE-Submit; 9 h2 SRM SRM-Put; 25 h3 WMS WMS-Submit                                                              | aaa   | site
            three of six hosts together           | 6 | 0 h1 CE CE-Submit; 9 h2 SRM SRM-Put; 25 h3 WMS WMS-Submit                                                              | abc   | same-metric
            three of four hosts over a morning    | 4 | 0 h1 CE CE-Submit; 60 h2 SRM SRM-Put; 120 h3 WMS WMS-Submit                                                            | abc   | same-metric
            both hosts of a small site            | 2 | 0 h1 CE CE-Submit; 1 h2 SRM SRM-Put                                                                                    | ab    | same-metric
            nobody knows how many hosts           | 0 | 0 h1 CE CE-Submit; 1 h2 SRM SRM-Put; 2 h3 WMS WMS-Submit                                                               | abc   | same-metric
            the last host of a dead site, late    | 5 | 0 h1 CE ping; 1 h2 SRM ping; 2 h3 WMS ping; 90 h4 LFC LFC-Read                                                         | aaaa  | site
            a dead site keeps certificates apart  | 5 | 0 h1 CE CE-Submit; 1 h2 SRM SRM-Put; 2 h3 WMS WMS-Submit; 5 h4 LFC CertLifetime                                        | aaab  | same-metric
            information system, then submission   | 9 | 0 bd1 Site-BDII org.bdii.Entries; 10 ce1 CE CE-Submit                                                                  | aa    | site
            submission, then information system   | 9 | 0 ce1 CE CE-Submit; 10 bd1 Site-BDII org.bdii.Entries                                                                  | aa    | site
            information system, hours before      | 9 | 0 bd1 Site-BDII org.bdii.Entries; 45 ce1 CE CE-Submit                                                                  | ab    | same-metric
            information system and a dead host    | 9 | 0 bd1 Site-BDII org.bdii.Entries; 5 ce1 CE ping                                                                        | ab    | host
            a Top-BDII is not the site's          | 9 | 0 bd1 Top-BDII org.bdii.Entries; 5 ce1 CE CE-Submit                                                                    | ab    | same-metric
            another site's information system     | 9 | 0 bd1 Site-BDII org.bdii.Entries @2; 5 ce1 CE CE-Submit                                                                | ab    | same-metric
            same host and check at another site   | 9 | 0 se1 SRM SRM-Put; 5 se1 SRM SRM-Put @2                                                                                | ab    | same-metric
            """)
    void alarms_of_one_cause_are_one_problem(String what, int hosts, String alarms, String problems, String reason) {
        var replay = new Replay(hosts).play(Replay.read(alarms));
        assertThat(replay.partition()).isEqualTo(problems);
        assertThat(replay.last().reason()).isEqualTo("cause." + reason);
    }

    @Test
    void a_cause_grows_and_names_what_it_absorbs() {
        var replay = new Replay(9).play(Replay.read("0 se1 SRM SRM-Put; 3 se1 SRM SRM-Get; 9 se1 SRM ping"));
        assertThat(replay.last()).isEqualTo(new Decision.Joins(1, Cause.ofHost("se1"), "cause.host", List.of(2L)));
    }

    @Test
    void a_recovered_host_gives_its_name_to_no_new_failure() {
        var alarm = Replay.read("300 ce1 CE CE-Submit").getFirst();
        var problem = new KnownProblem(7, 1, Cause.ofHost("ce1"));
        assertThat(Causes.of(alarm, List.of(problem), Neighbours.NONE))
                .isEqualTo(new Decision.OpensNew(Cause.ofMetric(alarm)));
    }

    @Test
    void a_cause_is_stored_as_one_line() {
        for (var alarm : Replay.read("0 se1 SRM org.sam.SRM-Put ops; 0 ce1 APEL org.apel.APEL-Pub")) {
            assertThat(Cause.parse(Cause.ofMetric(alarm).text())).isEqualTo(Cause.ofMetric(alarm));
        }
        assertThat(Cause.parse(Cause.ofSite().text())).isEqualTo(Cause.ofSite());
        assertThat(Cause.ofMetric(Replay.read("0 SE1 SRM org.sam.SRM-Put").getFirst())
                        .text())
                .isEqualTo("METRIC|se1|SRM|srm-put");
        assertThatThrownBy(() -> Cause.parse("host"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'host'");
    }

    @Property(tries = 300)
    void alarms_of_different_sites_never_join(
            @ForAll("storms") List<KnownAlarm> storm, @ForAll @IntRange(max = 8) int hosts) {
        var replay = new Replay(hosts).play(storm);
        var partition = replay.partition();
        for (var one : storm) {
            for (var other : storm) {
                if (one.site() != other.site()) {
                    assertThat(partition.charAt((int) one.id() - 1))
                            .isNotEqualTo(partition.charAt((int) other.id() - 1));
                }
            }
        }
    }

    @Property(tries = 300)
    void the_order_of_arrival_does_not_matter_for_the_same_check(
            @ForAll("quietSites") List<KnownAlarm> alarms, @ForAll Random random) {
        var shuffled = new ArrayList<>(alarms);
        Collections.shuffle(shuffled, random);
        assertThat(new Replay(50).play(shuffled).partition())
                .isEqualTo(new Replay(50).play(alarms).partition());
    }

    @Property(tries = 300)
    void the_order_of_the_lists_does_not_matter(@ForAll("storms") List<KnownAlarm> storm, @ForAll Random random) {
        var alarm = storm.getFirst();
        var others = new ArrayList<>(storm.subList(1, storm.size()));
        var problems = new ArrayList<KnownProblem>();
        others.forEach(other -> problems.add(new KnownProblem(other.id(), other.site(), Cause.ofMetric(other))));
        var decision = Causes.of(alarm, problems, new Neighbours(others, 4));
        Collections.shuffle(others, random);
        Collections.shuffle(problems, random);
        assertThat(Causes.of(alarm, problems, new Neighbours(others, 4))).isEqualTo(decision);
    }

    @Property(tries = 300)
    void a_certificate_never_joins_what_answers(@ForAll("storms") List<KnownAlarm> storm) {
        var last = Replay.read("10 h1 CE CertLifetime").getFirst();
        var alarm = new KnownAlarm(99, 1, last.service(), "h1", "CE", last.metric(), "", last.since());
        var plain =
                storm.stream().filter(each -> each.metric().startsWith("SRM")).toList();
        assertThat(Causes.of(alarm, List.of(), new Neighbours(plain, 3)))
                .isEqualTo(new Decision.OpensNew(Cause.ofMetric(alarm)));
    }

    @Provide
    Arbitrary<List<KnownAlarm>> storms() {
        return alarms(
                Arbitraries.of("h1", "h2", "h3", "h4"),
                Arbitraries.of("CE", "SRM", "Site-BDII"),
                Arbitraries.of("SRM-Put", "SRM-Get", "ping", "TCP", "CertLifetime", "APEL-Pub"));
    }

    /** One service to a host and few hosts, so that only the same check can join. */
    @Provide
    Arbitrary<List<KnownAlarm>> quietSites() {
        return alarms(
                Arbitraries.of("h1", "h2", "h3", "h4"),
                Arbitraries.of("SRM"),
                Arbitraries.of("org.sam.SRM-Put", "org.atlas.SRM-VOPut", "SRM-Get", "SRM-CertLifetime", "APEL-Pub"));
    }

    private static Arbitrary<List<KnownAlarm>> alarms(
            Arbitrary<String> hosts, Arbitrary<String> types, Arbitrary<String> metrics) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 29),
                        hosts,
                        types,
                        metrics,
                        Arbitraries.of("ops", "atlas"),
                        Arbitraries.of("@1", "@2"))
                .as((minute, host, type, metric, vo, site) ->
                        String.join(" ", "" + minute, host, type, metric, vo, site))
                .list()
                .ofMinSize(1)
                .ofMaxSize(10)
                .map(lines -> Replay.read(String.join(";", lines)));
    }
}
