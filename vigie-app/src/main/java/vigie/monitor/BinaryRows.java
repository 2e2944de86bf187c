package vigie.monitor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Rows in the binary format of PostgreSQL's COPY (documentation of COPY, "Binary Format"): nothing in them needs to be
 * escaped, and nothing to be read from text.
 */
final class BinaryRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    /** PostgreSQL counts microseconds from the year 2000. */
    private static final long EPOCH = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private byte[] bytes;
    private int length;

    BinaryRows(int size) {
        bytes = new byte[Math.max(size, 64)];
        System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
        length = SIGNATURE.length;
        raw4(0);
        raw4(0);
    }

    BinaryRows row(int columns) {
        raw2(columns);
        return this;
    }

    BinaryRows add(int value) {
        raw4(4);
        raw4(value);
        return this;
    }

    BinaryRows add(long value) {
        raw4(8);
        raw8(value);
        return this;
    }

    BinaryRows add(Instant moment) {
        return add((moment.getEpochSecond() - EPOCH) * 1_000_000 + moment.getNano() / 1000);
    }

    BinaryRows add(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        raw4(encoded.length);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        return this;
    }

    /** Ends the rows and writes them. */
    void writeTo(OutputStream out) throws IOException {
        raw2(-1);
        out.write(bytes, 0, length);
    }

    private void raw2(int value) {
        room(2);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
    }

    private void raw4(int value) {
        raw2(value >> 16);
        raw2(value);
    }

    private void raw8(long value) {
        raw4((int) (value >> 32));
        raw4((int) value);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
