package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import kiro.testing.AnthropicEvents;
import kiro.testing.AnthropicServer;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpecCreateFromTest {
    private static final String WORDS =
            "The owner of a profile replaces it; a display name has 1 to 50 characters";
    private static final String CHOSEN =
            "{\"values\":{\"method\":\"PUT\",\"path\":\"/users/{id}/profile\",\"resource\":\"profile\",\"limit\":\"none\"}}";
    private static final String FILE = ".kiro/specs/profile.md";

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws IOException {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".kiro/config.yaml", "mode: interactive\n");
    }

    @Test
    @Tag("spec-proposals#AC-1")
    void a_template_is_filled_in_and_its_fixed_lines_stay() {
        List<String> before = template("rest-api", "file");
        int overview = line(before, "who can do what");
        int row = line(before, "{{field, as code}} | {{string");
        script(
                ScriptLines.call("c1", "choose_parameters", CHOSEN),
                fill(
                        "c2",
                        becomes("profile.md", overview, "Owners keep their profile up to date.")
                                + ","
                                + becomes(
                                        "profile.md",
                                        row,
                                        "| `displayName` | string | yes | 1 to 50 characters |",
                                        "| `bio` | string | no | any |"),
                        "\"requirements\":[\"- A profile has one owner.\"],\"criteria\":[\"PUT /users/{id}/profile without a bio returns 200 and keeps the bio\"]"));

        Kiro.Result result = create();

        assertThat(result.code()).isZero();
        List<String> now = workspace.read(FILE).lines().toList();
        assertThat(now)
                .contains(
                        "Owners keep their profile up to date.",
                        "- A profile has one owner.",
                        "| `displayName` | string | yes | 1 to 50 characters |",
                        "| `bio` | string | no | any |",
                        "<!-- kiro:proposed scripted: Overview, Requirements -->",
                        "- [ ] AC-7: PUT /users/{id}/profile without a bio returns 200 and keeps the bio",
                        "  > proposed by `scripted` <!-- kiro:proposed scripted -->");
        List<String> fixed = new java.util.ArrayList<>(before);
        fixed.remove(row - 1);
        fixed.remove(overview - 1);
        assertThat(now).containsSubsequence(fixed);
        assertThat(result.out())
                .contains("proposed by scripted: 1 criterion and words in Overview, Requirements\n")
                .doesNotContain("left out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest-api", "job", "migration", "infra", "bug-fix", "integration"})
    @Tag("spec-proposals#AC-1")
    @Tag("spec-proposals#AC-3")
    void every_template_can_be_filled_in_as_a_folder_too(String name) {
        List<String> before = template(name, "folder");
        String main = name.equals("bug-fix") ? "bugfix.md" : "requirements.md";
        int story = name.equals("bug-fix") ? 0 : line(before, "I want");
        int clause = name.equals("bug-fix") ? line(before, "2.2 WHEN") : 0;
        String lines =
                clause > 0
                        ? becomes(
                                main,
                                clause,
                                "WHEN a cart is empty THEN the system SHALL show 0.00",
                                "WHEN a cart has one item THEN the system SHALL show its price")
                        : becomes(
                                main,
                                story,
                                "**User Story:** As an owner, I want it done, so that I need not wait.");
        script(
                ScriptLines.call("c1", "choose_parameters", "{\"values\":{}}"),
                fill(
                        "c2",
                        lines,
                        "\"criteria\":[\"IF the store is not reachable, THEN THE Exporter SHALL end with exit code 3\"]"));

        Kiro.Result result =
                kiro().run(
                                "spec",
                                "create",
                                "thing",
                                "-t",
                                name,
                                "--form",
                                "folder",
                                "--from",
                                WORDS,
                                "--model",
                                "scripted/s.jsonl");

        assertThat(result.code()).as(result.err() + result.out()).isZero();
        String written = workspace.read(".kiro/specs/thing/" + main);
        assertThat(written)
                .contains("THE Exporter SHALL end with exit code 3\n")
                .contains("> proposed by `scripted`")
                .contains(
                        clause > 0
                                ? "2.2 WHEN a cart is empty THEN the system SHALL show 0.00\n> proposed by `scripted` <!-- kiro:proposed scripted -->\n\n2.3 WHEN a cart has one item THEN the system SHALL show its price\n"
                                : "**User Story:** As an owner, I want it done, so that I need not wait.\n");
        JsonNode shown = json(kiro().run("spec", "show", "thing", "--json").out());
        assertThat(shown.path("criteria").valueStream().map(each -> each.path("text").asString()))
                .noneMatch(text -> text.contains("proposed"))
                .anyMatch(text -> text.endsWith("SHALL end with exit code 3"));

        kiro().run("spec", "validate", "thing", "--accept", "proposed");
        assertThat(workspace.read(".kiro/specs/thing/" + main)).doesNotContain("proposed");
    }

    @Test
    @Tag("spec-proposals#AC-2")
    void what_breaks_a_rule_goes_back_with_what_was_found_and_is_left_out_in_the_end()
            throws IOException {
        int overview = line(template("rest-api", "file"), "who can do what");
        String lines = becomes("profile.md", overview, "# Owners", "Owners keep a profile.");
        String bad =
                "\"criteria\":[\"PUT /users/{id}/profile without a name returns 422\",\"The answer is shown as appropriate\"]";
        try (AnthropicServer server = AnthropicServer.start()) {
            server.thenReply(call("c1", "choose_parameters", CHOSEN.replace("none", "lots")));
            server.thenReply(call("c2", "choose_parameters", CHOSEN));
            for (int i = 0; i < 4; i++) {
                server.thenReply(
                        call("f" + i, "fill_in", "{\"lines\":[" + lines + "]," + bad + "}"));
            }

            Kiro.Result result = create(server);

            assertThat(result.code()).as(result.err()).isZero();
            assertThat(result.out())
                    .contains(
                            "  'The answer is shown as appropriate': 'as appropriate' leaves it open whether this has to be done\n");
            assertThat(workspace.read(FILE))
                    .contains("AC-7: PUT /users/{id}/profile without a name returns 422\n")
                    .contains("\nOwners keep a profile.\n")
                    .doesNotContain("# Owners")
                    .doesNotContain("as appropriate");
            assertThat(server.requests()).hasSize(6);
            assertThat(server.requests().get(1).body())
                    .contains("'lots' cannot be the value of 'limit'");
            assertThat(server.requests().get(3).body())
                    .contains("leaves it open whether this has to be done [spec/escape-clause]")
                    .contains("needs a paragraph on one line, no list, heading or code block");
        }
    }

    @Test
    @Tag("spec-proposals#AC-10")
    void a_providers_server_leads_to_the_same_spec_as_a_script() throws IOException {
        int overview = line(template("rest-api", "file"), "who can do what");
        String lines = becomes("profile.md", overview, "Owners keep a profile.");
        script(
                ScriptLines.call("c1", "choose_parameters", CHOSEN),
                fill("c2", lines, "\"criteria\":[]"));
        create();
        String scripted = workspace.read(FILE);
        Files.delete(workspace.root().resolve(FILE));
        try (AnthropicServer server = AnthropicServer.start()) {
            server.thenReply(call("c1", "choose_parameters", CHOSEN));
            server.thenReply(call("c2", "fill_in", "{\"lines\":[" + lines + "],\"criteria\":[]}"));

            assertThat(create(server).code()).isZero();

            assertThat(workspace.read(FILE).replace("anthropic/m", "scripted")).isEqualTo(scripted);
            assertThat(server.requests().get(0).body()).contains(WORDS).contains("- limit: number");
            assertThat(server.requests().get(1).body())
                    .contains("<template file=")
                    .contains("profile.md:" + overview + ": {{who can do what");
        }
    }

    @Test
    @Tag("spec-proposals#AC-3")
    void marks_are_taken_off_by_ids_or_all_of_them_and_nothing_else_changes() {
        List<String> before = template("rest-api", "file");
        int overview = line(before, "who can do what");
        script(
                ScriptLines.call("c1", "choose_parameters", CHOSEN),
                fill(
                        "c2",
                        becomes("profile.md", overview, "Owners keep a profile."),
                        "\"criteria\":[\"PUT /users/{id}/profile without a name returns 422\",\"PUT /users/{id}/profile without a bio returns 200 and keeps the bio\"]"));
        create();
        String marked = workspace.read(FILE);

        kiro().run("spec", "validate", "profile", "--accept", "AC-8");
        assertThat(workspace.read(FILE))
                .isEqualTo(
                        marked.replace(
                                "keeps the bio\n  > proposed by `scripted` <!-- kiro:proposed scripted -->\n",
                                "keeps the bio\n"));

        kiro().run("spec", "validate", "profile", "--accept", "proposed");
        assertThat(workspace.read(FILE))
                .isEqualTo(
                        marked.replace(
                                        "  > proposed by `scripted` <!-- kiro:proposed scripted -->\n",
                                        "")
                                .replace("<!-- kiro:proposed scripted: Overview -->\n\n", ""));
        assertThat(kiro().run("spec", "validate", "profile", "--accept", "AC-99").code())
                .isEqualTo(1);
    }

    @Test
    @Tag("spec-proposals#AC-4")
    void numbers_that_nobody_gave_are_named() {
        template("rest-api", "file");
        script(
                ScriptLines.call("c1", "choose_parameters", CHOSEN),
                fill(
                        "c2",
                        "",
                        "\"criteria\":[\"PUT /users/{id}/profile with a name of 50 characters returns 200\",\"PUT /users/{id}/profile with a bio of more than 500 characters returns 422\",\"PUT /users/{id}/profile with a bio of more than 640 characters returns 422 within 3 seconds\"]"));

        assertThat(create().out())
                .contains(
                        "numbers that you did not give:\n  500 in 'PUT /users/{id}/profile with a bio of more than 500")
                .contains("\n  640, 3 in 'PUT /users/{id}/profile with a bio of more than 640")
                .doesNotContain("50 in");
    }

    @Test
    @Tag("spec-proposals#AC-5")
    void without_a_model_the_description_stands_in_the_overview() {
        kiro().run("spec", "create", "profile", "-t", "rest-api");
        String before = workspace.read(FILE);
        assertThat(workspace.root().resolve(FILE).toFile().delete()).isTrue();

        Kiro.Result result =
                kiro().run("spec", "create", "profile", "-t", "rest-api", "--from", WORDS);

        assertThat(result.code()).isZero();
        assertThat(result.err())
                .isEqualTo(
                        "no language model is configured: the description stands in the overview, the rest is left to fill in\n");
        assertThat(workspace.read(FILE))
                .isEqualTo(
                        before.replace(
                                "{{who can do what with this endpoint, and why they want it}}",
                                WORDS));
    }

    @Test
    @Tag("spec-proposals#AC-5")
    void a_model_that_fails_leaves_the_template_and_says_why() {
        workspace.with(
                "s.jsonl", "{\"failure\":\"Unauthorized\",\"message\":\"the key is wrong\"}\n");

        Kiro.Result result = create();

        assertThat(result.code()).isEqualTo(5);
        assertThat(result.err())
                .contains("scripted proposed nothing that can stand: the key is wrong");
        assertThat(workspace.read(FILE)).contains(WORDS).contains("{{").doesNotContain("proposed");
    }

    @Test
    @Tag("spec-proposals#AC-5")
    void nonsense_four_times_is_no_proposal_and_an_overload_is_waited_for() {
        workspace.with(
                "s.jsonl",
                ScriptLines.all(
                        "{\"failure\":\"Overloaded\",\"message\":\"busy\",\"retryAfterMs\":1}",
                        ScriptLines.call("c1", "choose_parameters", CHOSEN),
                        ScriptLines.call("c2", "fill_in", "[1]"),
                        ScriptLines.call("c3", "fill_in", "{"),
                        ScriptLines.says("I would rather talk."),
                        ScriptLines.call(
                                "c4",
                                "fill_in",
                                "{\"lines\":[{\"line\":1,\"becomes\":[\"x\"]}]}")));

        Kiro.Result result = create();

        assertThat(result.code()).isEqualTo(5);
        assertThat(result.err()).contains("profile.md:1 is no open line");
    }

    @Test
    @Tag("spec-proposals#AC-9")
    void programs_are_told_what_was_made() {
        JsonNode plain =
                json(kiro().run("spec", "create", "plain", "-t", "rest-api", "--json").out());
        assertThat(plain.path("spec").asString()).isEqualTo("plain");
        assertThat(plain.path("path").asString()).isEqualTo(".kiro/specs/plain.md");
        assertThat(plain.path("form").asString()).isEqualTo("file");
        assertThat(plain.path("template").asString()).isEqualTo("rest-api-endpoint");
        assertThat(plain.has("proposed")).isFalse();
        assertThat(plain.path("findings").size()).isGreaterThan(5);
        assertThat(plain.path("findings").get(0).path("rule").asString())
                .isEqualTo("spec/placeholder");

        script(
                ScriptLines.call("c1", "choose_parameters", CHOSEN),
                fill(
                        "c2",
                        "",
                        "\"criteria\":[\"PUT /users/{id}/profile without a name returns 422\"]"));
        Kiro.Result result =
                kiro().run(
                                "spec",
                                "create",
                                "profile",
                                "-t",
                                "rest-api",
                                "--from",
                                WORDS,
                                "--model",
                                "scripted/s.jsonl",
                                "--json");

        JsonNode proposed = json(result.out()).path("proposed");
        assertThat(proposed.toString())
                .isEqualTo(
                        "{\"model\":\"scripted\",\"criteria\":[\"AC-7\"],\"sections\":[],\"numbersNotGiven\":[],\"leftOut\":[]}");
    }

    @Test
    @Tag("spec-proposals#AC-5")
    void a_description_is_read_from_standard_input_and_an_empty_one_is_refused() {
        Kiro.Result empty = kiro().run("spec", "create", "x", "-t", "job", "--from", " ");
        assertThat(empty.code()).isEqualTo(64);
        assertThat(empty.err()).contains("--from says nothing");

        Kiro.Result piped =
                kiro().typing(WORDS).run("spec", "create", "x", "-t", "job", "--from", "-");
        assertThat(piped.code()).isZero();
        assertThat(workspace.read(".kiro/specs/x.md")).contains(WORDS);
        assertThat(kiro().run("spec", "create", "y", "-t", "job", "--model", "built-in").code())
                .isEqualTo(64);
    }

    /// The lines of a template with the values of `CHOSEN`, as it is before anything is filled in.
    private List<String> template(String name, String form) {
        boolean isRest = name.equals("rest-api") && form.equals("file");
        var arguments =
                new java.util.ArrayList<>(
                        List.of("spec", "create", "profile", "-t", name, "--form", form));
        if (isRest) {
            arguments.addAll(
                    List.of(
                            "--set",
                            "method=PUT",
                            "--set",
                            "path=/users/{id}/profile",
                            "--set",
                            "resource=profile",
                            "--set",
                            "limit=none"));
        }
        assertThat(kiro().run(arguments.toArray(String[]::new)).code()).isZero();
        try {
            if (form.equals("file")) {
                String text = workspace.read(FILE);
                Files.delete(workspace.root().resolve(FILE));
                return text.lines().toList();
            }
            String main = name.equals("bug-fix") ? "bugfix.md" : "requirements.md";
            String text = workspace.read(".kiro/specs/profile/" + main);
            try (var files = Files.walk(workspace.root().resolve(".kiro/specs/profile"))) {
                for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
            return text.lines().toList();
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }

    private static int line(List<String> lines, String words) {
        return IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).contains(words) && lines.get(i).contains("{{"))
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    private static String becomes(String file, int line, String... texts) {
        return "{\"file\":\"%s\",\"line\":%d,\"becomes\":[%s]}"
                .formatted(
                        file,
                        line,
                        String.join(
                                ",", List.of(texts).stream().map(ScriptLines::quoted).toList()));
    }

    private static String fill(String id, String lines, String more) {
        return ScriptLines.call(id, "fill_in", "{\"lines\":[" + lines + "]," + more + "}");
    }

    private static List<String> call(String id, String tool, String arguments) {
        return AnthropicEvents.reply().call(id, tool, arguments).end("tool_use");
    }

    /// The last answer again and again, for whoever is asked more than once.
    private void script(String... lines) {
        String last = lines[lines.length - 1];
        workspace.with(
                "s.jsonl",
                String.join("\n", lines)
                        + "\n"
                        + last.replace("\"c2\"", "\"c3\"")
                        + "\n"
                        + last.replace("\"c2\"", "\"c4\"")
                        + "\n");
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root());
    }

    private Kiro.Result create() {
        return kiro().run(
                        "spec",
                        "create",
                        "profile",
                        "-t",
                        "rest-api",
                        "--from",
                        WORDS,
                        "--model",
                        "scripted/s.jsonl");
    }

    private Kiro.Result create(AnthropicServer server) {
        return kiro().with("ANTHROPIC_API_KEY", "k")
                .with("ANTHROPIC_BASE_URL", server.url().toString())
                .with("KIRO_MODEL", "anthropic/m")
                .run("spec", "create", "profile", "-t", "rest-api", "--from", WORDS);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
