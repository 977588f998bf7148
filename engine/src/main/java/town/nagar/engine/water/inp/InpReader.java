package town.nagar.engine.water.inp;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import town.nagar.engine.water.network.Control;
import town.nagar.engine.water.network.Link;
import town.nagar.engine.water.network.Network;
import town.nagar.engine.water.network.Network.MapPoint;
import town.nagar.engine.water.network.Node;
import town.nagar.engine.water.network.Rule;

/**
 * Reads EPANET's network files (EPANET 2.2 User Manual, EPA/600/R-20/133, appendix C), in any of
 * their units. What has no bearing on pressures and flows is named in {@link Network#notes()}.
 */
public final class InpReader {
    private InpReader() {}

    /**
     * Reads a file in UTF-8 or, if it is none, in ISO 8859-1.
     *
     * @throws InpException if the file is no network, naming the line
     */
    public static Network read(Path path) throws IOException {
        String file = String.valueOf(path.getFileName());
        return read(new StringReader(decoded(Files.readAllBytes(path))), file);
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * Reads a network from text.
     *
     * @param file named in refusals
     * @throws InpException if the text is no network, naming the line
     */
    public static Network read(Reader reader, String file) throws IOException {
        InpText text = InpText.read(reader, file);
        OptionsReader options = OptionsReader.read(text.of(Section.OPTIONS));
        TimesReader times = TimesReader.read(text.of(Section.TIMES));
        NamedParts parts =
                new NamedParts(
                        text.of(Section.PATTERNS),
                        text.of(Section.CURVES),
                        options.defaultPattern());
        NodesReader nodesReader = new NodesReader(text, parts, options);
        List<Node> nodes = nodesReader.read();
        LinksReader linksReader = new LinksReader(text, parts, nodesReader, options);
        List<Link> links = linksReader.read();
        times.requireRoom(nodes.size() + links.size());
        ControlsReader controlsReader =
                new ControlsReader(nodes, nodesReader, linksReader, options);
        List<InpLine> controlLines = ControlsReader.enabled(text.of(Section.CONTROLS));
        List<Control> controls = controlsReader.read(controlLines);
        List<Rule> rules =
                new RulesReader(nodesReader, linksReader, controlsReader, options)
                        .read(text.of(Section.RULES));
        List<String> notes = new ArrayList<>(text.notes());
        notes.addAll(options.notes());
        notes.addAll(times.notes());
        notes.addAll(OverlappingControls.notes(controlLines, controls));
        try {
            return new Network(
                    text.title(),
                    nodes,
                    links,
                    controls,
                    rules,
                    options.options(),
                    times.times(),
                    options.units(),
                    positions(text.of(Section.COORDINATES)),
                    notes);
        } catch (InpException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InpException(file, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, MapPoint> positions(List<InpLine> lines) {
        Map<String, MapPoint> positions = new HashMap<>();
        for (InpLine line : lines) {
            positions.put(
                    line.text(0, "node"), new MapPoint(line.number(1, "x"), line.number(2, "y")));
        }
        return positions;
    }
}
