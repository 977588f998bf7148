package town.nagar.forecast.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the definitions of several YAML files together; what one names another may define. */
final class DefinitionFiles {
    private static final Pattern PART = Pattern.compile("([a-z0-9_]+)(?:\\[([a-z0-9_, ]+)])?");
    private static final String SOURCE = "[a-z]+\\.[a-z0-9_]+";

    private final List<YamlFields> files = new ArrayList<>();
    private final Map<String, List<Feature>> lists = new LinkedHashMap<>();
    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final Map<String, PushSource> pushSources = new LinkedHashMap<>();
    private final Map<String, FeatureView> views = new LinkedHashMap<>();
    private final Map<String, FeatureService> services = new LinkedHashMap<>();

    DefinitionFiles(Map<String, String> texts) {
        texts.forEach((name, text) ->
                files.add(
                        YamlFields.of(name, text)
                                .only(
                                        "lists",
                                        "entities",
                                        "push_sources",
                                        "feature_views",
                                        "feature_services")));
    }

    Definitions read() {
        files.forEach(file -> file.objects("lists").forEach(this::list));
        files.forEach(file -> file.objects("entities").forEach(this::entity));
        files.forEach(file -> file.objects("push_sources").forEach(this::pushSource));
        files.forEach(file -> file.objects("feature_views").forEach(this::view));
        files.forEach(file -> file.objects("feature_services").forEach(this::service));
        return new Definitions(
                lists.getOrDefault("model", List.of()),
                List.copyOf(entities.values()),
                List.copyOf(pushSources.values()),
                List.copyOf(views.values()),
                List.copyOf(services.values()));
    }

    private static String name(YamlFields fields, Map<String, ?> taken) {
        String name = fields.text("name", FeatureReader.NAME, FeatureReader.NAME_WORDS);
        if (taken.containsKey(name)) {
            throw fields.wrong("name", "a name that is not taken");
        }
        return name;
    }

    private static <T> T known(YamlFields fields, String key, String name, Map<String, T> all) {
        return Optional.ofNullable(all.get(name))
                .orElseThrow(() ->
                        fields.wrong(
                                key, "one of " + String.join(", ", new TreeSet<>(all.keySet()))));
    }

    private static String word(YamlFields fields, String key) {
        return fields.text(key, FeatureReader.NAME, FeatureReader.NAME_WORDS);
    }

    private void list(YamlFields fields) {
        fields.only("name", "features", "description");
        String name = name(fields, lists);
        lists.put(name, fields.objects("features").stream().map(FeatureReader::read).toList());
    }

    private void entity(YamlFields fields) {
        fields.only("name", "join_key", "value_type", "description");
        Feature.Type type = fields.choice("value_type", Feature.Type.class);
        if (type != Feature.Type.STRING && type != Feature.Type.INT64) {
            throw fields.wrong("value_type", "string, int64");
        }
        String name = name(fields, entities);
        entities.put(
                name, new Entity(name, word(fields, "join_key"), type, fields.note("description")));
    }

    private void pushSource(YamlFields fields) {
        fields.only("name", "description");
        String name = name(fields, pushSources);
        pushSources.put(name, new PushSource(name, fields.note("description")));
    }

    private void view(YamlFields fields) {
        fields.only(
                "name",
                "entity",
                "source",
                "push_source",
                "ttl",
                "lists",
                "features",
                "values",
                "description");
        String name = name(fields, views);
        if (fields.has("source") == fields.has("push_source")) {
            throw fields.wrong("source", "a source or a push_source, and not both");
        }
        boolean pushed = fields.has("push_source");
        if (pushed) {
            known(fields, "push_source", word(fields, "push_source"), pushSources);
        }
        views.put(
                name,
                new FeatureView(
                        name,
                        known(fields, "entity", word(fields, "entity"), entities),
                        pushed ? "" : fields.text("source", SOURCE, "such as water.consumption"),
                        pushed ? word(fields, "push_source") : "",
                        fields.time("ttl"),
                        features(fields, pushed),
                        fields.note("description")));
    }

    private List<Feature> features(YamlFields fields, boolean pushed) {
        List<Feature> features = new ArrayList<>();
        for (String list : fields.texts("lists")) {
            features.addAll(known(fields, "lists", list, lists));
        }
        for (YamlFields own : fields.objects("features")) {
            features.add(FeatureReader.read(own));
        }
        if (features.isEmpty()) {
            throw fields.wrong("features", "at least one, of its own or of a list");
        }
        Set<String> before = new TreeSet<>();
        for (Feature feature : features) {
            check(feature, before, pushed, fields);
        }
        return fields.has("values") ? ranged(features, fields.object("values")) : features;
    }

    private static void check(
            Feature feature, Set<String> before, boolean pushed, YamlFields fields) {
        if (!before.add(feature.name())) {
            throw fields.wrong("features", "each name once, and not twice " + feature.name());
        }
        if (pushed != feature.transformation() instanceof Transformation.Pushed) {
            throw fields.wrong(
                    "features", "%s %s".formatted(feature.name(), pushed ? "pushed" : "computed"));
        }
        if (feature.transformation() instanceof Transformation.Interaction(var left, var right)
                && !(before.contains(left) && before.contains(right))) {
            throw fields.wrong(
                    "features",
                    "%s of features before it, not of %s and %s"
                            .formatted(feature.name(), left, right));
        }
    }

    private static List<Feature> ranged(List<Feature> features, YamlFields values) {
        values.only("min", "max");
        double least = values.number("min", Double.NEGATIVE_INFINITY);
        double most = values.number("max", Double.POSITIVE_INFINITY);
        if (least > most) {
            throw values.wrong("max", "at least min");
        }
        return features.stream()
                .map(one -> one.tellsValues() ? one.within(least, most) : one)
                .toList();
    }

    private void service(YamlFields fields) {
        fields.only("name", "features", "description");
        String name = name(fields, services);
        List<FeatureRef> refs = new ArrayList<>();
        for (String part : fields.texts("features")) {
            Matcher said = PART.matcher(part);
            if (!said.matches()) {
                throw fields.wrong("features", "views, or view[feature, feature]");
            }
            FeatureView view = known(fields, "features", said.group(1), views);
            Optional<String> some = Optional.ofNullable(said.group(2));
            refs.addAll(some.map(words -> refs(words, view, fields)).orElseGet(() -> all(view)));
        }
        services.put(name, new FeatureService(name, refs, fields.note("description")));
    }

    private static List<FeatureRef> all(FeatureView view) {
        return view.kept().stream().map(feature -> new FeatureRef(view, feature)).toList();
    }

    private static List<FeatureRef> refs(String words, FeatureView view, YamlFields fields) {
        List<FeatureRef> refs = new ArrayList<>();
        for (String word : words.split(",", -1)) {
            refs.add(
                    view.find(word.strip())
                            .map(feature -> new FeatureRef(view, feature))
                            .orElseThrow(() ->
                                    fields.wrong(
                                            "features",
                                            "features of %s, not %s"
                                                    .formatted(view.name(), word.strip()))));
        }
        return refs;
    }
}
