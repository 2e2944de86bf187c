package vigie.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vigie.House;
import vigie.InTheHouse;
import vigie.people.Role;

@InTheHouse
class RetentionTest {
    @Autowired
    House.Keys house;

    @Autowired
    Conversations conversations;

    @Autowired
    OldMailsAreForgotten forgetting;

    @Test
    void names_addresses_and_texts_go_when_their_time_is_over_and_the_figures_stay() {
        var word = UUID.randomUUID().toString();
        var asked = house.clock().instant().minus(Duration.ofDays(1000));
        var mail = new ListMail(
                "<" + word + "@x>",
                List.of(),
                asked,
                "maud@example.org",
                "Maud " + word,
                Subject.of("CE " + word),
                "Help, please",
                false);
        var answer = new ListMail(
                "<" + word + "2@x>",
                List.of("<" + word + "@x>"),
                asked.plus(Duration.ofHours(2)),
                "luc@b.example.org",
                "Luc",
                Subject.of("Re: CE " + word),
                "Restart it.",
                false);
        conversations.take(List.of(mail, answer));
        var id = house.sql()
                .sql("select thread from help.mail where message_id = :id")
                .param("id", mail.messageId())
                .query(Long.class)
                .single();
        forgetting.play(house.clock().instant().plus(Duration.ofDays(90)));
        assertThat(house.as(Role.DUTY_OPERATOR).get("/calls/" + id).text()).contains("CE " + word);
        forgetting.play(house.clock().instant().plus(Duration.ofDays(100)));
        assertThat(house.as(Role.DUTY_OPERATOR).get("/calls/" + id).text())
                .contains("were deleted")
                .doesNotContain(word, "Luc", "Restart");
        assertThat(house.sql()
                        .sql(
                                "select answered is not null and answer_seconds is not null from help.thread where id = :id")
                        .param("id", id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(conversations.take(List.of(mail, answer))).isZero();
    }
}
