package vigie.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import vigie.House;
import vigie.InTheHouse;

@InTheHouse
class LettersAreSentTest {
    @Autowired
    House.Keys house;

    @Autowired
    LettersAreSent letters;

    @Test
    @Transactional
    void a_letter_that_has_not_left_after_ten_minutes_is_counted_and_a_younger_one_is_not() {
        var now = house.clock().instant();
        var before = letters.signs(now).getFirst().value();
        house.sql()
                .sql("""
                insert into mail.letter (message_id, written, recipients, subject, body, thread)
                values ('<old@test>', :old, 'ada@example.org', '', '', 'test'),
                       ('<young@test>', :young, 'ada@example.org', '', '', 'test')
                """)
                .param("old", now.minus(Duration.ofMinutes(11)).atOffset(java.time.ZoneOffset.UTC))
                .param("young", now.minus(Duration.ofMinutes(9)).atOffset(java.time.ZoneOffset.UTC))
                .update();
        var sign = letters.signs(now).getFirst();
        assertThat(sign.value()).isEqualTo(before + 1);
        assertThat(sign.well()).isFalse();
    }
}
