package vigie.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vigie.House;
import vigie.InTheHouse;
import vigie.people.Actor;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;
import vigie.ticket.Draft;
import vigie.ticket.Priority;
import vigie.ticket.State;
import vigie.ticket.Tickets;
import vigie.timekeeper.TrueTime;

/** A ticket's letter goes through real mail servers, and its answer comes back through them. */
@InTheHouse
class DebianMailServersTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tickets tickets;

    @Autowired
    Seals seals;

    @Autowired
    TrueTime time;

    @Autowired
    Filing filing;

    @Autowired
    IncomingTable incoming;

    private final Troubles troubles =
            new Troubles(new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class));

    @TempDir
    Path folder;

    private DebianPost servers;
    private LettersArrive rounds;
    private final String mail = UUID.randomUUID() + "@example.org";
    private long ticket;

    @BeforeEach
    void a_ticket_and_two_servers() throws Exception {
        servers = new DebianPost(folder);
        // every server has a name of its own here, so that no test reads from where another has stopped
        rounds = new LettersArrive(
                filing,
                incoming,
                troubles,
                "127.0.0.1",
                servers.imap,
                "vigie-" + servers.imap,
                DebianPost.PASSWORD,
                false,
                Duration.ofDays(1));
        var name = "POSTED-" + UUID.randomUUID().toString().substring(0, 8);
        var site = registrar.add(Actor.HOUSE, SiteEntry.of(name, "NGI_FRANCE", mail), "a test");
        var key = UUID.randomUUID().toString();
        ticket = tickets.open(
                Actor.HOUSE,
                new Draft(site, 0, "Disque plein à Lyon", "Déjà vu.\n.\nFin.", Priority.URGENT, "fr", key));
    }

    @AfterEach
    void they_end() throws Exception {
        servers.close();
    }

    private Postman.Outcome leaves() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(servers.smtp);
        var beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        ObjectProvider<JavaMailSender> provider = beans.getBeanProvider(JavaMailSender.class);
        var letter = house.sql()
                .sql("select * from mail.letter where thread = :thread")
                .param("thread", "ticket:" + ticket)
                .query((row, index) -> new LetterTable.ToSend(
                        new LetterOnFile(
                                row.getLong("id"),
                                row.getString("message_id"),
                                house.clock().instant(),
                                row.getString("recipients"),
                                row.getString("subject"),
                                row.getString("body"),
                                row.getString("thread"),
                                null,
                                1,
                                null,
                                ""),
                        "",
                        ""))
                .single();
        return new Postman(provider, seals, time, "vigie@example.org", "").send(letter);
    }

    /** Where answers are asked for, as whoever got the letter reads it. */
    private String replyTo() {
        var header = Pattern.compile("(?m)^Reply-To: (\\S+)")
                .matcher(servers.letters().getFirst());
        assertThat(header.find()).isTrue();
        return header.group(1);
    }

    private String answers(String to, String headers, String body) throws Exception {
        var id = "<" + UUID.randomUUID() + "@elsewhere.example.org>";
        var raw = "Message-ID: %s\nFrom: %s\nTo: %s\n%s\n\n%s".formatted(id, mail, to, headers, body);
        servers.takes(mail, to, raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        return id;
    }

    private String own() {
        return house.sql()
                .sql("select message_id from mail.letter where thread = :thread")
                .param("thread", "ticket:" + ticket)
                .query(String.class)
                .single();
    }

    private List<String> fates() {
        return house.sql()
                .sql("select fate from mail.incoming where thread = :thread order by id")
                .param("thread", "ticket:" + ticket)
                .query(String.class)
                .list();
    }

    private String fate(String messageId) {
        return house.sql()
                .sql("select fate || ' ' || proof from mail.incoming where message_id = :id")
                .param("id", messageId)
                .query(String.class)
                .single();
    }

    @Test
    void a_letter_leaves_by_smtp_and_its_answer_by_imap_moves_the_ticket_once() throws Exception {
        assertThat(leaves()).isEqualTo(Postman.Outcome.sent(""));
        assertThat(servers.letters()).singleElement().asString().contains("Auto-Submitted: auto-generated", mail);
        var answer = answers(replyTo(), "Subject: Re: Disque", "C'est réparé.");
        rounds.round();
        house.settle();
        assertThat(fate(answer)).isEqualTo("FILED SEAL");
        assertThat(tickets.ticket(ticket).orElseThrow().state()).isEqualTo(State.IN_PROGRESS);
        var before = fates();
        rounds.round();
        servers.numbersAnew();
        rounds.round();
        house.settle();
        assertThat(fates()).isEqualTo(before);
        assertThat(house.as(vigie.people.Role.DUTY_OPERATOR)
                        .get("/tickets/" + ticket)
                        .page()
                        .select(".conversation")
                        .text())
                .containsOnlyOnce("C'est réparé.");
    }

    @Test
    void our_own_letter_that_comes_back_and_one_of_a_machine_are_not_heard() throws Exception {
        leaves();
        var machine = answers(replyTo(), "Subject: Absent\nAuto-Submitted: auto-replied", "Until Monday.");
        rounds.round();
        house.settle();
        assertThat(fate(machine)).startsWith("AUTOMATIC");
        assertThat(house.sql()
                        .sql("select count(*) from mail.incoming where message_id = :id")
                        .param("id", own())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(tickets.ticket(ticket).orElseThrow().state()).isEqualTo(State.ASSIGNED);
    }

    @Test
    void what_is_broken_stops_nothing_behind_it() throws Exception {
        leaves();
        var address = replyTo();
        answers(address, "Subject: =?utf-8?B?broken\nContent-Type: multipart/mixed; boundary=\"", "--");
        servers.takes(mail, "vigie@example.org", new byte[] {(byte) 0xff, (byte) 0xfe, '\r', '\n', 'x'});
        var sound = answers(address, "Subject: Re", "It is mended.");
        rounds.round();
        house.settle();
        assertThat(fate(sound)).isEqualTo("FILED SEAL");
    }

    @Test
    void a_server_that_is_away_is_said_and_the_rest_waits() throws Exception {
        servers.close();
        assertThat(leaves().sent()).isFalse();
        rounds.round();
        assertThat(troubles.reading()).isNotEmpty();
    }
}
