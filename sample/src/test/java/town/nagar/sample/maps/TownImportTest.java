package town.nagar.sample.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.places.Point;
import town.nagar.sample.folder.Town;
import town.nagar.sample.folder.TownFolder;
import town.nagar.sample.folder.TownFolderException;
import town.nagar.sample.folder.TownWriter;
import town.nagar.sample.folder.Ward;
import town.nagar.sample.roads.Degrees;
import town.nagar.sample.roads.RoadClass;
import town.nagar.sample.roads.RoadLink;

final class TownImportTest {
    @TempDir private Path dir = Path.of("");

    private Path resource(String name) throws IOException {
        Path copy = dir.resolve(name);
        try (InputStream in =
                Objects.requireNonNull(TownImportTest.class.getResourceAsStream(name))) {
            Files.write(copy, in.readAllBytes());
        }
        return copy;
    }

    private static Town read(Optional<Path> osm, Optional<Path> wards, Optional<Path> network)
            throws IOException {
        return TownImport.read(
                new TownImport.Sources("Testpur", osm, wards, network, OptionalLong.of(9_000)));
    }

    private Town crossing() throws IOException {
        return read(Optional.of(resource("crossing.osm")), Optional.empty(), Optional.empty());
    }

    private static RoadLink link(Town town, long from, long to) {
        return town.roads().links().stream()
                .filter(each -> each.fromNode() == from && each.toNode() == to)
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasLink(Town town, long from, long to) {
        return town.roads().links().stream()
                .anyMatch(each -> each.fromNode() == from && each.toNode() == to);
    }

    @Test
    void waysAreCutWhereTheyMeetAndNowhereElse() throws IOException {
        Town town = crossing();
        assertThat(link(town, 1, 3).line()).hasSize(3);
        assertThat(link(town, 3, 4).line()).hasSize(2);
        assertThat(hasLink(town, 1, 2)).isFalse();
    }

    @Test
    void tagsSayClassLanesSpeedAndName() throws IOException {
        RoadLink road = link(crossing(), 1, 3);
        assertThat(road.roadClass()).isEqualTo(RoadClass.ARTERIAL);
        assertThat(road.lanes()).isEqualTo(3);
        assertThat(road.freeFlowKmh()).isEqualTo(48);
        assertThat(road.capacityPcuPerHour()).isEqualTo(2_700);
        assertThat(road.names().hi()).isEqualTo("चंपा रोड");
        assertThat(road.names().gu()).isEqualTo("ચંપા રોડ");
        assertThat(road.lengthM())
                .isCloseTo(
                        Degrees.metres(new Point(23.005, 72.501), new Point(23.005, 72.505)),
                        within(0.2));
    }

    @Test
    void whatIsMissingComesFromTheClassAndIsSaid() throws IOException {
        Town town = crossing();
        RoadLink road = link(town, 6, 3);
        assertThat(road.lanes()).isEqualTo(1);
        assertThat(road.freeFlowKmh()).isEqualTo(30);
        assertThat(road.names().hi()).isEqualTo("Mogra Marg");
        assertThat(town.info().assumptions())
                .anyMatch(text -> text.startsWith("Speed limit missing on 11 of 15 links"));
    }

    @Test
    void oneWaysKeepTheirDirection() throws IOException {
        Town town = crossing();
        assertThat(hasLink(town, 4, 6)).isTrue();
        assertThat(hasLink(town, 6, 4)).isFalse();
        assertThat(hasLink(town, 1, 7)).isTrue();
        assertThat(hasLink(town, 7, 1)).isFalse();
    }

    @Test
    void aLoopIsCutInItsMiddle() throws IOException {
        Town town = crossing();
        assertThat(hasLink(town, 3, 10)).isTrue();
        assertThat(hasLink(town, 10, 3)).isTrue();
        assertThat(town.roads().isStronglyConnected()).isTrue();
    }

    @Test
    void footwaysPrivateRoadsAndWhatLiesOutsideAreLeftOut() throws IOException {
        Town town = crossing();
        assertThat(town.roads().links()).noneMatch(link -> link.fromNode() == 5);
        assertThat(hasLink(town, 2, 8)).isFalse();
        assertThat(hasLink(town, 2, 6)).isFalse();
        assertThat(town.roads().links()).hasSize(14);
    }

    @Test
    void aOneWayIntoNowhereIsDroppedAndSaid() throws IOException {
        Town town = crossing();
        assertThat(hasLink(town, 7, 11)).isFalse();
        assertThat(town.info().assumptions())
                .contains("Roads: 14 links kept of 15; 1 (0.2 km) dropped: no way in or out.");
    }

    @Test
    void thePbfGivesTheSameTown() throws IOException {
        Town pbf =
                read(Optional.of(resource("crossing.osm.pbf")), Optional.empty(), Optional.empty());
        Town xml = crossing();
        assertThat(pbf.roads().links()).isEqualTo(xml.roads().links());
        assertThat(pbf.info()).isEqualTo(xml.info());
    }

    @Test
    void aPackedFileGivesTheSameTown() throws IOException {
        Path packed = dir.resolve("packed.osm.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(resource("crossing.osm")));
        }
        Town town = read(Optional.of(packed), Optional.empty(), Optional.empty());
        assertThat(town.roads().links()).isEqualTo(crossing().roads().links());
    }

    @Test
    void openStreetMapIsCredited() throws IOException {
        assertThat(crossing().info().attribution().getFirst())
                .contains("OpenStreetMap contributors", "ODbL");
    }

    @Test
    void wardsAreNumberedByTheirNames() throws IOException {
        List<Ward> wards =
                read(Optional.empty(), Optional.of(resource("wards.geojson")), Optional.empty())
                        .wards();
        assertThat(wards.stream().map(Ward::id)).containsExactly("Z007", "Z012");
        assertThat(wards.getFirst().names().en()).isEqualTo("East Side");
        assertThat(wards.getLast().names().hi()).isEqualTo("पश्चिम");
        assertThat(wards.stream().mapToLong(Ward::population)).containsExactly(4_500L, 4_500L);
        assertThat(wards).allMatch(ward -> ward.holds(ward.middle()));
        assertThat(wards.getFirst().areaKm2()).isCloseTo(0.5119 * 1.112, within(0.01));
    }

    @Test
    void everythingTogetherCanBeOpened() throws IOException {
        Town town =
                read(
                        Optional.of(resource("crossing.osm")),
                        Optional.of(resource("wards.geojson")),
                        Optional.of(resource("pipes.inp")));
        TownWriter.write(town, dir.resolve("town"));
        TownFolder folder = TownFolder.open(dir.resolve("town"));
        assertThat(folder.info().simulated()).isFalse();
        assertThat(folder.sensors()).allMatch(sensor -> sensor.simulated());
        assertThat(folder.places())
                .filteredOn(place -> place.kind() == PlaceKind.ROAD)
                .allMatch(place -> place.label("simulated").equals("false"));
        assertThat(folder.findPlace("R001").orElseThrow().label("zone")).isIn("Z007", "Z012");
        assertThat(folder.findWaterNetworkFile().orElseThrow())
                .hasSameTextualContentAs(resource("pipes.inp"));
    }

    private void assertRefused(String file, String content, String message) throws IOException {
        Path path = dir.resolve(file);
        Files.writeString(path, content);
        Optional<Path> source = Optional.of(path);
        assertThatThrownBy(
                        () -> {
                            if (file.endsWith(".inp")) {
                                read(
                                        Optional.of(resource("crossing.osm")),
                                        Optional.empty(),
                                        source);
                            } else if (file.endsWith("json")) {
                                read(Optional.empty(), source, Optional.empty());
                            } else {
                                read(source, Optional.empty(), Optional.empty());
                            }
                        })
                .isInstanceOf(TownFolderException.class)
                .hasMessageContaining(message);
    }

    @Test
    void badStreetMapsAreNamed() throws IOException {
        assertRefused(
                "a.osm", "<osm>\n<node id='1' lat='x' lon='72'/></osm>", "a.osm:2: node: lat 'x'");
        assertRefused(
                "b.osm",
                "<osm>\n<node id='1' lat='93' lon='72'/></osm>",
                "b.osm:2: node: lat 93.0");
        assertRefused("c.osm", "<osm>\n<way></osm>", "c.osm:2: way: attribute id is missing");
        assertRefused("d.osm", "<osm>\n<way id='1'></osm>", "d.osm:2: is no OSM XML");
        assertRefused("e.osm", "<gpx/>", "e.osm:1: gpx: the first element is to be osm");
        assertRefused("f.osm", "<osm/>", "f.osm: has no nodes");
        assertRefused("g.osm.pbf", "no map at all", "g.osm.pbf: is neither OSM XML nor OSM PBF");
        assertRefused("h.osm", "", "h.osm: is empty");
    }

    @Test
    void aDamagedPbfIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(resource("crossing.osm.pbf"));
        for (int length = 1; length < whole.length; length += 7) {
            Path cut = dir.resolve("cut.osm.pbf");
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(Optional.of(cut), Optional.empty(), Optional.empty()))
                    .isInstanceOf(TownFolderException.class)
                    .hasMessageContaining("cut.osm.pbf");
        }
    }

    @Test
    void badWardsAreNamed() throws IOException {
        assertRefused("a.geojson", "{", "a.geojson:1: is no JSON");
        assertRefused("b.geojson", "{\"features\":[]}", "b.geojson: features: no GeoJSON features");
        String ring = "[[[72.5,23.0],[72.6,23.0],[72.6,23.1],[72.5,23.0]]]";
        assertRefused("c.geojson", ward("{}", "Polygon", ring), "feature 1: Name: is missing");
        String name = "{\"Name\":\"1 A\"}";
        assertRefused(
                "d.geojson", ward(name, "Point", "[72,23]"), "feature 1: geometry.type: 'Point'");
        assertRefused(
                "e.geojson",
                ward(name, "Polygon", "[[[72.5,23.0],[72.6,23.0]]]"),
                "feature 1: geometry.coordinates: a ring of 2 positions");
        assertRefused(
                "f.geojson",
                ward(name, "Polygon", "[[[72.5,93.0]]]"),
                "feature 1: geometry.coordinates: lat 93.0");
        assertRefused(
                "g.geojson",
                ward(name, "Polygon", "[[[72.5,\"x\"]]]"),
                "is no position [lon, lat]");
    }

    private static String ward(String properties, String type, String coordinates) {
        return "{\"features\":[{\"properties\":%s,\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}]}"
                .formatted(properties, type, coordinates);
    }

    @Test
    void badNetworksAreNamed() throws IOException {
        assertRefused("a.inp", "hello", "a.inp: is no EPANET network: 0 nodes and 0 links");
        assertRefused(
                "b.inp",
                "[JUNCTIONS]\nJ1 5\n[RESERVOIRS]\nR 9\n[PIPES]\nP1 R J2 1 1 1",
                "b.inp:6: link 'P1': there is no node 'J2'");
        assertRefused("c.inp", "[JUNCTIONS]\nJ1 5\nJ1 6", "c.inp:3: node 'J1' is there twice");
        assertRefused(
                "d.inp",
                "[JUNCTIONS]\nJ1 5\nJ2 5\n[PIPES]\nP1 J1 J2 1 1 1",
                "d.inp: has neither reservoir nor tank");
    }

    @Test
    void aTownNeedsAPlace() throws IOException {
        Optional<Path> pipes = Optional.of(resource("pipes.inp"));
        assertThatThrownBy(() -> read(Optional.empty(), Optional.empty(), pipes))
                .isInstanceOf(TownFolderException.class)
                .hasMessageContaining("--osm or --wards is needed");
    }

    @Test
    void aRealQuarterBecomesATown() throws IOException {
        String data = System.getenv("NAGAR_DATA_FILES");
        Assumptions.assumeTrue(data != null, "NAGAR_DATA_FILES names no folder of real data");
        Path folder = Path.of(Objects.requireNonNull(data)).resolve("town");
        Town town =
                read(
                        Optional.of(folder.resolve("ahmedabad_navrangpura.osm.gz")),
                        Optional.of(folder.resolve("ahmedabad_wards.geojson.gz")),
                        Optional.empty());
        assertThat(town.wards()).hasSize(48);
        assertThat(town.roads().links()).hasSizeGreaterThan(300);
        assertThat(town.roads().isStronglyConnected()).isTrue();
    }
}
