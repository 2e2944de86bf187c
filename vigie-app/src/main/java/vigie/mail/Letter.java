package vigie.mail;

import java.util.List;

/**
 * A letter to be sent.
 *
 * @param to mail addresses; a letter to nobody is refused
 * @param subject one line
 * @param text plain text, lines ended by a line feed
 * @param thread what it belongs to, such as {@code ticket:12}; answers to it come back under this name, and all letters
 *     of one thread refer to each other (RFC 5322 References)
 */
public record Letter(List<String> to, String subject, String text, String thread) {
    public Letter {
        if (to.isEmpty()) {
            throw new IllegalArgumentException("letter '%s' to nobody (expected: an address)".formatted(subject));
        }
        to = List.copyOf(to);
        subject = subject.replaceAll("[\\r\\n]+", " ").strip();
    }
}
