package town.nagar.forecast.feature;

import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The fields of an object in a YAML file, each read by its rule; errors tell the line. */
final class YamlFields {
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(s|m|h|d)");

    private final String file;
    private final String path;
    private final int line;
    private final Map<String, Node> fields = new LinkedHashMap<>();

    private YamlFields(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.line = line(node);
        if (!(node instanceof MappingNode mapping)) {
            throw new DefinitionException(file, line, path, word(node), "an object of fields");
        }
        for (NodeTuple field : mapping.getValue()) {
            String key = word(field.getKeyNode());
            if (fields.put(key, field.getValueNode()) != null) {
                throw new DefinitionException(
                        file, line(field.getKeyNode()), field(key), key, "each field once");
            }
        }
    }

    /**
     * The fields of a file.
     *
     * @throws DefinitionException if it is no YAML, or no object
     */
    static YamlFields of(String file, String text) {
        try {
            Node root =
                    Optional.ofNullable(
                                    new Yaml(new LoaderOptions()).compose(new StringReader(text)))
                            .orElseThrow(() ->
                                    new DefinitionException(file, 1, "the file", "", "an object"));
            return new YamlFields(file, "", root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new DefinitionException(
                    file, line, "the file", String.valueOf(e.getProblem()), "YAML");
        }
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String word(Node node) {
        return node instanceof ScalarNode scalar
                ? scalar.getValue()
                : node instanceof SequenceNode ? "[...]" : "{...}";
    }

    private String field(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** What to throw where a field's value is not allowed. */
    DefinitionException wrong(String key, String allowed) {
        Optional<Node> node = Optional.ofNullable(fields.get(key));
        return new DefinitionException(
                file,
                node.map(YamlFields::line).orElse(line),
                field(key),
                node.map(YamlFields::word).orElse("missing"),
                allowed);
    }

    /** Refuses fields of other names. */
    YamlFields only(String... allowed) {
        for (Map.Entry<String, Node> given : fields.entrySet()) {
            if (!Arrays.asList(allowed).contains(given.getKey())) {
                throw new DefinitionException(
                        file,
                        line(given.getValue()),
                        field(given.getKey()),
                        word(given.getValue()),
                        "the fields " + String.join(", ", new TreeSet<>(Arrays.asList(allowed))));
            }
        }
        return this;
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    /** A text that matches a pattern. */
    String text(String key, String pattern, String words) {
        if (fields.get(key) instanceof ScalarNode scalar && scalar.getValue().matches(pattern)) {
            return scalar.getValue();
        }
        throw wrong(key, words);
    }

    /** A text, empty where it is not given. */
    String note(String key) {
        return has(key) ? text(key, "(?s).*", "a text") : "";
    }

    double number(String key, double otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        String word = text(key, "-?\\d{1,15}(\\.\\d{1,15})?", "a number");
        return Double.parseDouble(word);
    }

    int whole(String key, int least, int most) {
        String words = "a whole number from %d to %d".formatted(least, most);
        int value = Integer.parseInt(text(key, "-?\\d{1,9}", words));
        if (value < least || value > most) {
            throw wrong(key, words);
        }
        return value;
    }

    boolean truth(String key) {
        return has(key) && text(key, "true|false", "true or false").equals("true");
    }

    Duration time(String key) {
        Matcher said = TIME.matcher(text(key, TIME.pattern(), "such as 90s, 15m, 2h or 7d"));
        if (!said.matches()) {
            throw wrong(key, "such as 90s, 15m, 2h or 7d");
        }
        long count = Long.parseLong(said.group(1));
        return switch (said.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** One of an enum's values, in lower case or as it is. */
    <E extends Enum<E>> E choice(String key, Class<E> type) {
        String words =
                String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants())
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .toList());
        String word = text(key, ".*", words);
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> wrong(key, words));
    }

    /** A list of texts; empty where it is not given. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : nodes(key)) {
            if (!(node instanceof ScalarNode scalar)) {
                throw wrong(key, "a list of texts");
            }
            texts.add(scalar.getValue());
        }
        return texts;
    }

    /** A list of objects; empty where it is not given. */
    List<YamlFields> objects(String key) {
        List<YamlFields> objects = new ArrayList<>();
        for (Node node : nodes(key)) {
            objects.add(new YamlFields(file, "%s[%d]".formatted(field(key), objects.size()), node));
        }
        return objects;
    }

    YamlFields object(String key) {
        return Optional.ofNullable(fields.get(key))
                .map(node -> new YamlFields(file, field(key), node))
                .orElseThrow(() -> wrong(key, "an object of fields"));
    }

    private List<Node> nodes(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (fields.get(key) instanceof SequenceNode list) {
            return list.getValue();
        }
        throw wrong(key, "a list");
    }
}
