package town.nagar.streams.table;

import java.io.Serializable;

/**
 * Where PostgreSQL is.
 *
 * @param url by JDBC, such as {@code jdbc:postgresql://127.0.0.1:5432/nagar}
 */
public record PostgresAddress(String url, String user, String password) implements Serializable {
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
