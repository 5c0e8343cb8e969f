package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kiro.code.JavaReader;
import kiro.model.builtin.project.SpringProject;
import kiro.spec.rest.Authentication;
import kiro.spec.rest.EndpointSpec;
import kiro.spec.rest.HttpMethod;
import kiro.spec.rest.PathTemplate;
import kiro.spec.rest.Permission;
import kiro.spec.rest.Request;
import kiro.spec.rest.Response;
import kiro.spec.rest.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnersTest {
    private static final EndpointSpec LIST =
            new EndpointSpec(
                    new Route(HttpMethod.GET, new PathTemplate("/trips")),
                    Authentication.REQUIRED,
                    new Permission.Anyone(),
                    Optional.empty(),
                    new Request(List.of(), List.of(), List.of()),
                    new Response(OptionalInt.empty(), Response.Shape.LIST, List.of()),
                    List.of());

    /// The property that says whose trip it is, in a project whose callers are drivers.
    private static Optional<String> owner(String components) {
        SpringProject project =
                SpringProject.read(
                        JavaReader.ofRuntime(),
                        "pom.xml",
                        Map.of(
                                "pom.xml",
                                "<project/>",
                                "src/main/java/a/Trips.java",
                                "package a; import java.util.*; class Trips { private final Map<Long, Trip> all = new HashMap<>(); Optional<Trip> find(long id) { return Optional.ofNullable(all.get(id)); } void save(Trip trip) { all.put(trip.id(), trip); } }",
                                "src/main/java/a/Trip.java",
                                "package a; record Trip(long id, " + components + ") {}",
                                "src/main/java/a/Driver.java",
                                "package a; record Driver(long id, String name) {}",
                                "src/main/java/a/Cars.java",
                                "package a; @RestController class Cars { @GetMapping(\"/cars\") String all(@RequestAttribute(\"driver\") Driver driver) { return driver.name(); } }"));
        return new Owners(project)
                .of(project.storages().getFirst(), LIST)
                .filter(Owner.ByProperty.class::isInstance)
                .map(owner -> ((Owner.ByProperty) owner).property().name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    long carId, long driverId, String purpose | driverId
                    long driver, long carId                   | driver
                    long carId, String driverName             |
                    long carId, long routeId                  |
                    """)
    @Tag("builtin-engine#AC-14")
    void whose_a_thing_is_is_called_after_what_the_project_calls_its_callers(
            String components, String property) {
        assertThat(owner(components)).isEqualTo(Optional.ofNullable(property));
    }
}
