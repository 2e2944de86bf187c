package vigie.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.tukaani.xz.XZInputStream;

/** Unpacks a .txz: plain files, folders and links, which is all that a PostgreSQL build holds. */
final class TarXz {
    private static final int BLOCK = 512;

    private final InputStream in;
    private final Path into;

    private TarXz(InputStream in, Path into) {
        this.in = in;
        this.into = into;
    }

    static void unpack(InputStream txz, Path into) throws IOException {
        try (var in = new BufferedInputStream(new XZInputStream(txz), 1 << 16)) {
            var tar = new TarXz(in, into);
            while (tar.next()) {
                // each turn unpacks one entry
            }
        }
    }

    private boolean next() throws IOException {
        var header = in.readNBytes(BLOCK);
        if (header.length < BLOCK || header[0] == 0) {
            return false;
        }
        var name = text(header, 0, 100);
        var target = into.resolve(name).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("entry '%s' (expected: a path inside the archive)".formatted(name));
        }
        var size = Long.parseLong(text(header, 124, 12).strip(), 8);
        switch (header[156]) {
            case '5' -> Files.createDirectories(target);
            case '2' -> link(target, text(header, 157, 100));
            case '0', 0 -> file(target, size, text(header, 100, 8).strip());
            default ->
                throw new IOException(
                        "entry '%s' of type %c (expected: file, folder or link)".formatted(name, (char) header[156]));
        }
        return true;
    }

    private void link(Path target, String to) throws IOException {
        Files.createDirectories(parent(target));
        Files.createSymbolicLink(target, Path.of(to));
    }

    private void file(Path target, long size, String mode) throws IOException {
        Files.createDirectories(parent(target));
        try (var out = Files.newOutputStream(target)) {
            var left = size;
            var part = ByteBuffer.allocate(1 << 16);
            while (left > 0) {
                var read = in.read(part.array(), 0, (int) Math.min(left, part.capacity()));
                if (read < 0) {
                    throw new IOException("'%s' ends %d bytes too early".formatted(target, left));
                }
                out.write(part.array(), 0, read);
                left -= read;
            }
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        if (mode.endsWith("755")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private Path parent(Path target) {
        var parent = target.getParent();
        return parent == null ? into : parent;
    }

    private static String text(byte[] header, int start, int length) {
        var end = start;
        while (end < start + length && header[end] != 0) {
            end++;
        }
        return new String(header, start, end - start, StandardCharsets.UTF_8);
    }
}
