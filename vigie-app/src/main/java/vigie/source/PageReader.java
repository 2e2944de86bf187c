package vigie.source;

import java.util.regex.Pattern;
import vigie.words.Refusal;

/** One page of an answer: its entries, and where the next one begins. */
final class PageReader {
    private static final Pattern CURSOR = Pattern.compile("[?&]next_cursor=(\\d{1,18})(&|$)");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    private final String name;
    private final GocdbRows rows;
    private long entries;
    private boolean paged;
    private long count = -1;
    private long next = -1;

    PageReader(String method, int page, Draft draft) {
        this.name = method + " (" + page + ")";
        this.rows = new GocdbRows(name, draft);
    }

    String name() {
        return name;
    }

    void take(Element element) {
        if (!element.name().equals("meta")) {
            entries++;
            rows.take(element);
            return;
        }
        paged = true;
        count = COUNT.matcher(element.text("count")).matches() ? Long.parseLong(element.text("count")) : -1;
        for (var link : element.all("link")) {
            if ("next".equals(link.attributes().get("rel"))) {
                var found = CURSOR.matcher(link.attributes().getOrDefault("href", ""));
                next = found.find() ? Long.parseLong(found.group(1)) : -1;
            }
        }
    }

    /** The last page is the empty one; a server that does not page has said all at once. */
    boolean isLast() {
        if (!paged || count == 0 || (count < 0 && entries == 0)) {
            return true;
        }
        if (entries == 0) {
            throw Refusal.unreadable("answer", "source.count-lies", name, count);
        }
        return false;
    }

    /** Where the next page begins; a page with entries must say so. */
    long next() {
        if (next < 0) {
            throw Refusal.unreadable("answer", "source.no-cursor", name);
        }
        return next;
    }
}
