package vigie.help;

import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps out of what is sent to a list what is not for everybody: names in certificates, mail addresses, secrets, and all
 * that checks of security say.
 */
@Component
class Restricted {
    private static final String GONE = "[…]";
    private static final Pattern[] HIDDEN = {
        // /DC=org/DC=example/CN=Somebody, up to the end of the name: a slash begins each further part
        Pattern.compile("/(?:C|O|OU|DC|CN|ST|L|E|UID|cn|dc|ou|(?i:emailAddress))=[^\\n\"'|;]*"),
        // CN=Somebody,OU=x,O=y
        Pattern.compile(
                "(?i)\\b(?:CN|OU|DC|UID|emailAddress)\\s*=\\s*[^,\\n\"'|;]+(?:,\\s*[A-Za-z]{1,12}\\s*=\\s*[^,\\n\"'|;]+)*"),
        Pattern.compile("[^\\s<>\"'(),;:@]+@[\\p{Alnum}.-]+\\.\\p{Alpha}{2,}"),
        Pattern.compile("(?is)-----BEGIN [^-]+-----.*?(?:-----END [^-]+-----|\\z)"),
        Pattern.compile(
                "(?i)(?:pass(?:word|wd)?|secret|(?<!space )token|authorization|mot de passe|cookie)\"?\\s*[:=]\\s*(?:bearer\\s+|basic\\s+)?\\S+"),
        Pattern.compile("(?i)\\bbearer\\s+[A-Za-z0-9._~+/=-]{8,}"),
        Pattern.compile("://[^/\\s:@]+:[^/\\s@]+@")
    };

    private final Pattern metrics;

    Restricted(
            @Value("${vigie.help.never-sent:(?i)pakiti|security|csirt|\\.sec\\.|vulnerab|argus.*ban}") String metrics) {
        this.metrics = Pattern.compile(metrics);
    }

    /** Whether nothing of a check is for everybody. */
    boolean isSecret(String metric) {
        return metrics.matcher(metric).find();
    }

    /** The text without what is not for everybody. */
    String cleared(String text) {
        var cleared = text;
        for (var hidden : HIDDEN) {
            cleared = hidden.matcher(cleared).replaceAll(GONE);
        }
        return cleared;
    }
}
