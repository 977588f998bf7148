/** What the Data API promises, as OpenAPI. */
@NullMarked
package town.nagar.data.openapi;

import org.jspecify.annotations.NullMarked;
