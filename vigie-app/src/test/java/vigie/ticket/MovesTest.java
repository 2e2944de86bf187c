package vigie.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovesTest {
    private static String words(java.util.List<State> states) {
        return states.stream().map(State::name).collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}, {1}, raised by {2} -> {3}")
    @CsvSource(delimiter = '|', nullValues = "nowhere", textBlock = """
            # from            | who  | raised by | to
            NEW               | duty | duty | IN_PROGRESS ASSIGNED WAITING_FOR_REPLY ON_HOLD SOLVED UNSOLVED
            NEW               | duty | site | IN_PROGRESS ASSIGNED WAITING_FOR_REPLY ON_HOLD SOLVED UNSOLVED
            NEW               | site | site | IN_PROGRESS WAITING_FOR_REPLY ON_HOLD SOLVED
            ASSIGNED          | duty | duty | IN_PROGRESS WAITING_FOR_REPLY ON_HOLD SOLVED UNSOLVED
            ASSIGNED          | site | duty | IN_PROGRESS WAITING_FOR_REPLY ON_HOLD SOLVED
            IN_PROGRESS       | duty | duty | SOLVED WAITING_FOR_REPLY ON_HOLD ASSIGNED UNSOLVED
            IN_PROGRESS       | site | duty | SOLVED WAITING_FOR_REPLY ON_HOLD
            WAITING_FOR_REPLY | duty | duty | IN_PROGRESS SOLVED ON_HOLD UNSOLVED
            WAITING_FOR_REPLY | site | duty | IN_PROGRESS SOLVED ON_HOLD
            ON_HOLD           | duty | duty | IN_PROGRESS ASSIGNED WAITING_FOR_REPLY SOLVED UNSOLVED
            ON_HOLD           | site | duty | IN_PROGRESS WAITING_FOR_REPLY SOLVED
            REOPENED          | duty | duty | IN_PROGRESS ASSIGNED WAITING_FOR_REPLY ON_HOLD SOLVED UNSOLVED
            REOPENED          | site | duty | IN_PROGRESS WAITING_FOR_REPLY ON_HOLD SOLVED
            SOLVED            | duty | duty | VERIFIED REOPENED CLOSED
            SOLVED            | duty | site | REOPENED CLOSED
            SOLVED            | site | duty | nowhere
            SOLVED            | site | site | VERIFIED REOPENED
            UNSOLVED          | duty | duty | REOPENED CLOSED
            UNSOLVED          | site | duty | nowhere
            UNSOLVED          | site | site | REOPENED
            VERIFIED          | duty | duty | nowhere
            VERIFIED          | site | site | nowhere
            CLOSED            | duty | duty | nowhere
            CLOSED            | site | site | nowhere
            """)
    void a_ticket_moves_only_where_it_may(State from, String who, String raisedBy, String to) {
        assertThat(words(Moves.from(from, who.equals("duty"), raisedBy.equals("site"))))
                .isEqualTo(to == null ? "" : to);
    }

    @Test
    void a_verified_and_a_closed_ticket_have_ended_and_no_other() {
        assertThat(Arrays.stream(State.values()).filter(State::isFinal))
                .containsExactlyInAnyOrder(State.VERIFIED, State.CLOSED);
    }

    @Test
    void every_state_but_the_first_is_reached_from_another() {
        for (var state : State.values()) {
            assertThat(Arrays.stream(State.values()).anyMatch(from -> from.mayBecome(state)))
                    .as(state.name())
                    .isEqualTo(state != State.NEW);
        }
    }
}
