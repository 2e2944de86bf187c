package vigie.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What no sender means, and what arrives all the same. */
final class Garbage {
    private Garbage() {}

    /** Values of a form field or of a parameter, encoded as they stand in a request, by what they are. */
    static Map<String, String> values() {
        var all = new LinkedHashMap<String, String>();
        all.put("nothing", "");
        all.put("blanks", "%20%09%0a%20");
        all.put("NUL", "a%00b");
        all.put("invalid UTF-8", "%c3%28%ff%fe");
        all.put("half a character", "%ed%a0%80");
        all.put("Latin-1", "caf%e9");
        all.put("control characters", "a%01%1b%5b31m%7fb");
        all.put("right to left", encoded("a\u202eb\u2066"));
        all.put("markup", encoded("<script>alert(1)</script>${7*7}{{x}}"));
        all.put("a quote", encoded("'; drop table people.person; --"));
        all.put("the year 99999", "%2B99999-12-31T23%3A59%3A59Z");
        all.put("the year 99999, local", "%2B99999-12-31T23%3A59");
        all.put("the year 300000", "%2B300000-01-01T00%3A00");
        all.put("long ago", "-99999-01-01T00%3A00");
        all.put("no such day", "2013-02-30T25%3A61");
        all.put("a day of the year 99999", "%2B99999-12-31");
        all.put("a whole number too large", "99999999999999999999");
        all.put("a large number", "2147483647");
        all.put("the largest number", "9223372036854775807");
        all.put("the smallest number", "-9223372036854775808");
        all.put("a number below nothing", "-1");
        all.put("a number with a point", "1e400");
        all.put("no number", "NaN");
        all.put("a path", encoded("../../../../etc/passwd"));
        all.put("longer than a line", "x".repeat(1_100));
        all.put("longer than a text", "é".repeat(4_100).replace("é", "%c3%a9"));
        all.put("much too long", "x".repeat(250_000));
        return all;
    }

    /** Bodies that are no JSON, or not what was asked for, by what they are. */
    static Map<String, byte[]> bodies() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("nothing", new byte[0]);
        all.put("cut", utf8("{\"text\":\"a"));
        all.put("no JSON", utf8("text=a&until=b"));
        all.put("null", utf8("null"));
        all.put("a list", utf8("[]"));
        all.put("a list of lists", utf8("[[[[]]]]"));
        all.put("a text", utf8("\"text\""));
        all.put("a number", utf8("1e999999"));
        all.put("deeply nested lists", utf8("[".repeat(100_000)));
        all.put("deeply nested objects", utf8("{\"a\":".repeat(50_000)));
        all.put("UTF-16 with its mark", "\ufeff{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16LE));
        all.put("UTF-8 with its mark", utf8("\ufeff{\"text\":\"a\"}"));
        all.put("Latin-1", "{\"text\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        all.put("invalid UTF-8", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
        all.put("NUL bytes", new byte[64]);
        all.put(
                "XML",
                utf8("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"));
        all.put("a name twice", utf8("{\"text\":\"a\",\"text\":\"b\"}"));
        return all;
    }

    /** Values of a field of JSON, as they stand there. */
    static List<String> jsonValues() {
        var all = new ArrayList<>(List.of(
                "null",
                "\"\"",
                "\"a\\u0000b\"",
                "\"\\ud800\"",
                "\"\\u0001\\u001b\"",
                "1e400",
                "-1",
                "true",
                "{}",
                "[]",
                "99999999999999999999",
                "\"99999999999999999999\"",
                "\"+99999-12-31T23:59:59Z\"",
                "\"+99999-12-31\"",
                "\"-99999-01-01T00:00:00Z\"",
                "\"+1000000000-12-31T23:59:59Z\"",
                "\"PT99999999999999H\"",
                "\"P-1D\"",
                "\"2013-02-30T25:61:00Z\"",
                "{\"a\":{\"b\":[1,{}]}}",
                "\"../../etc/passwd\"",
                "\"NaN\""));
        all.add("\"" + "x".repeat(1_100) + "\"");
        all.add("\"" + "x".repeat(250_000) + "\"");
        all.add("[".repeat(900) + "]".repeat(900));
        return all;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
