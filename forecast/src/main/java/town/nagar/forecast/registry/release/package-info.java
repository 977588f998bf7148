/** What is ours on top of a version: its semantic number, stage, lineage, evidence and approval. */
@NullMarked
package town.nagar.forecast.registry.release;

import org.jspecify.annotations.NullMarked;
