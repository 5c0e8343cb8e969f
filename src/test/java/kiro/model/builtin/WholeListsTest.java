package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists that show all, to everyone or to those who have a role.
@Tag("builtin-engine#AC-133")
class WholeListsTest {
    private static final String FIELDS = "\nResponse fields: `id`, `owner`, `name`, `total`\n";

    @TempDir private Path folder;

    private String test(String requirements, String criteria)
            throws IOException, InterruptedException {
        LoopStandIn loop =
                Boats.project().built(folder, "boats", Boats.spec(requirements + FIELDS, criteria));
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop)).noneMatch(note -> note.contains("stays open"));
        return flat("src/test/java/a/BoatsTest.java");
    }

    private String flat(String path) throws IOException {
        return Files.readString(folder.resolve(path)).replaceAll("\\s*\\n\\s*", "");
    }

    @Test
    void a_list_of_all_has_what_belongs_to_others_and_its_elements_have_their_values()
            throws IOException, InterruptedException {
        assertThat(
                        test(
                                """
                                - Endpoint: `GET /boats`
                                - Authentication: bearer token
                                - Access: any signed-in user
                                """,
                                "- [ ] AC-1: GET /boats returns 200 and all boats\n"))
                .contains("Boat another = storedBoat(\"ben\");")
                .contains("jsonPath(\"$[?(@.id == '%s')]\", another.getId()).isNotEmpty()")
                .contains(
                        "jsonPath(\"$[?(@.id == '%s')].name\", boat.getId()).value(\"Some name\")")
                .contains(
                        "jsonPath(\"$[?(@.id == '%s' && @.total == %s)]\",boat.getId(),boat.getTotal()).isNotEmpty()");
    }

    @Test
    void a_list_for_a_role_has_what_belongs_to_those_without_it()
            throws IOException, InterruptedException {
        assertThat(
                        test(
                                """
                                - Endpoint: `GET /boats`
                                - Authentication: bearer token
                                - Access: role `WARDEN`
                                """,
                                "- [ ] AC-1: GET /boats returns 200 and all boats\n"))
                .contains("Boat another = storedBoat(\"ada\");")
                .contains("jsonPath(\"$[?(@.id == '%s')]\", another.getId()).isNotEmpty()");
    }

    @Test
    void what_a_filter_would_leave_out_is_there_without_it()
            throws IOException, InterruptedException {
        assertThat(
                        test(
                                """
                                - Endpoint: `GET /boats`
                                - Authentication: bearer token

                                Query parameters:

                                | Parameter | Type | Required | Constraints |
                                |---|---|---|---|
                                | `status` | string | no | `AFLOAT` or `SCRAPPED`; filters |
                                """,
                                "- [ ] AC-1: GET /boats returns 200 and all boats when no filter is given\n"))
                .contains("Boat another = storedOtherBoat(\"ben\");")
                .contains(".status(Status.SCRAPPED)");
    }

    @Test
    void a_role_sees_all_where_others_see_their_own() throws IOException, InterruptedException {
        String test =
                test(
                        """
                        - Endpoint: `GET /boats`
                        - Authentication: bearer token
                        - Access: owner or role `WARDEN`
                        - Lists: only the caller's own
                        """,
                        "- [ ] AC-1: GET /boats returns 200 and only the caller's own boats\n"
                                + "- [ ] AC-2: GET /boats returns 200 and all boats when the caller has the role WARDEN\n");

        assertThat(flat("src/main/java/a/BoatController.java"))
                .contains("boat -> isWarden || username.equals(boat.getOwner())");
        assertThat(test)
                .contains("another.getId()).isEmpty()")
                .contains("another.getId()).isNotEmpty()");
    }

    @Test
    @Tag("builtin-engine#AC-155")
    void what_is_one_s_own_and_a_filter_would_leave_out_is_there_without_it()
            throws IOException, InterruptedException {
        String test =
                test(
                        """
                        - Endpoint: `GET /boats`
                        - Authentication: bearer token
                        - Access: owner or role `WARDEN`
                        - Lists: only the caller's own

                        Query parameters:

                        | Parameter | Type | Required | Constraints |
                        |---|---|---|---|
                        | `status` | string | no | `AFLOAT` or `SCRAPPED`; filters |
                        """,
                        "- [ ] AC-1: GET /boats returns 200 and only the caller's own boats\n"
                                + "- [ ] AC-2: GET /boats returns 200 and all boats when the caller has the role WARDEN\n");

        assertThat(test.split("Boat second = storedOtherBoat\\(\"ada\"\\);", -1)).hasSize(3);
        assertThat(test.split("second.getId\\(\\)\\).isNotEmpty\\(\\)", -1)).hasSize(3);
    }

    @Test
    void a_field_that_each_element_has_is_looked_at_in_the_element()
            throws IOException, InterruptedException {
        assertThat(
                        test(
                                """
                                - Endpoint: `GET /boats`
                                - Authentication: bearer token
                                """,
                                "- [ ] AC-1: GET /boats returns 200 and each boat with its `total`\n"))
                .doesNotContain("hasJsonPath")
                .contains("@.total == %s)]\",boat.getId(),boat.getTotal()).isNotEmpty()");
    }
}
