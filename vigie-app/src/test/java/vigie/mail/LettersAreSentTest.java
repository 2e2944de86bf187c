package vigie.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import vigie.House;
import vigie.InTheHouse;
import vigie.agenda.Vital;

@InTheHouse
class LettersAreSentTest {
    @Autowired
    House.Keys house;

    @Autowired
    LettersAreSent letters;

    private Vital sign(String gauge) {
        return letters.signs(house.clock().instant()).stream()
                .filter(sign -> sign.gauge().equals(gauge))
                .findFirst()
                .orElseThrow();
    }

    private void letter(String id, Duration age, boolean givenUp) {
        var written = house.clock().instant().minus(age).atOffset(ZoneOffset.UTC);
        house.sql()
                .sql("""
                insert into mail.letter (message_id, written, recipients, subject, body, thread, given_up)
                values (:id, :written, 'ada@example.org', '', '', 'test', :givenUp)
                """)
                .param("id", id)
                .param("written", written)
                .param("givenUp", givenUp ? written : null)
                .update();
    }

    @Test
    @Transactional
    void a_letter_that_has_not_left_after_ten_minutes_is_not_well() {
        house.sql().sql("delete from mail.letter where sent is null").update();
        assertThat(sign("mail.waiting").well()).isTrue();
        letter("<young@test>", Duration.ofMinutes(9), false);
        assertThat(sign("mail.waiting").well()).isTrue();
        assertThat(sign("mail.waiting").value()).isEqualTo(1);
        letter("<old@test>", Duration.ofMinutes(11), false);
        assertThat(sign("mail.waiting").well()).isFalse();
        assertThat(sign("mail.waiting").value()).isEqualTo(2);
    }

    @Test
    @Transactional
    void a_letter_given_up_waits_no_longer_and_is_counted_apart() {
        house.sql().sql("delete from mail.letter where sent is null").update();
        letter("<given-up@test>", Duration.ofMinutes(11), true);
        assertThat(sign("mail.waiting").well()).isTrue();
        assertThat(sign("mail.waiting").value()).isZero();
        assertThat(sign("mail.given-up").well()).isFalse();
        assertThat(sign("mail.given-up").value()).isEqualTo(1);
        assertThat(sign("mail.given-up").link()).isEqualTo("/mailbox?view=unsent");
    }
}
