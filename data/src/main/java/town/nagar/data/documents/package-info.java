/** Alerts as documents for those who ask the document store; made again from the tables at will. */
@NullMarked
package town.nagar.data.documents;

import org.jspecify.annotations.NullMarked;
