package town.nagar.streams.table;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;
import town.nagar.streams.enrich.Sensed;

/** A column of a raw table and how a reading fills it. */
record Column(String name, BiConsumer<Sensed, CopyRows> cell) {
    /** The name as SQL takes it, whatever word it is. */
    String quoted() {
        return '"' + name + '"';
    }

    static Column number(String name, ToDoubleFunction<Sensed> value) {
        return new Column(name, (row, out) -> out.number(value.applyAsDouble(row)));
    }

    static Column integer(String name, ToDoubleFunction<Sensed> value) {
        return new Column(name, (row, out) -> out.integer(value.applyAsDouble(row)));
    }

    static Column bigint(String name, ToLongFunction<Sensed> value) {
        return new Column(name, (row, out) -> out.bigint(value.applyAsLong(row)));
    }

    static Column time(String name, ToLongFunction<Sensed> value) {
        return new Column(name, (row, out) -> out.time(value.applyAsLong(row)));
    }

    static Column text(String name, Function<Sensed, String> value) {
        return new Column(name, (row, out) -> out.text(value.apply(row)));
    }

    static Column json(String name, Function<Sensed, String> value) {
        return new Column(name, (row, out) -> out.json(value.apply(row)));
    }

    /** A quantity under its own name. */
    static Column quantity(Domain domain, String name) {
        return number(name, quantityOf(domain, name));
    }

    /** A quantity that is a whole number. */
    static Column count(Domain domain, String name) {
        return integer(name, quantityOf(domain, name));
    }

    static ToDoubleFunction<Sensed> quantityOf(Domain domain, String name) {
        Quantity quantity = Quantities.of(domain).get(name);
        return row -> row.reading().values().get(quantity);
    }
}
