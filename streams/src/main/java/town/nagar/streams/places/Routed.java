package town.nagar.streams.places;

import town.nagar.streams.window.Slice;

/** A slice on its way to a place whose findings it can change. */
record Routed(String place, Slice slice) {}
