package vigie.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', nullValues = "refused", textBlock = """
            # name            | begins with    | is taken as
            trace.log         | Jobs are lost  | TEXT
            TRACE.LOG         | Jobs are lost  | TEXT
            site.tar.gz       | \\x1F\\x8B\\x08 | GZIP
            picture.png       | \\x89PNG\\r\\n  | PNG
            picture.jpg       | \\xFF\\xD8\\xFF | JPEG
            report.pdf        | %PDF-1.7       | PDF
            logs.zip          | PK\\x03\\x04   | ZIP
            picture.png       | <html>         | refused
            report.pdf        | MZ             | refused
            trace.log         | \\x7FELF\\x00  | refused
            run.exe           | MZ             | refused
            page.html         | <html>         | refused
            page.php          | <?php          | refused
            script.sh         | #!/bin/sh      | refused
            drawing.svg       | <svg>          | refused
            none              | text           | refused
            """)
    void only_what_can_be_read_or_seen_is_taken_and_its_content_must_be_what_its_name_says(
            String name, String begin, String kind) {
        assertThat(FileKind.of(name, bytes(begin)).map(Enum::name).orElse(null)).isEqualTo(kind);
    }

    private static byte[] bytes(String written) {
        var read = new StringBuilder();
        for (var i = 0; i < written.length(); i++) {
            if (written.startsWith("\\x", i)) {
                read.append((char) Integer.parseInt(written.substring(i + 2, i + 4), 16));
                i += 3;
            } else if (written.startsWith("\\r", i) || written.startsWith("\\n", i)) {
                read.append(written.charAt(i + 1) == 'r' ? '\r' : '\n');
                i++;
            } else {
                read.append(written.charAt(i));
            }
        }
        return read.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
