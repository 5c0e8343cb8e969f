package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kiro.testing.AnthropicEvents;
import kiro.testing.AnthropicServer;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whole runs whose work goes to several models.
@Timeout(60)
class RoutedRunTest {
    private static final String PLAN =
            "{\"title\":\"Three\",\"steps\":["
                    + "{\"action\":\"write a\",\"files\":[\"a.txt\"],\"risk\":\"low\",\"criteria\":[]},"
                    + "{\"action\":\"encrypt b\",\"files\":[\"b.txt\"],\"risk\":\"low\",\"criteria\":[]},"
                    + "{\"action\":\"cover c\",\"files\":[\"tests/test_c.py\"],\"risk\":\"low\",\"criteria\":[]}]}";

    @TempDir private Path folder;

    private AnthropicServer server;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void begin() throws Exception {
        server = AnthropicServer.start();
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("README.md", "# Demo\n")
                        .with(".kiro/specs/.keep", "");
    }

    @AfterEach
    void leave() throws Exception {
        server.close();
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root())
                .with("HOME", folder.resolve("home").toString())
                .with("ANTHROPIC_API_KEY", "key-of-anthropic")
                .with("ANTHROPIC_BASE_URL", server.url().toString())
                .with("OPENAI_API_KEY", "key-of-openai")
                .with("OPENAI_BASE_URL", server.url() + "/v1");
    }

    private Kiro.Result run(String... arguments) {
        return kiro().run(arguments);
    }

    private List<String> models() {
        return server.requests().stream()
                .map(request ->
                        JsonMapper.shared().readTree(request.body()).path("model").asString())
                .toList();
    }

    private List<JsonNode> events(String type) throws IOException {
        var found = new ArrayList<JsonNode>();
        try (Stream<Path> logs = Files.walk(workspace.root().resolve(".kiro/sessions"))) {
            for (Path log : logs.filter(path -> path.endsWith("events.jsonl")).sorted().toList()) {
                for (String line : Files.readAllLines(log)) {
                    JsonNode event = JsonMapper.shared().readTree(line);
                    if (event.path("type").asString().equals(type)) {
                        found.add(event);
                    }
                }
            }
        }
        return found;
    }

    private void thenPlan() {
        server.thenReply(AnthropicEvents.reply().call("p", "propose_plan", PLAN).end("tool_use"));
    }

    private void thenLook() {
        server.thenReply(AnthropicEvents.reply().call("l", "list_directory", "{}").end("tool_use"));
    }

    private String plan() throws IOException {
        try (Stream<Path> plans = Files.list(workspace.root().resolve(".kiro/plans"))) {
            return plans.findFirst().orElseThrow().toString();
        }
    }

    @Test
    @Tag("model-routing#AC-16")
    void a_limit_of_money_holds_also_where_a_server_does_not_say_what_its_replies_use()
            throws Exception {
        server.thenReply(
                AnthropicEvents.reply().call("p", "propose_plan", PLAN).end("tool_use").stream()
                        .map(event -> event.replace("\"usage\":", "\"used\":"))
                        .toList());

        Kiro.Result run =
                run(
                        "agent",
                        "do three things",
                        "--mode",
                        "autonomous",
                        "--model",
                        "anthropic/claude-sonnet-4-5",
                        "--max-cost",
                        "0.001");

        assertThat(run.out() + run.err())
                .contains("does not say what its replies use: tokens and cost are estimated")
                .contains("were spent, and this run allows $0.0010")
                .contains(
                        "; estimated for one reply, of which its provider did not say what it used");
        assertThat(models()).containsExactly("claude-sonnet-4-5");
        assertThat(run("usage").out()).contains("~$0.0");
    }

    @Test
    @Tag("model-routing#AC-4")
    @Tag("loop-hygiene#AC-20")
    void plans_code_security_and_tests_are_asked_of_their_models_and_each_reply_says_which()
            throws Exception {
        workspace.with(
                ".kiro/config.yaml",
                "model: anthropic\nmodels:\n  planning: anthropic/planner\n  tests: anthropic/tester\n");
        thenPlan();
        Kiro.Result planned = run("agent", "do three things", "--plan-only");
        assertThat(planned.code()).as(planned.out() + planned.err()).isZero();
        thenLook();
        for (String words : List.of("a", "b", "c")) {
            server.thenReply(AnthropicEvents.saying(words));
        }

        Kiro.Result done = run("agent", "--plan", plan(), "--mode", "autonomous");

        assertThat(done.code()).as(done.out() + done.err()).isZero();
        assertThat(done.out().lines().filter(line -> line.contains("  step ")))
                .satisfiesExactly(
                        one ->
                                assertThat(one)
                                        .matches(" +step 1 +[0-9,]+ tokens in .*, \\$0\\.0.*"),
                        two ->
                                assertThat(two)
                                        .matches(" +step 2 +[0-9,]+ tokens in .*, \\$0\\.0.*"),
                        three -> assertThat(three).endsWith("at a price that is not known"));
        assertThat(models())
                .containsExactly(
                        "planner",
                        "claude-sonnet-5-5",
                        "claude-sonnet-5-5",
                        "claude-opus-5-5",
                        "tester");
        assertThat(events("model-answered"))
                .extracting(event -> event.path("why").asString())
                .containsExactlyInAnyOrder(
                        "planning: models.planning (.kiro/config.yaml:3)",
                        "code: model (.kiro/config.yaml:1); of anthropic, sonnet does code",
                        "code: model (.kiro/config.yaml:1); of anthropic, sonnet does code",
                        "security, as the step says 'encrypt': model (.kiro/config.yaml:1); of anthropic, opus does security",
                        "tests, as the step is about tests alone: models.tests (.kiro/config.yaml:4)");
        assertThat(planned.err() + planned.out())
                .contains(
                        "planning: anthropic/planner; code, summaries: anthropic/claude-sonnet-5-5; security: anthropic/claude-opus-5-5; tests: anthropic/tester");
        Kiro.Result usage = run("usage", "--by", "model");
        assertThat(usage.out())
                .contains("anthropic/claude-opus-5-5", "anthropic/planner", "anthropic/tester");
    }

    @Test
    @Tag("model-routing#AC-5")
    void a_model_on_the_command_line_does_all_work_with_the_effort_beside_it() throws Exception {
        workspace.with(".kiro/config.yaml", "models:\n  planning: anthropic/planner\n");
        thenPlan();

        run(
                "agent",
                "do three things",
                "--plan-only",
                "--model",
                "anthropic/claude-opus-5-5",
                "--effort",
                "high");

        JsonNode request = JsonMapper.shared().readTree(server.requests().getFirst().body());
        assertThat(request.path("model").asString()).isEqualTo("claude-opus-5-5");
        assertThat(request.path("thinking").toString()).isEqualTo("{\"type\":\"adaptive\"}");
        assertThat(request.path("output_config").toString()).isEqualTo("{\"effort\":\"high\"}");
    }

    @Test
    @Tag("model-routing#AC-5")
    void one_step_of_a_saved_plan_is_done_by_another_model_and_the_next_by_the_usual_one()
            throws Exception {
        workspace.with(".kiro/config.yaml", "model: anthropic\n");
        thenPlan();
        run("agent", "do three things", "--plan-only");
        thenLook();
        server.thenReply(AnthropicEvents.saying("a"));
        thenLook();
        server.thenReply(AnthropicEvents.saying("b"));
        String plan = plan();
        String[] step = {"agent", "--plan", plan, "--mode", "autonomous", "--step"};

        Kiro.Result second =
                run(with(step, "2", "--model", "anthropic/claude-haiku-9", "--effort", "low"));
        Kiro.Result first = run(with(step, "1"));

        assertThat(second.code()).as(second.out() + second.err()).isZero();
        assertThat(first.code()).as(first.out() + first.err()).isZero();
        assertThat(models())
                .as("the plan, step 2, step 1")
                .containsExactly(
                        "claude-sonnet-5-5",
                        "claude-haiku-9",
                        "claude-haiku-9",
                        "claude-sonnet-5-5",
                        "claude-sonnet-5-5");
        assertThat(server.requests())
                .extracting(request ->
                        JsonMapper.shared()
                                .readTree(request.body())
                                .at("/output_config/effort")
                                .asString(""))
                .containsExactly("", "low", "low", "", "");
        assertThat(workspace.read(workspace.root().relativize(Path.of(plan)).toString()))
                .contains("1. [x]", "2. [x]", "3. [ ]");
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    @Tag("model-routing#AC-14")
    @Tag("model-routing#AC-15")
    void an_estimate_stands_beside_the_plan_with_the_limits_that_it_breaks() throws Exception {
        workspace.with(".kiro/config.yaml", "model: anthropic\nagent:\n  max-cost: 0.01\n");
        thenPlan();

        Kiro.Result planned = run("agent", "do three things", "--plan-only");

        assertThat(planned.out())
                .containsPattern("estimate: 6 to 32 requests, [\\d,]+ to [\\d,]+ tokens, \\$0\\.")
                .contains(
                        "the plan is expected to cost more than the $0.0100 that this run allows");
        JsonNode event = events("estimated").getFirst();
        assertThat(event.at("/least/requests").asInt()).isEqualTo(6);
        assertThat(event.at("/most/cost").asString()).matches("\\d+\\.\\d{4}");
    }

    @Test
    @Tag("model-routing#AC-5")
    void a_child_is_asked_with_the_model_of_its_agents_file() throws Exception {
        workspace
                .with(".kiro/config.yaml", "model: anthropic/coder\n")
                .with(
                        ".kiro/agents/reviewer.md",
                        "---\ndescription: looks\nmodel: claude-haiku-5-5\n---\nYou look.\n");
        server.thenReply(
                        AnthropicEvents.reply()
                                .call(
                                        "d",
                                        "delegate",
                                        "{\"task\":\"look well\",\"agent\":\"reviewer\"}")
                                .end("tool_use"))
                .thenReply(AnthropicEvents.saying("it looks good"))
                .thenReply(AnthropicEvents.saying("done"));

        Kiro.Result result = run("agent", "have it looked at", "--mode", "autonomous");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(models()).containsExactly("coder", "claude-haiku-5-5", "coder");
        assertThat(events("child-did"))
                .extracting(event -> event.at("/event/model").asString(""))
                .contains("anthropic/claude-haiku-5-5");
    }

    @Test
    @Tag("model-routing#AC-6")
    void an_effort_that_the_model_cannot_be_told_is_refused_where_it_was_meant() {
        Kiro.Result flag =
                run(
                        "agent",
                        "do it",
                        "--model",
                        "anthropic/claude-3-haiku-20240307",
                        "--effort",
                        "high");
        Kiro.Result nonsense = run("agent", "do it now", "--effort", "much");

        assertThat(flag)
                .isEqualTo(
                        new Kiro.Result(
                                1,
                                "",
                                """
                                error: anthropic/claude-3-haiku-20240307 cannot be told how much to think (--effort) [model/no-effort]
                                  next: leave the effort out, or choose a model that thinks
                                """));
        assertThat(nonsense.err())
                .contains("--effort takes one of low, medium, high, xhigh, max, and not 'much'");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    @Tag("model-routing#AC-6")
    void an_effort_for_all_is_left_out_where_a_model_cannot_be_told_and_that_is_said() {
        workspace.with(
                ".kiro/config.yaml", "model: anthropic/claude-3-haiku-20240307\neffort: high\n");
        thenLook();
        server.thenReply(AnthropicEvents.saying("nothing to do"));

        Kiro.Result result = run("agent", "do it now", "--mode", "autonomous");

        assertThat(result.out() + result.err())
                .contains(
                        "cannot be told how much to think (.kiro/config.yaml:2): that is left out");
        assertThat(server.requests().getFirst().body()).doesNotContain("thinking");
    }

    @Test
    @Tag("model-routing#AC-7")
    void a_kind_whose_model_cannot_be_used_goes_where_code_goes_and_that_is_said() {
        workspace.with(
                ".kiro/config.yaml",
                "model: anthropic/coder\nmodels:\n  security: nobody/x\n  fallback: other/y\n");
        thenLook();
        server.thenReply(AnthropicEvents.saying("nothing to do"));

        Kiro.Result result = run("agent", "rotate the secrets", "--mode", "autonomous");

        assertThat(result.out() + result.err())
                .contains(
                        "security goes to anthropic/coder, as code does: no such model: 'nobody/x'")
                .contains(
                        "other/y is no help while others are overloaded, models.fallback (.kiro/config.yaml:4)");
        assertThat(models()).containsExactly("coder", "coder");
    }

    @Test
    @Tag("model-routing#AC-7")
    void a_model_for_code_that_cannot_be_used_ends_the_run_before_it_begins() {
        workspace.with(".kiro/config.yaml", "model: anthropic/coder\nmodels:\n  code: nobody/x\n");

        Kiro.Result result = run("agent", "do it now", "--mode", "autonomous");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("no such model: 'nobody/x' (.kiro/config.yaml:3)");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    @Tag("model-routing#AC-8")
    void an_overloaded_provider_is_replaced_by_another_one_where_that_is_set() throws Exception {
        workspace.with(
                ".kiro/config.yaml", "model: anthropic/coder\nmodels:\n  fallback: openai/other\n");
        Map<String, String> soon = Map.of("Retry-After", "0");
        thenLook();
        server.thenStatus(529, soon, "{}").thenStatus(529, soon, "{}");
        server.thenReply(
                List.of(
                        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"done by another\"},\"finish_reason\":\"stop\"}]}\n\n",
                        "data: [DONE]\n\n"));

        Kiro.Result result = run("agent", "do it now", "--mode", "autonomous");

        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out() + result.err())
                .contains(
                        "openai/other answers from here on, in the place of anthropic/coder (models.fallback (.kiro/config.yaml:3))");
        assertThat(models()).containsExactly("coder", "coder", "coder", "other");
        assertThat(events("model-answered").getLast().path("model").asString())
                .isEqualTo("openai/other");
    }

    @Test
    @Tag("model-routing#AC-11")
    void a_limit_of_money_needs_the_price_of_every_model_that_may_answer() {
        workspace.with(
                ".kiro/config.yaml",
                "model: anthropic\nmodels:\n  tests: anthropic/nobody-knows\nagent:\n  max-cost: 1\n");

        Kiro.Result result = run("agent", "do it now", "--mode", "autonomous");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("what anthropic/nobody-knows costs is not known");
    }

    @Test
    @Tag("model-routing#AC-10")
    void models_explain_tells_where_work_goes_why_and_what_is_not_in_force() {
        workspace.with(
                ".kiro/config.yaml",
                "model: anthropic/team\nmodels:\n  security: anthropic/opus\n  fallback: openai/other\n");

        Kiro.Result one = run("models", "explain", "security");
        Kiro.Result task = run("models", "explain", "rotate the secrets of the store");
        JsonNode json =
                JsonMapper.shared()
                        .readTree(
                                run("models", "explain", "code", "--model", "openai/x", "--json")
                                        .out());

        assertThat(one.out())
                .isEqualTo(
                        """
                        security  anthropic/claude-opus-5-5
                          why         models.security (.kiro/config.yaml:3)
                          can         200,000 tokens for a request and its reply, 32,000 of them for the reply, pictures, thinking as much as it is told
                          costs       $4.00 a million tokens sent, $20.00 of replies
                          overridden  model: anthropic/team, from .kiro/config.yaml:1

                        while one is overloaded: openai/other, from models.fallback (.kiro/config.yaml:4)
                        """);
        assertThat(task.out())
                .startsWith("planning  anthropic/team\n")
                .contains("\nsecurity  anthropic/claude-opus-5-5\n")
                .contains("the task says 'secrets'")
                .contains("\nsummaries  anthropic/team\n");
        assertThat(json.at("/routes/0/work").asString()).isEqualTo("code");
        assertThat(json.at("/routes/0/model").asString()).isEqualTo("openai/x");
        assertThat(json.at("/routes/0/overridden/0").toString())
                .isEqualTo(
                        "{\"setting\":\"model\",\"value\":\"anthropic/team\",\"origin\":\".kiro/config.yaml:1\"}");
    }

    @Test
    @Tag("model-routing#AC-10")
    void models_explain_tells_which_model_cannot_answer_for_another() {
        workspace.with(
                ".kiro/config.yaml",
                "model: anthropic/team\nmodels:\n  fallback: [other/y, openai/other, anthropic]\n");

        JsonNode json =
                JsonMapper.shared().readTree(run("models", "explain", "code", "--json").out());

        assertThat(run("models", "explain", "code").out())
                .contains(
                        "\nwhile one is overloaded: openai/other, then anthropic, from models.fallback (.kiro/config.yaml:3)\n"
                                + "  wrong       other/y: no such model: 'other/y' (.kiro/config.yaml:3): set it to ");
        assertThat(json.path("fallbacks").toString()).isEqualTo("[\"openai/other\",\"anthropic\"]");
        assertThat(json.at("/unusableFallbacks/0/model").asString()).isEqualTo("other/y");
        assertThat(json.at("/unusableFallbacks/0/problem/code").asString())
                .isEqualTo("model/unusable");
    }

    @Test
    @Tag("model-routing#AC-10")
    void models_list_has_a_line_for_each_kind_of_work() {
        workspace.with(".kiro/config.yaml", "model: anthropic\n");

        Kiro.Result text = run("models", "list");
        JsonNode json = JsonMapper.shared().readTree(run("models", "list", "--json").out());

        assertThat(text.out())
                .contains(
                        """
                        WORK        MODEL                        EFFORT  WINDOW   SENT   REPLIES
                        planning    anthropic/claude-sonnet-5-5  -       200,000  $2.00  $10.00
                        code        anthropic/claude-sonnet-5-5  -       200,000  $2.00  $10.00
                        security    anthropic/claude-opus-5-5    -       200,000  $4.00  $20.00
                        tests       anthropic/claude-sonnet-5-5  -       200,000  $2.00  $10.00
                        summaries   anthropic/claude-sonnet-5-5  -       200,000  $2.00  $10.00
                        completion  anthropic/claude-haiku-5-5   -       200,000  $0.10  $0.50
                        """);
        assertThat(json.path("routes")).hasSize(6);
        assertThat(json.at("/routes/2/price/output").asString()).isEqualTo("20.0000");
    }
}
