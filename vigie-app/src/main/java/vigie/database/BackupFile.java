package vigie.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A zip sealed by its own comment: the last 64 letters of the file are the SHA-256 of all before them, so that one byte
 * lost or changed anywhere is seen before anything is read.
 */
final class BackupFile {
    static final String UNSEALED = "sha256:" + "0".repeat(64);
    static final String MANIFEST = "manifest.txt";
    private static final int SEAL = 64;

    private BackupFile() {}

    static void seal(Path file) throws IOException {
        var seal = digest(file);
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(out.length() - SEAL);
            out.write(seal.getBytes(StandardCharsets.US_ASCII));
            out.getFD().sync();
        }
    }

    static void mustBeWhole(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.size(file) < UNSEALED.length()) {
            throw new CopyRefused("'%s' is no backup (expected: a file written by ./vigie backup).".formatted(file));
        }
        var written = new byte[SEAL];
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(in.length() - SEAL);
            in.readFully(written);
        }
        if (!digest(file).equals(new String(written, StandardCharsets.US_ASCII))) {
            throw new CopyRefused(
                    "'%s' is damaged: its checksum differs from the one it was sealed with, so part of it is cut or changed. Nothing was restored."
                            .formatted(file));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String digest(Path file) throws IOException {
        var digest = sha256();
        try (var in = Files.newInputStream(file)) {
            var left = Files.size(file) - SEAL;
            var part = new byte[1 << 16];
            while (left > 0) {
                var read = in.read(part, 0, (int) Math.min(left, part.length));
                if (read < 0) {
                    break;
                }
                digest.update(part, 0, read);
                left -= read;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
