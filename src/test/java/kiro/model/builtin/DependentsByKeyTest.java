package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What belongs to a resource by a key that is no id.
class DependentsByKeyTest {
    private static final String SPEC =
            """
            # Dock deletion

            ## Requirements

            - Endpoint: `DELETE /docks/{code}`
            - Authentication: none

            A dock that has boats cannot be deleted.

            ## Acceptance Criteria

            - [ ] AC-1: DELETE /docks/{code} returns 204 when the request is valid
            - [ ] AC-2: DELETE /docks/{code} returns 409 when the dock has boats
            - [ ] AC-3: DELETE /docks/{code} returns 404 when the dock does not exist
            """;

    private static final String ENTITY =
            """
            @Entity
            public class %1$s {
                @Id private %2$s;
                private %3$s;
                protected %1$s() {}
                public %1$s(%2$s, %3$s) { this.%4$s = %4$s; this.%5$s = %5$s; }
                public %6$s() { return %4$s; }
                public %7$s() { return %5$s; }
            }
            """;

    @TempDir private Path folder;

    private LoopStandIn built(String link) throws IOException, InterruptedException {
        String name = link.replaceFirst(".* ", "");
        return SmallProject.of("data-jpa")
                .type(
                        "DockController",
                        """
                        @RestController
                        @RequestMapping("/docks")
                        class DockController {
                            private final DockRepository docks;
                            DockController(DockRepository docks) { this.docks = docks; }
                        }
                        """)
                .type(
                        "Dock",
                        ENTITY.formatted(
                                "Dock",
                                "String code",
                                "String name",
                                "code",
                                "name",
                                "String getCode",
                                "String getName"))
                .type(
                        "Boat",
                        ENTITY.formatted(
                                "Boat",
                                "Long id",
                                link,
                                "id",
                                name,
                                "Long getId",
                                link.replace(
                                        name,
                                        "get"
                                                + Character.toUpperCase(name.charAt(0))
                                                + name.substring(1))))
                .type(
                        "DockRepository",
                        "public interface DockRepository extends JpaRepository<Dock, String> {}")
                .type(
                        "BoatRepository",
                        "public interface BoatRepository extends JpaRepository<Boat, Long> {}")
                .built(folder, "dock-deletion", SPEC);
    }

    @Test
    @Tag("builtin-engine#AC-108")
    void is_found_by_the_name_of_the_key() throws IOException, InterruptedException {
        LoopStandIn loop = built("String dockCode");

        assertThat(loop.problem()).isEmpty();
        assertThat(Files.readString(folder.resolve("src/main/java/a/DockRepository.java")))
                .contains("select count(d) > 0 from Boat d where d.dockCode = :id");
        assertThat(Files.readString(folder.resolve("src/test/java/a/DockDeletionTest.java")))
                .contains("#AC-2", "isConflict()", "new Boat(", "dock.getCode()");
    }

    @Test
    @Tag("builtin-engine#AC-108")
    void is_found_by_the_name_of_the_resource() throws IOException, InterruptedException {
        assertThat(built("String dock").problem()).isEmpty();
    }

    @Test
    @Tag("builtin-engine#AC-108")
    void is_not_evident_where_the_key_has_another_type() throws IOException, InterruptedException {
        assertThat(built("int dock").problem()).contains("whether a dock has boats is not evident");
    }
}
