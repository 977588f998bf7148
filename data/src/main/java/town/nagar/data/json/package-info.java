/** JSON written byte by byte, for answers of many thousand rows. */
@NullMarked
package town.nagar.data.json;

import org.jspecify.annotations.NullMarked;
