package vigie.mail;

import java.util.List;
import java.util.Properties;

/**
 * A mailbox on an IMAP server, and how it is reached.
 *
 * @param host empty where no mailbox is to be read
 * @param ssl whether the connection is under TLS from its beginning
 */
public record Mailbox(String host, int port, String user, String password, boolean ssl) {
    /** Whether there is one. */
    public boolean isConfigured() {
        return !host.isBlank();
    }

    /** The name under which is kept how far it was read. */
    String name() {
        return user + "@" + host;
    }

    String protocol() {
        return ssl ? "imaps" : "imap";
    }

    Properties properties() {
        var properties = new Properties();
        for (var key : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail." + protocol() + "." + key, "20000");
        }
        properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
        // Reading must not mark anything as read: a person may look into the same mailbox.
        properties.setProperty("mail." + protocol() + ".peek", "true");
        return properties;
    }

    /** Without the password: it must reach no log. */
    @Override
    public String toString() {
        return name();
    }
}
