package vigie.monitor;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vigie.words.Refusal;

/** The body of a request: no longer than allowed, and with a digest of what was read where one is wanted. */
final class Body extends FilterInputStream {
    /** The longest body that is read, in bytes. */
    static final long LONGEST = 64L << 20;

    private final @Nullable MessageDigest digest;
    private long length;

    Body(InputStream in, boolean withDigest) {
        super(in);
        try {
            digest = withDigest ? MessageDigest.getInstance("SHA-256") : null;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        var count = super.read(bytes, from, most);
        if (count > 0) {
            length += count;
            if (length > LONGEST) {
                throw Refusal.tooLarge("monitor.body-too-long", LONGEST >> 20);
            }
            if (digest != null) {
                digest.update(bytes, from, count);
            }
        }
        return count;
    }

    /** The digest of all that was read, or nothing where none was wanted. */
    String digest() {
        return digest == null ? "" : HexFormat.of().formatHex(digest.digest());
    }
}
