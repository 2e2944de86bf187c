package vigie.help;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who wrote a mail.
 *
 * @param address in lower case; empty where there is none
 * @param name empty where there is none
 */
record Sender(String address, String name) {
    private static final int LONGEST = 200;
    /** As public archives of lists write it: {@code maud at example.org (Maud Teissier)}. */
    private static final Pattern VEILED =
            Pattern.compile("^\\s*(\\S{1,64}) (?:at|chez|à) (\\S{1,190})\\s*(?:\\((.*)\\))?\\s*$");

    /** Reads a From header, decoded. */
    static Sender of(String header) {
        var veiled = VEILED.matcher(header);
        if (veiled.matches()) {
            var name = veiled.group(3) == null ? "" : veiled.group(3);
            return new Sender(clean(veiled.group(1) + "@" + veiled.group(2)).toLowerCase(Locale.ROOT), clean(name));
        }
        try {
            for (var one : InternetAddress.parseHeader(header, false)) {
                if (one.getAddress() != null && one.getAddress().contains("@")) {
                    var name = one.getPersonal() == null ? "" : one.getPersonal();
                    return new Sender(clean(one.getAddress()).toLowerCase(Locale.ROOT), clean(name));
                }
            }
        } catch (AddressException unreadable) {
            return new Sender("", clean(header));
        }
        return new Sender("", clean(header));
    }

    /** The part of the address behind the @; empty where there is none. */
    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static String clean(String text) {
        var plain = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ")
                .replaceAll("\\s+", " ")
                .replace("\"", "")
                .strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
