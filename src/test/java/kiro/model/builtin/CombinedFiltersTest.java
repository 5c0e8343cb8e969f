package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists that are asked for by several filters at once.
class CombinedFiltersTest {
    @TempDir private Path folder;

    @Test
    @Tag("builtin-engine#AC-188")
    void what_one_combination_stores_is_not_taken_for_another_one()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                BellProject.of("String name, String metal, int weight")
                        .built(
                                folder,
                                "bell-list",
                                """
                                # Bell list

                                ## Requirements

                                - Endpoint: `GET /bells`
                                - Authentication: none

                                Query parameters:

                                | Parameter | Type | Required | Constraints |
                                |---|---|---|---|
                                | `name` | string | no | filters |
                                | `metal` | string | no | filters |
                                | `weight` | integer | no | filters |

                                ## Acceptance Criteria

                                - [ ] AC-1: GET /bells returns 200 and only bells that match both when `name` and `metal` are given
                                - [ ] AC-2: When several filters are given, only bells that match all of them are returned.
                                """);

        assertThat(loop.problem()).isEmpty();
        String tests =
                Files.readString(folder.resolve("src/test/java/a/BellListTest.java"))
                        .replaceAll("\\s+", " ");
        assertThat(tests).contains("?name=Wanted&metal=Wanted\"");
        assertThat(tests.substring(tests.indexOf("#AC-2")))
                .containsPattern("= storedMatchingBell\\(\\);.*&weight=30\"")
                .contains(
                        "Bell storedMatchingBell() { Bell bell = new Bell(1000L + ++lastId, \"Wanted\", \"Wanted\", 30);");
        assertThat(tests)
                .contains(
                        "Bell storedMatchingOfNameAndMetalBell() { Bell bell = new Bell(1000L + ++lastId, \"Wanted\", \"Wanted\", 1);");
    }
}
