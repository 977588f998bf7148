package town.nagar.town.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import town.nagar.data.DataService;
import town.nagar.forecast.ForecastService;
import town.nagar.forecast.serving.Past;
import town.nagar.ingestion.IngestionService;
import town.nagar.ingestion.registry.TownNews;
import town.nagar.kit.KitParts;
import town.nagar.kit.keys.Callers;
import town.nagar.kit.keys.KeyFile;
import town.nagar.kit.settings.Settings;
import town.nagar.sample.folder.TownFolder;
import town.nagar.town.cli.Options;

/** {@code nagar serve}: runs services in this process against servers that run elsewhere. */
public final class ServeCommand {
    private ServeCommand() {}

    /**
     * Runs until the process is told to stop.
     *
     * @throws IOException if the town folder cannot be read
     */
    public static int run(List<String> args, Map<String, String> environment, InstantSource clock)
            throws IOException, InterruptedException {
        Options options = Options.of(args, ServeSettings.VALUED, ServeSettings.FLAGS);
        Path dataDir = Path.of(options.find("data-dir").orElse(".")).toAbsolutePath();
        Settings settings = ServeSettings.read(options, dataDir, environment);
        Set<Target> targets = Target.of(options.find("target").orElse("all"));
        Optional<Demo> demo = demo(options, settings, dataDir);
        TownNews news = demo.map(Demo::publish).orElseGet(TownNews::none);
        Past past = demo.map(Demo::past).orElse(Past.NONE);
        ConfigurableApplicationContext context =
                start(targets, settings, dataDir, clock, news, past);
        settings.refuseUnknown();
        if (demo.isPresent() && !options.has("no-demo") && demo.get().isSimulated()) {
            demo.get().simulate(dataDir, context, clock);
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private static Optional<Demo> demo(Options options, Settings settings, Path dataDir)
            throws IOException {
        Optional<String> folder = options.find("town");
        return folder.isEmpty()
                ? Optional.empty()
                : Optional.of(new Demo(settings, TownFolder.open(Path.of(folder.get())), dataDir));
    }

    private static ConfigurableApplicationContext start(
            Set<Target> targets,
            Settings settings,
            Path dataDir,
            InstantSource clock,
            TownNews news,
            Past past) {
        ServeSettings http = settings.bind("nagar.http", ServeSettings.DEFAULTS);
        KeyFile keys = KeyFile.open(dataDir.resolve("api-keys"), new SecureRandom(), _ -> {});
        return new SpringApplicationBuilder(sources(targets))
                .bannerMode(Banner.Mode.OFF)
                .properties(WebProperties.of(http))
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(Settings.class, () -> settings);
                    beans.registerBean(InstantSource.class, () -> clock);
                    beans.registerBean(Callers.class, () -> keys);
                    beans.registerBean(TownNews.class, () -> news);
                    beans.registerBean(Past.class, () -> past);
                })
                .run();
    }

    private static Class<?>[] sources(Set<Target> targets) {
        List<Class<?>> sources = new ArrayList<>(List.of(ServeParts.class, KitParts.class));
        for (Target target : targets) {
            sources.add(
                    switch (target) {
                        case INGESTION -> IngestionService.class;
                        case DATA -> DataService.class;
                        case FORECAST -> ForecastService.class;
                    });
        }
        return sources.toArray(Class<?>[]::new);
    }
}
