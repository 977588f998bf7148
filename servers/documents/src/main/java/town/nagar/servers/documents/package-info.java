/** The document store: the MongoDB protocol on one H2 file. */
@NullMarked
package town.nagar.servers.documents;

import org.jspecify.annotations.NullMarked;
