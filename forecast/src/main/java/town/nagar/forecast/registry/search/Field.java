package town.nagar.forecast.registry.search;

import town.nagar.kit.http.ApiException;

/** What a condition or an order names: {@code name}, {@code metrics.rmse}, {@code tags.`a b`}. */
record Field(Subject subject, String key) {
    static Field parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return new Field(Subject.ATTRIBUTE, unquoted(text));
        }
        Subject subject =
                Subject.find(text.substring(0, dot))
                        .orElseThrow(() ->
                                ApiException.invalidParameter(
                                        "filter",
                                        text,
                                        "attributes, tags, params or metrics before a dot"));
        return new Field(subject, unquoted(text.substring(dot + 1)));
    }

    private static String unquoted(String key) {
        boolean quoted =
                key.length() > 1
                        && (key.charAt(0) == '`' || key.charAt(0) == '"')
                        && key.charAt(key.length() - 1) == key.charAt(0);
        return quoted ? key.substring(1, key.length() - 1) : key;
    }
}
