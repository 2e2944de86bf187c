package vigie.source;

import java.util.List;
import java.util.Map;

/**
 * An XML element, small enough to be held whole: one entry of an answer.
 *
 * @param line where it begins, from 1
 * @param text its text without the blanks around it; of an element with children, what stands between them
 */
record Element(String name, int line, Map<String, String> attributes, List<Element> children, String text) {
    /** The text of the first child of this name; empty where there is none. */
    String text(String child) {
        for (var one : children) {
            if (one.name().equals(child)) {
                return one.text();
            }
        }
        return "";
    }

    boolean has(String child) {
        return children.stream().anyMatch(one -> one.name().equals(child));
    }

    /** The children of the first child of this name. */
    List<Element> within(String child) {
        return children.stream()
                .filter(one -> one.name().equals(child))
                .findFirst()
                .map(Element::children)
                .orElse(List.of());
    }

    List<Element> all(String child) {
        return children.stream().filter(one -> one.name().equals(child)).toList();
    }
}
