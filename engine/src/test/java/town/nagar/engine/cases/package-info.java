/** How case files are read. */
@NullMarked
package town.nagar.engine.cases;

import org.jspecify.annotations.NullMarked;
