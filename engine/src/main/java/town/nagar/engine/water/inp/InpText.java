package town.nagar.engine.water.inp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A network file cut into sections and lines. */
final class InpText {
    private final Map<Section, List<InpLine>> lines = new EnumMap<>(Section.class);
    private final List<Section> order = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final StringBuilder title = new StringBuilder();
    private final String file;
    private Optional<Section> current = Optional.empty();
    private boolean inUnknownSection;

    private InpText(String file) {
        this.file = file;
    }

    static InpText read(Reader reader, String file) throws IOException {
        InpText text = new InpText(file);
        BufferedReader lines = new BufferedReader(reader);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (text.take(++number, line)) {
                break;
            }
        }
        return text;
    }

    /** Takes one line; true at the end of the network. */
    private boolean take(int number, String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("[")) {
            open(number, trimmed);
            return current.equals(Optional.of(Section.END));
        }
        if (current.equals(Optional.of(Section.TITLE))) {
            takeTitle(trimmed);
            return false;
        }
        List<String> fields = InpLine.fieldsOf(text);
        if (!fields.isEmpty() && !inUnknownSection) {
            Section section =
                    current.orElseThrow(() ->
                            new InpException(
                                    file,
                                    number,
                                    "\"%s\" stands before the first [SECTION]".formatted(trimmed)));
            of(section).add(new InpLine(file, number, fields));
        }
        return false;
    }

    private void takeTitle(String line) {
        if (!line.isEmpty() && !line.startsWith(";")) {
            title.append(title.isEmpty() ? "" : "\n").append(line);
        }
    }

    private void open(int number, String heading) {
        current = Section.find(heading);
        inUnknownSection = current.isEmpty();
        if (inUnknownSection) {
            notes.add(
                    "line %d: section %s is not known and was left out".formatted(number, heading));
        }
        current.ifPresent(order::add);
    }

    List<InpLine> of(Section section) {
        return lines.computeIfAbsent(section, _ -> new ArrayList<>());
    }

    /** The sections as they follow one another; one may come twice. */
    List<Section> order() {
        return order;
    }

    String title() {
        return title.toString();
    }

    /** What was left out, section by section. */
    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        for (Section section : Section.values()) {
            if (section.isIgnored() && !of(section).isEmpty()) {
                all.add(
                        "section [%s] was left out: %s"
                                .formatted(section.name(), section.whyIgnored()));
            }
        }
        return all;
    }
}
