package vigie.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.House.eventually;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.people.Actor;
import vigie.registry.Picture.SiteEntry;
import vigie.registry.Registrar;
import vigie.ticket.Draft;
import vigie.ticket.Priority;
import vigie.ticket.State;
import vigie.ticket.Tickets;

/** Anybody can write any sender's name: only who got a letter of ours can move a ticket by mail. */
@InTheHouse
class ForgedLettersTest {
    @Autowired
    House.Keys house;

    @Autowired
    Registrar registrar;

    @Autowired
    Tickets tickets;

    @Autowired
    Seals seals;

    private final String mail = UUID.randomUUID() + "@example.org";
    private long ticket;

    @BeforeEach
    void a_ticket() {
        var name = "FORGED-" + UUID.randomUUID().toString().substring(0, 8);
        var site = registrar.add(Actor.HOUSE, SiteEntry.of(name, "NGI_FRANCE", mail), "a test");
        var key = UUID.randomUUID().toString();
        ticket = tickets.open(Actor.HOUSE, new Draft(site, 0, "Disk", "Full.", Priority.URGENT, "en", key));
    }

    private MimeMessage ours() {
        return eventually(
                () -> Arrays.stream(house.post().getReceivedMessagesForDomain(mail))
                        .findFirst()
                        .orElse(null),
                "the letter to the site");
    }

    /** Delivers a letter with these headers; answers what became of it. */
    private String comes(String headers) {
        var id = "<" + UUID.randomUUID() + "@elsewhere.example.org>";
        var raw = "Message-ID: " + id + "\n" + headers + "\n\nIt is mended.\n";
        try (var in = new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))) {
            house.post()
                    .getUserManager()
                    .getUser("vigie")
                    .deliver(new MimeMessage(Session.getInstance(new Properties()), in));
        } catch (MessagingException | java.io.IOException undelivered) {
            throw new AssertionError(undelivered);
        }
        var fate = eventually(
                () -> house.sql()
                        .sql("select fate || ' ' || thread || ' ' || proof from mail.incoming where message_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .optional()
                        .orElse(null),
                "incoming " + id);
        house.settle();
        return fate;
    }

    private State state() {
        return tickets.ticket(ticket).orElseThrow().state();
    }

    @Test
    void a_forged_sender_with_the_tag_of_the_ticket_is_shown_and_moves_nothing() {
        assertThat(comes("From: %s\nSubject: Re: [Vigie #%d] Disk".formatted(mail, ticket)))
                .isEqualTo("FILED ticket:%d NONE".formatted(ticket));
        assertThat(state()).isEqualTo(State.ASSIGNED);
        var page = house.as(vigie.people.Role.DUTY_OPERATOR)
                .get("/tickets/" + ticket)
                .page();
        assertThat(page.select(".conversation").text())
                .contains("Sender not verified")
                .contains("It is mended.");
    }

    @Test
    void our_letter_asks_for_answers_at_a_sealed_address_and_who_answers_there_is_heard() throws Exception {
        var address = ours().getReplyTo()[0].toString();
        assertThat(address).matches("vigie\\+ticket-%d-[0-9a-f]{20}@example\\.org".formatted(ticket));
        assertThat(comes("From: %s\nTo: Vigie <%s>\nSubject: anything".formatted(mail, address)))
                .isEqualTo("FILED ticket:%d SEAL".formatted(ticket));
        assertThat(state()).isEqualTo(State.IN_PROGRESS);
    }

    @Test
    void a_sealed_address_in_capitals_or_noted_by_the_mail_server_alone_is_as_good() throws Exception {
        var address = ours().getReplyTo()[0].toString();
        assertThat(comes("From: %s\nTo: list@example.org\nDelivered-To: %s"
                        .formatted(mail, address.toUpperCase(java.util.Locale.ROOT))))
                .endsWith("SEAL");
    }

    @Test
    void a_seal_made_up_or_taken_from_another_ticket_proves_nothing() {
        var other = seals.sealed("vigie@example.org", "ticket:" + (ticket + 1_000_000));
        var stolen = other.replace("ticket-" + (ticket + 1_000_000), "ticket-" + ticket);
        assertThat(comes("From: %s\nTo: %s\nSubject: x".formatted(mail, stolen)))
                .isEqualTo("STRAY  NONE");
        var invented = "vigie+ticket-%d-00000000000000000000@example.org".formatted(ticket);
        assertThat(comes("From: %s\nTo: %s\nSubject: [Vigie #%d] x".formatted(mail, invented, ticket)))
                .endsWith("NONE");
        assertThat(state()).isEqualTo(State.ASSIGNED);
    }

    @Test
    void who_has_the_sealed_address_and_is_nobody_of_the_site_moves_nothing_either() throws Exception {
        var address = ours().getReplyTo()[0].toString();
        assertThat(comes("From: stranger-%s\nTo: %s".formatted(mail, address))).endsWith("SEAL");
        assertThat(state()).isEqualTo(State.ASSIGNED);
    }

    @Test
    void an_answer_to_our_message_id_is_heard() throws Exception {
        assertThat(comes("From: %s\nIn-Reply-To: %s".formatted(mail, ours().getMessageID())))
                .isEqualTo("FILED ticket:%d ANSWER".formatted(ticket));
        assertThat(state()).isEqualTo(State.IN_PROGRESS);
    }

    @Test
    void machines_and_loops_are_not_heard_even_at_the_sealed_address() throws Exception {
        var address = ours().getReplyTo()[0].toString();
        for (var machine : java.util.List.of(
                "From: %s\nAuto-Submitted: auto-replied".formatted(mail),
                "From: %s\nPrecedence: bulk".formatted(mail),
                "From: %s\nX-Autoreply: yes".formatted(mail),
                "From: MAILER-DAEMON@example.org",
                "From: %s\nReturn-Path: <>".formatted(mail))) {
            assertThat(comes(machine + "\nTo: " + address)).as(machine).startsWith("AUTOMATIC");
        }
        assertThat(state()).isEqualTo(State.ASSIGNED);
        assertThat(ours().getHeader("X-Loop")).isNotNull();
    }

    @Test
    void one_thread_takes_so_many_letters_in_an_hour_whoever_writes_them_and_keeps_the_head_of_the_rest()
            throws Exception {
        var address = ours().getReplyTo()[0].toString();
        house.sql().sql("""
                insert into mail.incoming (message_id, arrived, received, sender, subject, body, thread, fate)
                select 'bomb-' || gen_random_uuid(), now(), now(), 'bomber-' || n, '', '', :thread, 'FILED'
                  from generate_series(1, 60) as n
                """).param("thread", "ticket:" + ticket).update();
        assertThat(comes("From: %s\nTo: %s".formatted(mail, address))).startsWith("TOO_MANY");
        assertThat(state()).isEqualTo(State.ASSIGNED);
    }

    @Test
    void one_of_ours_that_comes_back_is_dropped() {
        var thread = "ticket:" + ticket;
        var before = count(thread);
        var raw =
                "Message-ID: <%s@elsewhere.example.org>\r\nX-Loop: vigie x\r\nFrom: %s\r\nSubject: [Vigie #%d] x\r\n\r\nx"
                        .formatted(UUID.randomUUID(), mail, ticket);
        try (var in = new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))) {
            house.post()
                    .getUserManager()
                    .getUser("vigie")
                    .deliver(new MimeMessage(Session.getInstance(new Properties()), in));
        } catch (MessagingException | java.io.IOException undelivered) {
            throw new AssertionError(undelivered);
        }
        comes("From: %s\nSubject: behind it".formatted(mail));
        assertThat(count(thread)).isEqualTo(before);
    }

    private long count(String thread) {
        return house.sql()
                .sql("select count(*) from mail.incoming where thread = :thread")
                .param("thread", thread)
                .query(Long.class)
                .single();
    }
}
