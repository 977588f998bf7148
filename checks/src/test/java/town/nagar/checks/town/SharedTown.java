package town.nagar.checks.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import town.nagar.checks.bench.TownUnderTest;

/**
 * Hands one silent sample town to all whole-town tests: it starts with the first, ends with the
 * last.
 */
final class SharedTown implements ParameterResolver {
    /** The town as the store of the whole run holds it. */
    private static final class Running implements AutoCloseable {
        private final TownUnderTest town;

        private Running() {
            System.setProperty("nagar.home", "..");
            try {
                town = TownUnderTest.start("--no-demo");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            town.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TownUnderTest.class;
    }

    @Override
    public TownUnderTest resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedTown.class))
                .computeIfAbsent(Running.class, _ -> new Running(), Running.class)
                .town;
    }
}
