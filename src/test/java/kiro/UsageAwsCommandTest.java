package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kiro.model.Usage;
import kiro.session.Event;
import kiro.session.EventLog;
import kiro.session.SessionId;
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

/// The bill as a person asks for it, of a server that plays Cost Explorer.
@Timeout(60)
class UsageAwsCommandTest {
    private static final String ONE = "20260227-102030-aaaa";
    private static final String TWO = "20260228-102030-bbbb";
    private static final String SONNET = "Claude Sonnet 4.5 (Amazon Bedrock Edition)";
    private static final String MODEL = "bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    @TempDir private Path folder;
    private AnthropicServer server;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void begin() throws Exception {
        server = AnthropicServer.start();
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with(".kiro/specs/demo.md", "# Demo\n");
        Files.createDirectories(folder.resolve("home/.aws"));
        Files.writeString(
                folder.resolve("home/.aws/config"),
                "[profile dev]\nregion = eu-west-1\naws_access_key_id = AKIDEV\naws_secret_access_key = secret-of-dev\n");
    }

    @AfterEach
    void leave() throws Exception {
        server.close();
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root())
                .with("HOME", folder.resolve("home").toString())
                .with("AWS_PROFILE", "dev")
                .with("AWS_EC2_METADATA_DISABLED", "true")
                .with("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", server.url().toString())
                .with("AWS_ENDPOINT_URL_COST_EXPLORER", server.url().toString());
    }

    /// A run of this workspace, which counted a million tokens of input.
    private void run(String session, String at, String model) {
        Path place = workspace.root().resolve(".kiro/sessions").resolve(session);
        Clock clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
        try (var log = EventLog.create(place, clock, List.of())) {
            log.append(
                    new Event.RunStarted(
                            new SessionId(session),
                            "0.1.0",
                            "task",
                            Optional.empty(),
                            "autonomous",
                            model));
            log.append(
                    new Event.ModelAnswered(1, List.of(), "end", new Usage(1_000_000, 0, 0, 0, 0)));
        }
    }

    private void billed(String... days) {
        server.thenStatus(
                200,
                Map.of("Content-Type", "application/x-amz-json-1.1"),
                "{\"ResultsByTime\":[" + String.join(",", days) + "]}");
    }

    private static String day(LocalDate date, String... groups) {
        return "{\"Estimated\":%s,\"Groups\":[%s],\"TimePeriod\":{\"Start\":\"%s\",\"End\":\"%s\"}}"
                .formatted(date.equals(TODAY), String.join(",", groups), date, date.plusDays(1));
    }

    private static String cost(String service, String session, String amount) {
        return "{\"Keys\":[\"%s\",\"iamPrincipal/kiro:session$%s\"],\"Metrics\":{\"UnblendedCost\":{\"Amount\":\"%s\",\"Unit\":\"USD\"}}}"
                .formatted(service, session, amount);
    }

    private void twoSessions() {
        billed(
                day(TODAY.minusDays(2), cost(SONNET, ONE, "3.21"), cost("Amazon Bedrock", "", "1")),
                day(TODAY.minusDays(1), cost(SONNET, TWO, "0.5")),
                day(TODAY, cost(SONNET, TWO, "0.25")));
        run(ONE, "2026-02-27T10:20:30Z", MODEL);
        run("20260228-113000-cccc", "2026-02-28T11:30:00Z", "anthropic/claude-sonnet-4-5");
        run("20260228-123000-dddd", "2026-02-28T12:30:00Z", "bedrock/vendor.unheard-of");
    }

    /// A run of a model that looks around and is done.
    private void works() {
        server.then(
                ConverseReplies.of(
                        "tool_use", "{}", ConverseReplies.call("l", "list_directory", "{}")));
        server.then(ConverseReplies.of("end_turn", "{}", ConverseReplies.says("done")));
    }

    /// The same amount on each day, and another in the last seven.
    private void steady(String before, String recently) {
        billed(
                Stream.concat(
                                days(35, 8).map(date -> day(date, cost(SONNET, "", before))),
                                days(7, 1).map(date -> day(date, cost(SONNET, "", recently))))
                        .toArray(String[]::new));
    }

    private static Stream<LocalDate> days(int from, int to) {
        return IntStream.rangeClosed(to, from).mapToObj(TODAY::minusDays);
    }

    @Test
    @Tag("aws-bill#AC-5")
    @Tag("aws-bill#AC-2")
    void what_was_billed_stands_beside_what_was_counted() {
        twoSessions();

        assertThat(kiro().run("usage", "aws"))
                .isEqualTo(
                        new Kiro.Result(
                                0,
                                """
                                DAY         BILLED    TAGGED    COUNTED HERE
                                2026-02-27  $4.2100   $3.2100   $3.3000
                                2026-02-28  $0.5000   $0.5000   not known
                                2026-03-01  ~$0.2500  ~$0.2500  -
                                all         ~$4.9600  ~$3.9600  $3.3000+
                                """,
                                """
                                the bill of the profile 'dev', as of 2026-03-01 12:00 UTC; '~' may still change, and costs come up to two days late
                                no baseline: fewer than 7 days before the last 7 cost anything; cost.baseline sets one
                                """));
        assertThat(kiro().run("usage", "aws", "--by", "session").out())
                .isEqualTo(
                        """
                        SESSION               BILLED     COUNTED HERE
                        (no session)          $1.0000    -
                        20260227-102030-aaaa  $3.2100    $3.3000
                        20260228-102030-bbbb  ~$0.7500   -
                        20260228-123000-dddd  not known  not known
                        all                   ~$4.9600   $3.3000+
                        """);
        assertThat(kiro().run("usage", "aws", "--by", "model", "--until", "2026-02-27").out())
                .isEqualTo(
                        """
                        MODEL                                       BILLED   TAGGED
                        Amazon Bedrock                              $1.0000  $0.0000
                        Claude Sonnet 4.5 (Amazon Bedrock Edition)  $3.2100  $3.2100
                        all                                         $4.2100  $3.2100
                        """);
    }

    @Test
    @Tag("aws-bill#AC-5")
    void programs_get_json_in_which_what_is_not_known_is_null() {
        twoSessions();

        JsonNode json =
                JsonMapper.shared()
                        .readTree(kiro().run("usage", "aws", "--by", "session", "--json").out());

        assertThat(json.path("rows").values().stream().map(JsonNode::toString).toList())
                .containsExactly(
                        "{\"session\":\"(no session)\",\"billed\":\"1.0000\",\"tagged\":\"0.0000\",\"isEstimated\":false,\"counted\":null,\"unpricedTokens\":0}",
                        "{\"session\":\"20260227-102030-aaaa\",\"billed\":\"3.2100\",\"tagged\":\"3.2100\",\"isEstimated\":false,\"counted\":\"3.3000\",\"unpricedTokens\":0}",
                        "{\"session\":\"20260228-102030-bbbb\",\"billed\":\"0.7500\",\"tagged\":\"0.7500\",\"isEstimated\":true,\"counted\":null,\"unpricedTokens\":0}",
                        "{\"session\":\"20260228-123000-dddd\",\"billed\":null,\"tagged\":null,\"isEstimated\":false,\"counted\":null,\"unpricedTokens\":1000000}");
        assertThat(json.path("alert").toString()).isEqualTo("{\"state\":\"unknown\"}");
        assertThat(json.path("of").asString()).isEqualTo("the profile 'dev'");
    }

    @Test
    @Tag("aws-bill#AC-4")
    void aws_is_asked_once_a_day_or_when_a_person_wants_it() throws Exception {
        steady("1", "1");
        kiro().run("usage", "aws");
        kiro().run("usage", "aws", "--by", "model");
        assertThat(server.requests()).hasSize(1);

        steady("1", "1");
        kiro().run("usage", "aws", "--refresh");
        assertThat(server.requests()).hasSize(2);

        try (Stream<Path> files = Files.list(folder.resolve("home/.kiro/costs"))) {
            Path file = files.collect(Collectors.toList()).getFirst();
            Files.writeString(
                    file, Files.readString(file).replace("2026-03-01T12", "2026-02-28T12"));
        }
        steady("1", "1");
        kiro().run("usage", "aws");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    @Tag("aws-bill#AC-5")
    @Tag("aws-bill#AC-3")
    void where_aws_does_not_tell_only_what_was_counted_is_shown() {
        run(ONE, "2026-02-27T10:20:30Z", MODEL);
        server.thenStatus(
                400,
                Map.of(),
                "{\"__type\":\"AccessDeniedException\",\"Message\":\"User is not authorized\"}");

        assertThat(kiro().run("usage", "aws"))
                .isEqualTo(
                        new Kiro.Result(
                                5,
                                """
                                DAY         BILLED     TAGGED     COUNTED HERE
                                2026-02-27  not known  not known  $3.3000
                                """,
                                """
                                error: the profile 'dev' may not look at AWS's bill (AccessDenied: User is not authorized) [cost/unknown]
                                  next: allow ce:GetCostAndUsage, and have Cost Explorer and access to billing switched on for the account
                                """));
    }

    @Test
    @Tag("aws-bill#AC-3")
    void the_bill_before_is_shown_with_its_time_where_aws_does_not_tell_the_next() {
        steady("1", "1");
        kiro().run("usage", "aws");
        server.thenStatus(400, Map.of(), "{\"__type\":\"AccessDeniedException\"}");

        Kiro.Result result = kiro().run("usage", "aws", "--refresh");

        assertThat(result.code()).isEqualTo(5);
        assertThat(result.out()).contains("all         $35.0000");
        assertThat(result.err())
                .contains("as of 2026-03-01 12:00 UTC", "(AccessDenied) [cost/unknown]");
    }

    @Test
    @Tag("aws-bill#AC-6")
    void more_than_the_baseline_allows_ends_with_4() throws Exception {
        steady("1", "1.3");

        Kiro.Result result = kiro().run("usage", "aws");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err())
                .contains(
                        "no cost bears the tag iamPrincipal/kiro:session, so sessions are not told apart")
                .endsWith(
                        """
                        error: the 7 days to 2026-02-28 cost $9.1000 for all of Amazon Bedrock, 130 % of the $7.0000 that 7 days cost before (the alert is at 120 %) [cost/alert]
                          next: see 'kiro usage aws --by session', limit runs with --max-cost, or set cost.baseline
                        """);
        assertThat(
                        JsonMapper.shared()
                                .readTree(kiro().run("usage", "aws", "--json").out())
                                .path("alert")
                                .toString())
                .isEqualTo(
                        "{\"state\":\"above\",\"first\":\"2026-02-22\",\"last\":\"2026-02-28\",\"spent\":\"9.1000\",\"baseline\":\"7.0000\",\"isBaselineSet\":false,\"alertAt\":\"8.4000\",\"percent\":120,\"counts\":\"all\"}");

        workspace.with(".kiro/config.yaml", "cost:\n  baseline: 9.00\n  alert: 105\n");
        assertThat(kiro().run("usage", "aws"))
                .satisfies(each -> assertThat(each.code()).isZero())
                .satisfies(each ->
                        assertThat(each.err())
                                .contains(
                                        "cost $9.1000 for all of Amazon Bedrock, 101 % of the $9.0000 that cost.baseline sets (the alert is at 105 %)"));
    }

    @Test
    @Tag("aws-bill#AC-7")
    void a_run_is_told_of_the_last_bill_and_asks_nobody_for_it() throws Exception {
        steady("1", "1.3");
        kiro().run("usage", "aws");
        works();

        Kiro.Result run = kiro().run("agent", "go", "--mode", "autonomous", "--model", MODEL);

        assertThat(run.out() + run.err())
                .containsOnlyOnce(
                        "AWS's bill for Amazon Bedrock is over the alert: the 7 days to 2026-02-28 cost 130 % of their baseline ('kiro usage aws' tells more)");
        assertThat(server.requests().stream().skip(1))
                .isNotEmpty()
                .noneMatch(each -> each.headers().containsKey("x-amz-target"));
        assertThat(kiro().run("agent", "go", "--mode", "autonomous", "--model", "built-in").err())
                .doesNotContain("AWS's bill");
    }

    @Test
    @Tag("aws-bill#AC-8")
    void a_run_takes_on_its_role_under_its_sessions_tag() throws Exception {
        write(
                "home/.aws/config",
                "[profile dev]\nregion = eu-west-1\nrole_arn = arn:aws:iam::123456789012:role/dev\nsource_profile = base\n[profile base]\naws_access_key_id = K\naws_secret_access_key = s\n");
        write("home/.kiro/config.yaml", "cost:\n  session-tag: on\n");
        server.thenStatus(
                200,
                Map.of(),
                "<R><SecretAccessKey>s2</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2026-03-01T13:00:00Z</Expiration><AccessKeyId>ASIA1</AccessKeyId></R>");
        works();

        Kiro.Result run =
                kiro().with("AWS_ENDPOINT_URL_STS", server.url().toString())
                        .run("agent", "go", "--mode", "autonomous", "--model", MODEL);

        try (Stream<Path> sessions = Files.list(workspace.root().resolve(".kiro/sessions"))) {
            assertThat(server.requests().getFirst().body())
                    .as(run.out() + run.err())
                    .contains("Action=AssumeRole&")
                    .contains(
                            "&Tags.member.1.Key=kiro%3Asession&Tags.member.1.Value="
                                    + sessions.filter(Files::isDirectory)
                                            .findFirst()
                                            .orElseThrow()
                                            .getFileName()
                                    + "&");
        }
        assertThat(server.requests().get(1).headers().get("authorization"))
                .contains("Credential=ASIA1/");
    }

    @Test
    @Tag("aws-bill#AC-8")
    void a_run_is_told_where_nothing_can_bear_the_tag() throws Exception {
        write("home/.kiro/config.yaml", "cost:\n  session-tag: on\n");
        works();

        Kiro.Result run = kiro().run("agent", "go", "--mode", "autonomous", "--model", MODEL);

        assertThat(run.out() + run.err())
                .contains(
                        "cost.session-tag is on, and no role is taken on that could bear the tag");
    }

    private void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
