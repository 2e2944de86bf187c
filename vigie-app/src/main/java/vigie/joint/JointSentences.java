package vigie.joint;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vigie.words.Words;

/** Says in words why something written is thought to be of the cause of a problem. */
@Component
class JointSentences {
    String of(Joint joint, Words words) {
        if (joint.reason().equals(Joint.BY_HAND)) {
            return words.say("joint.match.by-hand", joint.word());
        }
        var said = new StringBuilder(words.say("joint." + joint.reason(), joint.word()));
        var span = words.span(joint.after().abs());
        said.append(", ")
                .append(words.say(joint.after().compareTo(Duration.ZERO) < 0 ? "joint.before" : "joint.after", span));
        if (!joint.both().isEmpty()) {
            var both = joint.both().stream()
                    .map(symptom -> words.say("joint.symptom." + symptom))
                    .toList();
            said.append(", ").append(words.say("joint.both", String.join(", ", both)));
        }
        return said.toString();
    }
}
