package vigie.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vigie.Vigie;
import vigie.database.Commands;

/** Starts the demonstration: Vigie itself, with a clock and a post of its own and a federation around it. */
public final class Demonstration {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String ADDRESS = "vigie@example.org";
    private static final String LIST = "operations@example.org";

    private Demonstration() {}

    /** Runs the demonstration until it is told to stop. */
    public static void main(String[] arguments) {
        if (!Commands.runIfCommand(arguments)) {
            run(arguments);
        }
    }

    static ConfigurableApplicationContext run(String... arguments) {
        var post = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAP)
        });
        post.setUser(ADDRESS, "vigie", "post-of-the-demonstration");
        post.setUser(LIST, "list", "list-of-the-demonstration");
        post.start();
        var house = new SpringApplication(Vigie.class);
        house.setDefaultProperties(properties(post));
        house.addInitializers(context -> context.addApplicationListener(event -> {
            if (event instanceof org.springframework.context.event.ContextClosedEvent) {
                post.stop();
            }
        }));
        return house.run(arguments);
    }

    private static Map<String, Object> properties(GreenMail post) {
        var all = new HashMap<String, Object>();
        all.put("vigie.clock", "hand");
        all.put("vigie.data", "data/demo");
        all.put("vigie.first-administrator", "none");
        all.put("vigie.demo", "true");
        // a result of the past is followed by the next one three hours later
        all.put("vigie.monitor.life", "7h");
        all.put("spring.mail.host", LOOPBACK);
        all.put("spring.mail.port", post.getSmtp().getPort());
        all.put("vigie.mail.imap.host", LOOPBACK);
        all.put("vigie.mail.imap.port", post.getImap().getPort());
        all.put("vigie.mail.imap.user", "vigie");
        all.put("vigie.mail.imap.password", "post-of-the-demonstration");
        all.put("vigie.mail.imap.ssl", "false");
        all.put("vigie.mail.from", ADDRESS);
        all.put("vigie.mail.reply-to", ADDRESS);
        all.put("vigie.help.imap.host", LOOPBACK);
        all.put("vigie.help.imap.port", post.getImap().getPort());
        all.put("vigie.help.imap.user", "list");
        all.put("vigie.help.imap.password", "list-of-the-demonstration");
        all.put("vigie.help.imap.ssl", "false");
        all.put("vigie.help.imap.every", "PT2S");
        all.put("vigie.help.list", LIST);
        // the post of the demonstration knows one mailbox and no plus-addresses
        all.put("vigie.mail.plus-address", "false");
        all.put("vigie.duty.mail", "duty@example.org");
        all.put("vigie.url", "http://localhost:${server.port:8080}");
        return all;
    }
}
