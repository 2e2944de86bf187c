package vigie.account;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.springframework.boot.ssl.pem.PemContent;

/** A certificate with its chain and a private key, each in PEM, that must belong together. */
record TlsFiles(Path certificate, Path key) {
    private static final byte[] SIGNED = {1, 2, 3};

    /** Refuses, in one line with the file and what was expected. */
    void mustFit() {
        var certificates = certificates();
        var privateKey = privateKey();
        if (!belongTogether(certificates.getPublicKey(), privateKey)) {
            throw new TlsRefused("The key in %s does not belong to the first certificate in %s (%s)."
                    .formatted(key, certificate, certificates.getSubjectX500Principal()));
        }
    }

    private X509Certificate certificates() {
        try {
            var found = content(certificate).getCertificates();
            if (!found.isEmpty()) {
                return found.getFirst();
            }
        } catch (IllegalStateException | IllegalArgumentException unreadable) {
            // refused below, with what was expected
        }
        throw new TlsRefused("No certificate can be read in %s (expected: PEM, the server's certificate first)."
                .formatted(certificate));
    }

    private PrivateKey privateKey() {
        try {
            var found = content(key).getPrivateKey();
            if (found != null) {
                return found;
            }
        } catch (IllegalStateException | IllegalArgumentException unreadable) {
            // refused below, with what was expected
        }
        throw new TlsRefused("No private key can be read in %s (expected: PEM, PKCS#8 or PKCS#1, without a password)."
                .formatted(key));
    }

    private static PemContent content(Path file) {
        try {
            return PemContent.load(file);
        } catch (IOException unreadable) {
            throw new TlsRefused("The file %s cannot be read (expected: a PEM file that %s may read)."
                    .formatted(file, System.getProperty("user.name")));
        }
    }

    private static boolean belongTogether(PublicKey open, PrivateKey closed) {
        var algorithm = switch (open.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> open.getAlgorithm();
        };
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(closed);
            signature.update(SIGNED);
            var written = signature.sign();
            signature.initVerify(open);
            signature.update(SIGNED);
            return signature.verify(written);
        } catch (GeneralSecurityException other) {
            return false;
        }
    }
}
