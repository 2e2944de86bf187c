package vigie.helpdesk;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vigie.words.Refusal;

/**
 * Reads tickets from XML as GGUS writes it: each child of the root is a ticket, each child of that a field, under the
 * names of its export or of its web services ({@code GHD_Request_ID}). A document that defines entities is refused: none
 * of ours does, and those that do mean harm.
 */
final class XmlTickets {
    private static final int DEEPEST = 20;
    private static final int LONGEST = 200_000;
    private static final XMLInputFactory FACTORY = factory();

    private final String name;
    private final XMLStreamReader xml;
    private final StringBuilder raw = new StringBuilder();

    private XmlTickets(String name, XMLStreamReader xml) {
        this.name = name;
        this.xml = xml;
    }

    /** Hands over each ticket. */
    static void read(String name, byte[] bytes, Consumer<Line> ticket) {
        try {
            new XmlTickets(name, FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes))).readAll(ticket);
        } catch (XMLStreamException broken) {
            var line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            throw broken(name, line, String.valueOf(broken.getMessage()).replaceFirst("(?s).*Message: ", ""));
        } catch (ArrayIndexOutOfBoundsException | java.io.UncheckedIOException stumbled) {
            // the JDK's parser lets these escape on bytes that are no text
            throw broken(name, 0, String.valueOf(stumbled.getMessage()));
        }
    }

    private static Refusal broken(String name, int line, String why) {
        return Refusal.unreadable("file", "helpdesk.file.broken-xml", name, line, LineRefused.clean(why, 200));
    }

    private void readAll(Consumer<Line> ticket) throws XMLStreamException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // what stands before the root
        }
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            if (xml.isStartElement()) {
                ticket.accept(ticket());
            }
        }
    }

    private Line ticket() throws XMLStreamException {
        var line = xml.getLocation().getLineNumber();
        var element = xml.getLocalName();
        raw.setLength(0);
        open(element);
        Map<String, String> values = new LinkedHashMap<>();
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            values.putIfAbsent(Line.name(xml.getAttributeLocalName(i)), xml.getAttributeValue(i));
        }
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                var field = xml.getLocalName();
                var text = text(2).strip();
                // what a field says twice, such as a diary, is one text
                values.merge(Line.name(field), text, (one, other) -> one.isEmpty() ? other : one + "\n" + other);
            }
        }
        raw.append("</").append(element).append('>');
        return new Line(line, values, raw.toString());
    }

    /** All text of the element and of those within. */
    private String text(int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw broken(name, xml.getLocation().getLineNumber(), "depth > " + DEEPEST);
        }
        var element = xml.getLocalName();
        open(element);
        var text = new StringBuilder();
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                text.append(text(depth + 1)).append('\n');
            } else if (xml.isCharacters()) {
                text.append(xml.getText());
                raw.append(xml.getText().replace("&", "&amp;").replace("<", "&lt;"));
            }
            if (raw.length() > LONGEST) {
                throw broken(name, xml.getLocation().getLineNumber(), element + " > " + LONGEST);
            }
        }
        raw.append("</").append(element).append('>');
        return text.toString();
    }

    private void open(String element) {
        raw.append('<').append(element).append('>');
    }

    private int next() throws XMLStreamException {
        var event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw Refusal.unreadable(
                    "file", "helpdesk.file.entities", name, xml.getLocation().getLineNumber());
        }
        return event;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
