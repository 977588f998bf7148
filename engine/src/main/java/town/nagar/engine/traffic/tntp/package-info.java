/** Networks and trip tables in the TNTP text format, and the command that assigns them. */
@NullMarked
package town.nagar.engine.traffic.tntp;

import org.jspecify.annotations.NullMarked;
