package kiro.model.builtin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kiro.code.JavaReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedCallersTest {
    private static final String SESSIONS =
            """
            package a;
            @Component
            public class Sessions {
                private final JdbcClient jdbc;
                Keeper keeper(HttpServletRequest request) { return require(request.getHeader("X-Session")); }
                Keeper require(String token) { return find(token).orElseThrow(() -> new NotSignedIn("no")); }
                java.util.Optional<Keeper> find(String token) {
                    return jdbc.sql("select id, name, rank from keeper where token = ?").param(token).query(Keeper.class).optional();
                }
                Keeper maybe(String token) { return find(token).orElse(null); }
                void must(HttpServletRequest request, Rank rank) { if (keeper(request).rank() != rank) throw new NotSignedIn(""); }
                static Keeper of(HttpServletRequest request) { throw new NotSignedIn(""); }
                Shelf shelf(long id) { throw new NotSignedIn(""); }
            }
            """;
    private static final String ERRORS =
            """
            package a;
            @RestControllerAdvice
            class Errors {
                @ExceptionHandler(NotSignedIn.class) @ResponseStatus(HttpStatus.UNAUTHORIZED) String on(NotSignedIn e) { return ""; }
            }
            """;

    private static SpringProject project(Map<String, String> more) {
        var sources =
                new HashMap<>(
                        Map.of(
                                "Sessions",
                                SESSIONS,
                                "Errors",
                                ERRORS,
                                "NotSignedIn",
                                "package a; class NotSignedIn extends RuntimeException { NotSignedIn(String m) {} }",
                                "Keeper",
                                "package a; record Keeper(long id, String name, Rank rank) {}",
                                "Rank",
                                "package a; enum Rank { KEEPER, CURATOR }",
                                "Shelf",
                                "package a; record Shelf(long id) {}"));
        sources.putAll(more);
        var files = new TreeMap<String, String>();
        files.put("pom.xml", "<project/>");
        sources.forEach((name, text) ->
                files.put(name.contains(".") ? name : "src/main/java/a/" + name + ".java", text));
        return SpringProject.read(JavaReader.ofRuntime(), "pom.xml", files);
    }

    private static SpringProject controller(String parameters, String body) {
        return project(
                Map.of(
                        "Shelves",
                        """
                        package a;
                        import jakarta.servlet.http.HttpServletRequest;
                        import org.springframework.web.bind.annotation.*;
                        @RestController
                        class Shelves extends Base {
                            private final Sessions sessions;
                            private static final String HEADER = "X-Session";
                            @GetMapping("/shelves/{id}")
                            Object read(%s) { %s }
                        }
                        """
                                .formatted(parameters, body),
                        "Base",
                        "package a; class Base { Sessions all; Keeper me(HttpServletRequest request) { return all.keeper(request); } }"));
    }

    private static Caller.Source.Asked asked(SpringProject project) {
        return project.caller().flatMap(Caller::asked).orElseThrow();
    }

    @ParameterizedTest
    @Tag("builtin-engine#AC-124")
    @CsvSource(
            delimiter = '|',
            value = {
                "HttpServletRequest request | Keeper keeper = sessions.keeper(request); return 1; | sessions.keeper(request) | HttpServletRequest request",
                "HttpServletRequest r | sessions.keeper(r); return 1; | sessions.keeper(r) | HttpServletRequest r",
                "HttpServletRequest r, long id | return new Shelf(sessions.keeper(r).id()); | sessions.keeper(r) | HttpServletRequest r",
                "HttpServletRequest r | var keeper = sessions.require(r.getHeader(HEADER)); return 1; | sessions.require(r.getHeader(\"X-Session\")) | HttpServletRequest r",
                "@RequestHeader(value = HEADER, required = false) String token | Keeper keeper = sessions.require(token); return 1; | sessions.require(token) | @RequestHeader(value = \"X-Session\", required = false) String token",
                "@RequestHeader(\"X-Session\") String token | Keeper keeper = sessions.find(token).orElseThrow(() -> new NotSignedIn(\"sign in\")); return 1; | sessions.find(token).orElseThrow(() -> new NotSignedIn(\"sign in\")) | @RequestHeader(\"X-Session\") String token",
                "HttpServletRequest request | Keeper keeper = me(request); return 1; | me(request) | HttpServletRequest request",
                "HttpServletRequest request | Keeper keeper = Sessions.of(request); return 1; | Sessions.of(request) | HttpServletRequest request"
            })
    void what_controllers_ask_tells_who_calls(
            String parameters, String body, String question, String given) {
        SpringProject project = controller(parameters, body);

        Caller.Source.Asked asked = asked(project);
        assertThat(asked.question().expression()).isEqualTo(question);
        assertThat(asked.question().given())
                .extracting(Caller.Given::written)
                .containsExactly(given);
        assertThat(asked.variable()).isEqualTo("keeper");
        assertThat(project.caller().orElseThrow().id()).isEqualTo("keeper.id()");
        assertThat(project.protection().kind()).isEqualTo(Protection.Kind.RESOLVER);
    }

    @Test
    @Tag("builtin-engine#AC-124")
    void what_comes_before_the_question_and_after_it_belongs_to_it() {
        Caller.Question question =
                asked(
                                controller(
                                        "HttpServletRequest request",
                                        """
                                        String token = request.getHeader(HEADER);
                                        Keeper keeper = sessions.maybe(token);
                                        if (keeper == null) { throw new NotSignedIn("no"); }
                                        return 1;
                                        """))
                        .question();

        assertThat(question.before())
                .containsExactly("String token = request.getHeader(\"X-Session\");");
        assertThat(question.expression()).isEqualTo("sessions.maybe(token)");
        assertThat(question.after())
                .containsExactly(
                        "if (keeper == null) {", "    throw new NotSignedIn(\"no\");", "}");
    }

    @Test
    @Tag("builtin-engine#AC-124")
    void what_is_asked_about_a_path_or_a_body_is_no_caller() {
        assertThat(controller("@PathVariable long id", "return sessions.shelf(id);").caller())
                .isEmpty();
        assertThat(
                        controller("@RequestBody String token", "return sessions.require(token);")
                                .caller())
                .isEmpty();
    }

    @ParameterizedTest
    @Tag("builtin-engine#AC-127")
    @CsvSource(
            delimiter = '|',
            value = {
                "Keeper keeper = sessions.maybe(r.getHeader(HEADER)); if (keeper == null) { return null; } return 1; | Shelves.read asks Sessions.maybe who calls and answers strangers itself",
                "Keeper keeper = sessions.maybe(r.getHeader(HEADER)); return keeper; | Shelves.read asks Sessions.maybe who calls, and what it raises for strangers is not answered with 401",
                "sessions.must(r, Rank.CURATOR); return 1; | Shelves.read asks Sessions.must, which refuses strangers"
            })
    void a_question_that_is_not_understood_is_named_with_class_and_method(
            String body, String reason) {
        SpringProject project = controller("HttpServletRequest r", body);

        assertThat(project.caller()).isEmpty();
        assertThat(project.unreadCallers())
                .singleElement()
                .asString()
                .startsWith(reason)
                .contains(": let ");
    }

    private static Credentials credentials(String select, String schema, String more) {
        return project(
                        Map.of(
                                "Sessions",
                                SESSIONS.replaceAll(
                                                "\"select id, name, rank from keeper where token = \\?\"",
                                                select)
                                        .replace("void must(", more + " void must("),
                                "Shelves",
                                """
                                package a;
                                @RestController
                                class Shelves {
                                    private final Sessions sessions;
                                    @GetMapping("/shelves") int all(HttpServletRequest request) { sessions.keeper(request); return 1; }
                                }
                                """,
                                "src/main/resources/schema.sql",
                                schema))
                .credentials();
    }

    private static final String OWN_TOKENS =
            "create table keeper (id bigint generated by default as identity primary key, name varchar(9) not null, rank varchar(9) not null, token varchar(9) unique);";
    private static final String TOKENS_ASIDE =
            "create table keeper (id bigint primary key, name varchar(9) not null, rank varchar(9) not null);"
                    + "create table session (token varchar(9) primary key, keeper_id bigint not null references keeper(id), expires_at timestamp not null);";

    @Test
    @Tag("builtin-engine#AC-125")
    void callers_of_the_scripts_show_what_they_have_there() {
        assertThat(
                        credentials(
                                "\"select id, name, rank from keeper where token = ?\"",
                                OWN_TOKENS
                                        + "insert into keeper (name, rank, token) values ('Ida', 'KEEPER', 't-1'), ('Vera', 'CURATOR', 't-2');",
                                ""))
                .isEqualTo(
                        new Credentials.Tokens(
                                "X-Session",
                                "",
                                List.of(
                                        new Credentials.Token("t-1", "1", List.of("KEEPER")),
                                        new Credentials.Token("t-2", "2", List.of("CURATOR")))));
    }

    @ParameterizedTest
    @Tag("builtin-engine#AC-125")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"select k.* from keeper k join session s on s.keeper_id = k.id where s.token = :token\"",
                "\"select k.id from keeper k, session s\" + \" where s.keeper_id = k.id and s.token = ? and s.expires_at > ?\"",
                "\"select keeper_id from session\" + \" where token = ?\""
            })
    void a_session_is_stored_for_a_caller_of_the_scripts(String select) {
        assertThat(
                        credentials(
                                select,
                                TOKENS_ASIDE
                                        + "insert into keeper (id, name, rank) values (4, 'Ida', 'KEEPER'), (5, 'Vera', 'CURATOR');",
                                ""))
                .isInstanceOfSatisfying(
                        Credentials.Prepared.class,
                        prepared -> {
                            assertThat(prepared.means()).isEqualTo(new Credentials.Means.Rows());
                            assertThat(prepared.holders().getLast())
                                    .isEqualTo(
                                            new Credentials.Holder(
                                                    "VERA",
                                                    "5",
                                                    List.of("CURATOR"),
                                                    "token-vera",
                                                    java.util.Optional.empty(),
                                                    List.of(
                                                            "insert into session (token, keeper_id, expires_at) select 'token-vera', 5, timestamp '2999-01-01 00:00:00' where not exists (select 1 from session where token = 'token-vera')")));
                        });
    }

    @Test
    @Tag("builtin-engine#AC-125")
    void callers_are_made_where_the_scripts_have_none_two_for_each_role() {
        assertThat(
                        credentials(
                                "\"select id, name, rank from keeper where token = ?\"",
                                OWN_TOKENS,
                                ""))
                .isInstanceOfSatisfying(
                        Credentials.Prepared.class,
                        prepared -> {
                            assertThat(prepared.holders())
                                    .extracting(Credentials.Holder::roles)
                                    .containsExactly(
                                            List.of("KEEPER"),
                                            List.of("KEEPER"),
                                            List.of("CURATOR"),
                                            List.of("CURATOR"));
                            assertThat(prepared.holders().getFirst().made())
                                    .contains(
                                            "insert into keeper (id, name, rank, token) select 9001, 'ada', 'KEEPER', 'token-ada' where not exists (select 1 from keeper where id = 9001)");
                        });
    }

    private static Credentials opened(String parameters) {
        return credentials(
                "\"select k.* from keeper k join session s on s.keeper_id = k.id where s.token = ?\"",
                TOKENS_ASIDE
                        + "insert into keeper (id, name, rank) values (4, 'Ida', 'KEEPER'), (5, 'Vera', 'CURATOR');",
                """
                public String open(%s) {
                    jdbc.sql("insert into session (token, keeper_id, expires_at) values (?, ?, ?)").update();
                    return "";
                }
                """
                        .formatted(parameters));
    }

    @ParameterizedTest
    @Tag("builtin-engine#AC-125")
    @CsvSource(
            delimiter = '|',
            value = {"long keeperId | 5L", "String name | \"Vera\"", "String badge |"})
    void what_opens_sessions_opens_them_for_tests(String parameters, String argument) {
        assertThat(opened(parameters))
                .isInstanceOfSatisfying(
                        Credentials.Prepared.class,
                        prepared -> {
                            if (argument == null) {
                                assertThat(prepared.means())
                                        .isEqualTo(new Credentials.Means.Rows());
                                return;
                            }
                            assertThat(prepared.means())
                                    .isInstanceOf(Credentials.Means.Opening.class);
                            assertThat(prepared.holders().getLast().steps())
                                    .containsExactly(argument);
                        });
    }

    @Test
    @Tag("builtin-engine#AC-125")
    void tokens_that_are_stored_as_hashes_are_not_made_up() {
        assertThat(
                        credentials(
                                "\"select id, name, rank from keeper where token = \" + sha256(token)",
                                OWN_TOKENS,
                                "static String sha256(String token) { return MessageDigest.x(token); }"))
                .isEqualTo(new Credentials.Unknown());
    }
}
