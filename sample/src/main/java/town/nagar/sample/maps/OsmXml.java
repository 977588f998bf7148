package town.nagar.sample.maps;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import town.nagar.contracts.places.Point;
import town.nagar.sample.folder.Bounds;
import town.nagar.sample.folder.TownFolderException;

/** Reads OSM XML 0.6 element by element; relations are passed over. */
final class OsmXml {
    private final Path file;
    private final XMLStreamReader xml;
    private final OsmData data = new OsmData();
    private final List<Long> refs = new ArrayList<>();
    private final Map<String, String> tags = new HashMap<>();
    private long way;
    private boolean inWay;

    private OsmXml(Path file, XMLStreamReader xml) {
        this.file = file;
        this.xml = xml;
    }

    static OsmData read(InputStream in, Path file) throws TownFolderException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            OsmXml reader = new OsmXml(file, factory.createXMLStreamReader(in));
            reader.readAll();
            return reader.data;
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new TownFolderException(
                    "%s:%d: is no OSM XML that can be read".formatted(file, line));
        }
    }

    private void readAll() throws XMLStreamException, TownFolderException {
        boolean root = true;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (root && !xml.getLocalName().equals("osm")) {
                    throw wrong(xml.getLocalName(), "the first element is to be osm");
                }
                root = false;
                begin();
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("way")) {
                data.addWay(new OsmWay(way, refs, tags));
                inWay = false;
            }
        }
    }

    private void begin() throws TownFolderException {
        switch (xml.getLocalName()) {
            case "bounds" -> data.setBounds(bounds());
            case "node" -> data.addNode(whole("id"), point());
            case "way" -> beginWay();
            case "nd" -> refs.add(whole("ref"));
            case "tag" -> addTag();
            default -> inWay = inWay && !xml.getLocalName().equals("relation");
        }
    }

    private void beginWay() throws TownFolderException {
        way = whole("id");
        inWay = true;
        refs.clear();
        tags.clear();
    }

    private void addTag() throws TownFolderException {
        if (inWay) {
            tags.put(text("k"), text("v"));
        }
    }

    private Bounds bounds() throws TownFolderException {
        try {
            return new Bounds(
                    number("minlat"), number("minlon"), number("maxlat"), number("maxlon"));
        } catch (IllegalArgumentException e) {
            throw wrong("bounds", String.valueOf(e.getMessage()));
        }
    }

    private Point point() throws TownFolderException {
        try {
            return new Point(number("lat"), number("lon"));
        } catch (IllegalArgumentException e) {
            throw wrong("node", String.valueOf(e.getMessage()));
        }
    }

    private String text(String attribute) throws TownFolderException {
        String value = xml.getAttributeValue(null, attribute);
        if (value == null) {
            throw wrong(xml.getLocalName(), "attribute %s is missing".formatted(attribute));
        }
        return value;
    }

    private long whole(String attribute) throws TownFolderException {
        String value = text(attribute);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException _) {
            throw wrong(
                    xml.getLocalName(), "%s '%s' is no whole number".formatted(attribute, value));
        }
    }

    private double number(String attribute) throws TownFolderException {
        String value = text(attribute);
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException _) {
            throw wrong(xml.getLocalName(), "%s '%s' is no number".formatted(attribute, value));
        }
    }

    private TownFolderException wrong(String element, String reason) {
        return new TownFolderException(
                "%s:%d: %s: %s"
                        .formatted(file, xml.getLocation().getLineNumber(), element, reason));
    }
}
