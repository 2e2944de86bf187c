package vigie.helpdesk;

import java.util.Map;

/**
 * One row of a file, or one element.
 *
 * @param number the line at which it begins
 * @param values what stands in it, by the name of the column or element: lower case, without {@code ghd_}
 * @param raw as it stood there, to be mended and handed in again
 */
record Line(int number, Map<String, String> values, String raw) {
    /** The name of a column or element as we know it. */
    static String name(String written) {
        return written.strip()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[\\s-]+", "_")
                .replaceFirst("^ghd_", "");
    }
}
