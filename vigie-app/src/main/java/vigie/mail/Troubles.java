package vigie.mail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** What went wrong last with the post; forgotten as soon as it goes well. */
@Component
class Troubles {
    private final boolean configured;
    private volatile String sending = "";
    private volatile String reading = "";

    Troubles(ObjectProvider<JavaMailSender> sender) {
        this.configured = sender.getIfAvailable() != null;
    }

    boolean configured() {
        return configured;
    }

    String sending() {
        return sending;
    }

    void sending(String trouble) {
        sending = trouble;
    }

    String reading() {
        return reading;
    }

    void reading(String trouble) {
        reading = trouble;
    }
}
