package town.nagar.sample.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import town.nagar.contracts.json.ContractJson;

/** Reads contract records from a file and says where it is wrong. */
final class ContractFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is checked of a record besides its own form. */
    @FunctionalInterface
    interface Check<T> {
        void accept(T contract, int line) throws TownFolderException;
    }

    private ContractFile() {}

    static <T extends Record> T readOne(Path file, Class<T> type) throws IOException {
        return read(file, 1, Files.readAllBytes(file), type);
    }

    static <T extends Record> List<T> readLines(Path file, Class<T> type, Check<T> check)
            throws IOException {
        List<T> contracts = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!line.isBlank()) {
                T contract = read(file, number, line.getBytes(StandardCharsets.UTF_8), type);
                check.accept(contract, number);
                contracts.add(contract);
            }
        }
        return contracts;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException _) {
            throw new TownFolderException("%s: is not UTF-8 text".formatted(file));
        }
    }

    private static <T extends Record> T read(Path file, int line, byte[] json, Class<T> type)
            throws IOException {
        requireFields(file, line, json, type);
        try {
            return ContractJson.read(json, type);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof JsonMappingException wrong
                    ? wrong(file, line, fieldOf(wrong), reasonOf(wrong))
                    : e.getCause();
        }
    }

    private static void requireFields(Path file, int line, byte[] json, Class<?> type)
            throws IOException {
        JsonNode node = tree(file, line, json);
        for (RecordComponent component : type.getRecordComponents()) {
            String field = snakeCase(component.getName());
            if (!node.hasNonNull(field)) {
                throw wrong(file, line, field, "is missing");
            }
        }
    }

    private static JsonNode tree(Path file, int line, byte[] json) throws IOException {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            int within = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw wrong(file, line + within - 1, "JSON", e.getOriginalMessage());
        }
    }

    private static String fieldOf(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step ->
                        step.getFieldName() == null
                                ? "[" + step.getIndex() + "]"
                                : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String reasonOf(JsonMappingException wrong) {
        Throwable cause = wrong.getCause();
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : wrong.getOriginalMessage();
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    static TownFolderException wrong(Path file, int line, String field, String reason) {
        return new TownFolderException("%s:%d: %s: %s".formatted(file, line, field, reason));
    }
}
