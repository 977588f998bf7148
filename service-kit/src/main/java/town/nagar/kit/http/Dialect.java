package town.nagar.kit.http;

import java.util.Map;
import java.util.Set;

/** What is different below one path that speaks another program's language. */
public interface Dialect {
    /** What the paths begin with, such as {@code /api/2.0/mlflow/}. */
    String prefix();

    /** Whole paths where a POST only asks, so that anyone may send it. */
    Set<String> questions();

    /** The body of an error answer. */
    Map<String, Object> body(ApiException e);
}
