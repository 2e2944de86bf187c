package vigie.source;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vigie.words.Refusal;

/**
 * Reads a registry's XML, one entry at a time. Entities of the outside are never fetched, and what is no such answer is
 * refused in words: an error in place of data, plain text, an end that is missing, another encoding.
 */
final class XmlAnswer {
    private static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_CHILDREN = 100_000;
    private static final XMLInputFactory FACTORY = factory();

    private final String name;
    private final XMLStreamReader xml;

    private XmlAnswer(String name, XMLStreamReader xml) {
        this.name = name;
        this.xml = xml;
    }

    /**
     * Hands over each child of the root.
     *
     * @param name what is read, for the refusals: a file's name, or the method asked
     */
    static void read(String name, byte[] bytes, Consumer<Element> entry) {
        var start = start(bytes);
        if (!start.startsWith("<")) {
            throw Refusal.unreadable("answer", "source.no-xml", name, start);
        }
        try {
            new XmlAnswer(name, FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes))).readAll(entry);
        } catch (XMLStreamException broken) {
            var line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            throw Refusal.unreadable("answer", "source.broken-xml", name, line, reason(broken));
        } catch (ArrayIndexOutOfBoundsException | java.io.UncheckedIOException stumbled) {
            // the JDK's parser lets these escape on bytes that are no text
            throw Refusal.unreadable("answer", "source.broken-xml", name, 0, String.valueOf(stumbled.getMessage()));
        }
    }

    private void readAll(Consumer<Element> entry) throws XMLStreamException {
        xml.nextTag();
        var root = xml.getLocalName();
        if (root.equals("error")) {
            throw Refusal.unreadable("answer", "source.error-answer", name, text());
        }
        if (!root.equals("results")) {
            throw Refusal.unreadable("answer", "source.other-xml", name, root);
        }
        while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
            if (xml.isStartElement()) {
                entry.accept(element(1));
            }
        }
    }

    private Element element(int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw Refusal.unreadable("answer", "source.too-deep", name, line(), DEEPEST);
        }
        var line = line();
        var element = xml.getLocalName();
        var attributes = new LinkedHashMap<String, String>();
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        var children = new ArrayList<Element>();
        var text = new StringBuilder();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                children.add(element(depth + 1));
            } else if (xml.isCharacters()) {
                text.append(xml.getText());
            }
            if (text.length() > LONGEST_TEXT || children.size() > MOST_CHILDREN) {
                throw Refusal.unreadable("answer", "source.too-long", name, line, element);
            }
        }
        return new Element(
                element,
                line,
                attributes,
                List.copyOf(children),
                text.toString().strip());
    }

    private String text() throws XMLStreamException {
        return element(1).text();
    }

    private int line() {
        return xml.getLocation().getLineNumber();
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** The first characters, as a person would want to see what has come instead of XML. */
    private static String start(byte[] bytes) {
        var text = new String(bytes, 0, Math.min(bytes.length, 300), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
        return text.length() > 200 ? text.substring(0, 200) : text.replaceAll("\\p{Cntrl}", " ");
    }

    private static String reason(XMLStreamException broken) {
        var lines = String.valueOf(broken.getMessage()).split("\n");
        var last = lines[lines.length - 1];
        return last.replaceFirst("^Message: ", "").toLowerCase(Locale.ROOT).contains("external")
                ? "external entity"
                : last.replaceFirst("^Message: ", "");
    }
}
