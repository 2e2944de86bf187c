package vigie.help;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import vigie.mail.LetterArrived;
import vigie.mail.Proof;

/** A letter that answers a call of ours is an answer in its conversation. One that merely says so is none. */
@Component
class LettersBecomeAnswers {
    private final Answering answering;

    LettersBecomeAnswers(Answering answering) {
        this.answering = answering;
    }

    @ApplicationModuleListener
    void on(LetterArrived letter) {
        if (letter.thread().matches("call:\\d{1,15}") && letter.proof() != Proof.NONE) {
            answering.heard(Long.parseLong(letter.thread().substring("call:".length())), letter);
        }
    }
}
