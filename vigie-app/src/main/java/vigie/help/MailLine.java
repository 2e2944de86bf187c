package vigie.help;

import java.time.Instant;
import java.util.List;

/**
 * A mail as a person reads it; mail addresses only for those who may read contacts.
 *
 * @param address empty where it may not be seen
 * @param text its lines
 */
public record MailLine(Instant at, String name, String address, boolean automatic, List<String> text) {
    static MailLine of(MailTable.Kept mail, boolean open) {
        var name = open ? mail.senderName() : Veil.over(mail.senderName());
        var body = open ? mail.body() : Veil.over(mail.body());
        return new MailLine(
                mail.at(),
                name,
                open ? mail.sender() : "",
                mail.automatic(),
                body.lines().toList());
    }
}
