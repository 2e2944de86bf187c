package vigie.mail;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Letters that came in, as they came: for a room that must know more of one than {@link LetterArrived} tells. */
@Component
public class Arrivals {
    private final IncomingTable incoming;

    Arrivals(IncomingTable incoming) {
        this.incoming = incoming;
    }

    /** The letter of a number; empty where it was too large to be kept. */
    public Optional<Received> of(long letter) {
        return incoming.raw(letter).map(Reader::read);
    }
}
