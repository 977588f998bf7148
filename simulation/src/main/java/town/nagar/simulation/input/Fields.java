package town.nagar.simulation.input;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.nagar.engine.json.Json;
import town.nagar.engine.json.JsonException;
import town.nagar.engine.json.JsonReader;

/**
 * An object in a question, asked for its fields by name.
 *
 * <p>A field that is wrong is noted in {@link #problems} and answered by its stand-in, so that the
 * rest can be read on. Who has read everything calls {@link #refuseUnknown}, then {@link
 * Problems#throwIfAny}.
 */
public final class Fields {
    private final Problems problems;
    private final String path;
    private final Json.Members members;
    private final Set<String> asked = new LinkedHashSet<>();

    private Fields(Problems problems, String path, Json.Members members) {
        this.problems = problems;
        this.path = path;
        this.members = members;
    }

    /**
     * The object that a text is.
     *
     * @param file what messages call the text
     * @throws InputException if it is no JSON object
     */
    public static Fields read(String file, String text) {
        Json value = json(file, text);
        if (value instanceof Json.Members root) {
            return new Fields(new Problems(file), "", root);
        }
        throw new InputException(
                List.of(
                        "%s, line %d: is %s; allowed is an object"
                                .formatted(file, value.line(), value.told())));
    }

    private static Json json(String file, String text) {
        try {
            return JsonReader.read(text);
        } catch (JsonException wrong) {
            throw new InputException(
                    List.of(
                            "%s, line %d: is not JSON: %s"
                                    .formatted(file, wrong.line(), wrong.getMessage())));
        }
    }

    /** What was wrong so far, in this object and all around it. */
    public Problems problems() {
        return problems;
    }

    /** Whether a field is there. */
    public boolean has(String name) {
        asked.add(name);
        return members.values().containsKey(name);
    }

    /** Whether a field is a list with nothing in it. */
    public boolean isEmptyList(String name) {
        return find(name).orElse(new Json.Nothing(0)) instanceof Json.Items(var items, var _)
                && items.isEmpty();
    }

    /** The names of the fields that are there, in the order of the file. */
    public List<String> names() {
        return List.copyOf(members.values().keySet());
    }

    /** Notes that a field is missing unless it is there. */
    public Fields require(String name) {
        if (!has(name)) {
            problems.add(members.line(), path(name), "is missing");
        }
        return this;
    }

    /** A field that is a text with something in it. */
    public String text(String name, String unless) {
        return value(name, Kind.text(), unless);
    }

    /** A field that is a number from least to most. */
    public double number(String name, double least, double most, double unless) {
        return value(name, Kind.number(least, most), unless);
    }

    /** A field that is a whole number from least to most. */
    public long whole(String name, long least, long most, long unless) {
        return value(name, Kind.whole(least, most), unless);
    }

    /** A field that is true or false. */
    public boolean flag(String name, boolean unless) {
        return value(name, Kind.flag(), unless);
    }

    /** A field that is a day such as {@code "2026-03-01"}. */
    public LocalDate date(String name, LocalDate earliest, LocalDate latest, LocalDate unless) {
        return value(name, Kind.day(earliest, latest), unless);
    }

    private <T> T value(String name, Kind<T> kind, T unless) {
        return find(name).flatMap(json -> checked(name, kind, json)).orElse(unless);
    }

    private <T> Optional<T> checked(String name, Kind<T> kind, Json json) {
        Optional<T> value = kind.of().apply(json);
        if (value.isEmpty()) {
            wrong(name, json, "; " + kind.allowed());
        }
        return value;
    }

    /** A field that is one of some words. */
    public <T> T word(String name, Map<String, T> known, T unless) {
        return find(name).flatMap(value -> known(name, value, known)).orElse(unless);
    }

    /** A field that is a list of some words, each once. */
    public <T> Set<T> words(String name, Map<String, T> known, Collection<T> unless) {
        if (!has(name)) {
            return Set.copyOf(unless);
        }
        var words = new LinkedHashSet<T>();
        for (Json item : items(name)) {
            known(name, item, known)
                    .filter(word -> !words.add(word))
                    .ifPresent(_ -> wrong(name, item, ", which is there twice"));
        }
        return words;
    }

    private <T> Optional<T> known(String name, Json value, Map<String, T> known) {
        if (value instanceof Json.Text(var text, var _) && known.containsKey(text)) {
            return Optional.ofNullable(known.get(text));
        }
        String said = value instanceof Json.Text(var text, var _) ? text : "";
        wrong(name, value, "; " + Nearest.allowed(said, known.keySet()));
        return Optional.empty();
    }

    /** A field that is a text or a list of texts; none if it is not there. */
    public List<String> texts(String name) {
        Optional<Json> value = find(name);
        if (value.isPresent() && value.get() instanceof Json.Text(var text, var _)) {
            return List.of(text);
        }
        var texts = new ArrayList<String>();
        for (Json item : items(name)) {
            Kind.text()
                    .of()
                    .apply(item)
                    .ifPresentOrElse(
                            texts::add,
                            () -> wrong(name, item, ", which it has in it; allowed are texts"));
        }
        return texts;
    }

    /** A field that is an object; one without fields if it is not there. */
    public Fields object(String name) {
        Optional<Json> value = find(name);
        if (value.isPresent() && value.get() instanceof Json.Members inner) {
            return new Fields(problems, path(name), inner);
        }
        value.ifPresent(other -> wrong(name, other, "; allowed is an object"));
        return new Fields(problems, path(name), new Json.Members(Map.of(), members.line()));
    }

    /** A field that is a list of objects; none if it is not there. */
    public List<Fields> objects(String name) {
        var objects = new ArrayList<Fields>();
        List<Json> items = items(name);
        for (int at = 0; at < items.size(); at++) {
            if (items.get(at) instanceof Json.Members inner) {
                objects.add(new Fields(problems, "%s[%d]".formatted(path(name), at), inner));
            } else {
                wrong(name, items.get(at), ", which it has in it; allowed are objects");
            }
        }
        return objects;
    }

    private List<Json> items(String name) {
        Optional<Json> value = find(name);
        if (value.isPresent() && value.get() instanceof Json.Items(var items, var _)) {
            return items;
        }
        value.ifPresent(other -> wrong(name, other, "; allowed is a list"));
        return List.of();
    }

    private Optional<Json> find(String name) {
        asked.add(name);
        return Optional.ofNullable(members.values().get(name));
    }

    /** Notes every field that nobody asked for, which are mostly misspelt ones. */
    public void refuseUnknown() {
        members.values()
                .forEach((name, value) -> {
                    if (!asked.contains(name)) {
                        problems.add(
                                value.line(),
                                path(name),
                                "is no known field; " + Nearest.allowed(name, asked));
                    }
                });
    }

    /**
     * Leaves all fields unread without a note, once it is known that nothing can be made of them.
     */
    public void acceptAll() {
        asked.addAll(members.values().keySet());
    }

    /**
     * Notes that a field is none of some words.
     *
     * @param what such as {@code "names no crop"}
     */
    public void refuseWord(String name, String what, Collection<String> known) {
        String said = text(name, "");
        refuse(name, ", which " + what + "; " + Nearest.allowed(said, known));
    }

    /** Notes that the object as a whole does not do. */
    public void refuseAll(String what) {
        problems.add(members.line(), path, what);
    }

    /** The object as JSON on one line. */
    public String json() {
        return JsonText.of(members);
    }

    /**
     * Notes that a field does not do.
     *
     * @param why what follows its value, such as {@code "; allowed are …"}
     */
    public void refuse(String name, String why) {
        Json value = members.values().get(name);
        if (value == null) {
            problems.add(members.line(), path(name), "is missing" + why);
        } else {
            wrong(name, value, why);
        }
    }

    private void wrong(String name, Json value, String why) {
        problems.add(value.line(), path(name), "is " + value.told() + why);
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
