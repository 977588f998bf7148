/** Case files: what a command of the engine is asked, in JSON, and what it answers. */
@NullMarked
package town.nagar.engine.cases;

import org.jspecify.annotations.NullMarked;
