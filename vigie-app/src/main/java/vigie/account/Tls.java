package vigie.account;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * TLS by two PEM files: {@code vigie.tls.certificate} and {@code vigie.tls.key}. They are looked at before anything
 * else starts, and read again when they change.
 */
@Configuration
class Tls {
    static final String CERTIFICATE = "vigie.tls.certificate";
    static final String KEY = "vigie.tls.key";

    /** Before all beans: a wrong file is a matter of a second, not of a half-started house. */
    @Bean
    static BeanFactoryPostProcessor tlsFilesFit(Environment environment) {
        return beans -> {
            var certificate = environment.getProperty(CERTIFICATE, "");
            var key = environment.getProperty(KEY, "");
            if (certificate.isBlank() && key.isBlank()) {
                return;
            }
            if (certificate.isBlank() || key.isBlank()) {
                throw new TlsRefused("TLS needs two files, but %s is not given (expected: both %s and %s)."
                        .formatted(certificate.isBlank() ? CERTIFICATE : KEY, CERTIFICATE, KEY));
            }
            new TlsFiles(Path.of(certificate), Path.of(key)).mustFit();
        };
    }

    /** Says the two files in the words of Spring's own bundle of certificates. */
    static final class SaidToSpring implements EnvironmentPostProcessor {
        @Override
        public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
            var certificate = environment.getProperty(CERTIFICATE, "");
            var key = environment.getProperty(KEY, "");
            if (certificate.isBlank() || key.isBlank()) {
                return;
            }
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "vigie.tls",
                            Map.of(
                                    "spring.ssl.bundle.pem.vigie.keystore.certificate",
                                    file(certificate),
                                    "spring.ssl.bundle.pem.vigie.keystore.private-key",
                                    file(key),
                                    "spring.ssl.bundle.pem.vigie.reload-on-update",
                                    "true",
                                    "server.ssl.bundle",
                                    "vigie")));
        }

        private static String file(String path) {
            return "file:" + Path.of(path).toAbsolutePath();
        }
    }
}
