package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.code.JavaReader;
import kiro.model.builtin.project.SpringProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesTest {
    private static final String FOLDER = "src/main/java/com/example/fleet/";

    /// A project whose callers are drivers, with this in their class.
    private static Roles roles(String members) {
        return new Roles(
                SpringProject.read(
                        JavaReader.ofRuntime(),
                        "pom.xml",
                        Map.of(
                                "pom.xml",
                                "<project/>",
                                FOLDER + "Cars.java",
                                "package com.example.fleet; @RestController class Cars { @GetMapping(\"/cars\") String all(@RequestAttribute(\"driver\") Driver driver) { return driver.name(); } }",
                                FOLDER + "Driver.java",
                                "package com.example.fleet; public " + members)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    record Driver(long id, String name, Role role) { enum Role { DRIVER, MANAGER } }      | manager        | driver.role() == Role.MANAGER
                    record Driver(long id, String name, Role role) { enum Role { DRIVER, MANAGER } }      | fleet manager  | driver.role() == Role.MANAGER
                    record Driver(long id, String name, Role role) { enum Role { DRIVER, MANAGER } }      | deputy manager |
                    record Driver(long id, String name, String rank) { boolean isManager() { return true; } } | managers   | driver.isManager()
                    record Driver(long id, String name, String rank) { boolean isManager() { return true; } } | mechanic   |
                    record Driver(long id, String name, java.util.Set<String> roles) { boolean has(String role) { return roles.contains(role); } /* hasRole("MANAGER") */ } | manager | driver.has("MANAGER")
                    record Driver(long id, String name, Level level) { enum Level { NEW, MANAGER } }      | manager        | driver.level() == Level.MANAGER
                    record Driver(long id, String name, Level level) { enum Level { NEW, MANAGER } }      | mechanic       |
                    record Driver(long id, String name, boolean manager) {}                               | fleet manager  | driver.manager()
                    """)
    @Tag("builtin-engine#AC-14")
    @Tag("builtin-engine#AC-126")
    void a_role_is_known_as_the_class_of_the_caller_knows_it(
            String members, String role, String expression) {
        assertThat(roles(members).test(List.of(role)).map(RoleTest::expression))
                .isEqualTo(Optional.ofNullable(expression));
    }

    @Test
    @Tag("builtin-engine#AC-14")
    void a_user_has_a_role_by_the_word_that_the_project_has_for_it() {
        Roles roles =
                roles(
                        "record Driver(long id, String name, Role role) { enum Role { DRIVER, MANAGER } }");
        var manager = new TestUser("MARA", "\"token\"", "1", List.of("MANAGER"));

        assertThat(manager.hasAny(roles.words(List.of("fleet manager")))).isTrue();
        assertThat(manager.hasAny(roles.words(List.of("deputy manager")))).isFalse();
    }

    @Test
    @Tag("builtin-engine#AC-14")
    void a_role_that_is_named_twice_counts_once() {
        Roles roles =
                roles(
                        "record Driver(long id, String name, Role role) { enum Role { DRIVER, MANAGER } }");

        RoleTest test = roles.test(List.of("manager", "managers")).orElseThrow();

        assertThat(test.expression()).isEqualTo("driver.role() == Role.MANAGER");
        assertThat(test.name()).isEqualTo("isManager");
    }
}
