package town.nagar.data.rollups;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Brings a domain's derived rows up to date. */
public interface DomainRollups {
    /** Derives all rows that stand on the marked hours, in the caller's transaction. */
    void derive(List<Mark> marks, Connection connection) throws SQLException;
}
