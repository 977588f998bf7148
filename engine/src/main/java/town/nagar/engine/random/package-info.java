/** Chance and quasi-chance: draws that depend on what they are for, never on who asked first. */
@NullMarked
package town.nagar.engine.random;

import org.jspecify.annotations.NullMarked;
