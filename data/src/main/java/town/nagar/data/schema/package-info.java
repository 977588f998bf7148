/** Which tables there are, made in the way the server at hand can hold them best. */
@NullMarked
package town.nagar.data.schema;

import org.jspecify.annotations.NullMarked;
