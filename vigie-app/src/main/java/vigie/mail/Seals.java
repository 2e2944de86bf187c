package vigie.mail;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Addresses that name a thread and that nobody else can make: {@code vigie+ticket-12-<seal>@example.org}, where the seal
 * is the first 80 bits of an HMAC-SHA256 of the thread (RFC 2104) under a secret of this house.
 */
@Component
class Seals {
    private static final Pattern TAG = Pattern.compile("([a-z]{1,20})-(\\d{1,15})-([0-9a-f]{20})");
    private static final Pattern THREAD = Pattern.compile("[a-z]{1,20}:\\d{1,15}");
    private static final int DIGITS = 20;

    private final JdbcClient sql;
    private final boolean wanted;
    private volatile byte @Nullable [] secret;

    Seals(JdbcClient sql, @Value("${vigie.mail.plus-address:true}") boolean wanted) {
        this.sql = sql;
        this.wanted = wanted;
    }

    /** The address to which answers in a thread are asked; the plain one where the thread has no number. */
    String sealed(String address, String thread) {
        var at = address.lastIndexOf('@');
        if (!wanted || at < 1 || !THREAD.matcher(thread).matches()) {
            return address;
        }
        return address.substring(0, at) + "+" + thread.replace(':', '-') + "-" + seal(thread) + address.substring(at);
    }

    /** The thread that one of these addresses names under a good seal. */
    Optional<String> thread(List<String> addresses) {
        return addresses.stream().flatMap(address -> thread(address).stream()).findFirst();
    }

    private Optional<String> thread(String address) {
        var lower = address.toLowerCase(Locale.ROOT);
        var plus = lower.indexOf('+');
        var at = lower.lastIndexOf('@');
        if (plus < 0 || at < plus) {
            return Optional.empty();
        }
        var tag = TAG.matcher(lower.substring(plus + 1, at));
        if (!tag.matches()) {
            return Optional.empty();
        }
        var thread = tag.group(1) + ":" + tag.group(2);
        var same = MessageDigest.isEqual(
                seal(thread).getBytes(StandardCharsets.US_ASCII), tag.group(3).getBytes(StandardCharsets.US_ASCII));
        return same ? Optional.of(thread) : Optional.empty();
    }

    private String seal(String thread) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(thread.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException | InvalidKeyException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private byte[] secret() {
        var kept = secret;
        if (kept == null) {
            var fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            sql.sql("insert into mail.secret (value) values (:value) on conflict do nothing")
                    .param("value", fresh)
                    .update();
            kept = sql.sql("select value from mail.secret").query(byte[].class).single();
            secret = kept;
        }
        return kept;
    }
}
