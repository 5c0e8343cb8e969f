package kiro.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.testing.AnthropicServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostExplorerTest {
    private static final String TAG = "iamPrincipal/kiro:session";
    private static final LocalDate FIRST = LocalDate.parse("2026-02-27");
    private static final LocalDate LAST = LocalDate.parse("2026-03-01");
    private static final Map<String, String> TYPE =
            Map.of("Content-Type", "application/x-amz-json-1.1");

    @TempDir private Path home;

    private Aws aws;
    private final List<Duration> pauses = new ArrayList<>();

    @BeforeEach
    void begin() {
        aws =
                new Aws(home)
                        .with("AWS_ACCESS_KEY_ID", "AKIDEV")
                        .with("AWS_SECRET_ACCESS_KEY", "secret-of-dev")
                        .region("eu-west-1");
    }

    @AfterEach
    void leave() throws Exception {
        aws.close();
    }

    private CostExplorer.Answer ask() throws InterruptedException {
        ServerTime time = aws.time();
        try (var explorer =
                new CostExplorer(
                        aws.world(), new AwsSignIn(aws.world(), time), time, pauses::add)) {
            return explorer.ask(FIRST, LAST, TAG);
        }
    }

    private static String failed(CostExplorer.Answer answer) {
        return answer instanceof CostExplorer.Answer.Failed(String message, String fix)
                ? message + " | " + fix
                : answer.toString();
    }

    private void answers(String body) {
        aws.server.thenStatus(200, TYPE, body);
    }

    private void refuses(int status, String body) {
        aws.server.thenStatus(status, TYPE, body);
    }

    private static String page(String next, String... days) {
        return "{\"DimensionValueAttributes\":[],\"GroupDefinitions\":[{\"Key\":\"SERVICE\",\"Type\":\"DIMENSION\"},{\"Key\":\"%s\",\"Type\":\"TAG\"}],%s\"ResultsByTime\":[%s]}"
                .formatted(
                        TAG,
                        next.isEmpty() ? "" : "\"NextPageToken\":\"" + next + "\",",
                        String.join(",", days));
    }

    private static String day(String date, boolean isEstimated, String... groups) {
        return "{\"Estimated\":%s,\"Groups\":[%s],\"TimePeriod\":{\"Start\":\"%s\",\"End\":\"%s\"},\"Total\":{}}"
                .formatted(
                        isEstimated,
                        String.join(",", groups),
                        date,
                        LocalDate.parse(date).plusDays(1));
    }

    private static String cost(String service, String session, String amount) {
        return "{\"Keys\":[\"%s\",\"%s$%s\"],\"Metrics\":{\"UnblendedCost\":{\"Amount\":\"%s\",\"Unit\":\"USD\"}}}"
                .formatted(service, TAG, session, amount);
    }

    private static List<String> lines(CostExplorer.Answer answer) {
        return answer instanceof CostExplorer.Answer.Billed(Bill bill)
                ? bill.lines().stream()
                        .map(line ->
                                "%s %s [%s] %s%s"
                                        .formatted(
                                                line.day(),
                                                line.service(),
                                                line.value().orElse("-"),
                                                line.amount().toPlainString(),
                                                line.isEstimated() ? " ~" : ""))
                        .toList()
                : List.of(failed(answer));
    }

    @Test
    @Tag("aws-bill#AC-1")
    void a_question_is_signed_and_asks_by_day_service_and_tag() throws Exception {
        answers(page(""));

        assertThat(ask())
                .isEqualTo(
                        new CostExplorer.Answer.Billed(
                                new Bill(FIRST, LAST, TAG, "USD", List.of())));

        AnthropicServer.Received request = aws.server.requests().getFirst();
        assertThat(request.line()).isEqualTo("POST / HTTP/1.1");
        assertThat(request.headers())
                .containsEntry("content-type", "application/x-amz-json-1.1")
                .containsEntry("x-amz-target", "AWSInsightsIndexService.GetCostAndUsage");
        assertThat(request.headers().get("authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEV/20260301/us-east-1/ce/")
                .contains("SignedHeaders=content-type;host;x-amz-date;x-amz-target,");
        assertThat(request.body())
                .isEqualTo(
                        "{\"TimePeriod\":{\"Start\":\"2026-02-27\",\"End\":\"2026-03-02\"},\"Granularity\":\"DAILY\",\"Metrics\":[\"UnblendedCost\"],"
                                + "\"Filter\":{\"Dimensions\":{\"Key\":\"RECORD_TYPE\",\"Values\":[\"Usage\"]}},"
                                + "\"GroupBy\":[{\"Type\":\"DIMENSION\",\"Key\":\"SERVICE\"},{\"Type\":\"TAG\",\"Key\":\"iamPrincipal/kiro:session\"}]}");
    }

    @Test
    @Tag("aws-bill#AC-1")
    @Tag("aws-bill#AC-2")
    void pages_are_added_up_and_only_what_is_bedrocks_is_kept() throws Exception {
        answers(
                page(
                        "p2",
                        day(
                                "2026-02-27",
                                false,
                                cost("Amazon Bedrock", "", "1.5"),
                                cost(
                                        "Claude Sonnet 4.5 (Amazon Bedrock Edition)",
                                        "s1",
                                        "0.1234567891"),
                                cost("Amazon Bedrock AgentCore", "", "70"),
                                cost("Amazon Elastic Compute Cloud - Compute", "", "9000"))));
        answers(
                page(
                        "",
                        day(
                                "2026-02-27",
                                false,
                                cost("Claude Sonnet 4.5 (Amazon Bedrock Edition)", "s1", "0.1")),
                        day("2026-02-28", true, cost("Amazon Bedrock Service", "s2", "2E-7"))));

        assertThat(lines(ask()))
                .containsExactly(
                        "2026-02-27 Amazon Bedrock [-] 1.5",
                        "2026-02-27 Claude Sonnet 4.5 (Amazon Bedrock Edition) [s1] 0.2234567891",
                        "2026-02-28 Amazon Bedrock Service [s2] 0.0000002 ~");
        assertThat(aws.server.requests().getLast().body()).endsWith("],\"NextPageToken\":\"p2\"}");
    }

    @ParameterizedTest
    @Tag("aws-bill#AC-3")
    @CsvSource(
            delimiter = ';',
            value = {
                "AccessDeniedException;User: arn:aws:iam::1:user/x is not authorized to perform: ce:GetCostAndUsage;the environment may not look at AWS's bill (AccessDenied: User: arn:aws:iam::1:user/x is not authorized to perform: ce:GetCostAndUsage) | allow ce:GetCostAndUsage, and have Cost Explorer and access to billing switched on for the account",
                "AccessDeniedException;User not enabled for cost explorer access;the environment may not look at AWS's bill (AccessDenied: User not enabled for cost explorer access) | allow ce:GetCostAndUsage, and have Cost Explorer and access to billing switched on for the account",
                "DataUnavailableException;Data is not available;Cost Explorer has no figures for these days yet (DataUnavailable: Data is not available) | try again in a day: figures come up to a day after Cost Explorer was switched on",
                "BillExpirationException;gone;Cost Explorer has no figures of these days any more (BillExpiration: gone) | see docs/guide/models.md",
                "com.amazonaws.ce#InvalidNextTokenException;bad;Cost Explorer refuses the request (InvalidNextToken: bad) | see docs/guide/models.md",
                "UnrecognizedClientException;The security token is invalid;the credentials of the environment are not accepted (UnrecognizedClient: The security token is invalid) | check them with 'kiro auth whoami'",
            })
    void a_refusal_is_said_with_what_to_do(String type, String said, String words)
            throws Exception {
        refuses(400, "{\"__type\":\"%s\",\"Message\":\"%s\"}".formatted(type, said));

        assertThat(failed(ask())).isEqualTo(words).doesNotContain("secret-of-dev");
        assertThat(aws.server.requests()).hasSize(1);
    }

    @Test
    @Tag("aws-bill#AC-3")
    void what_may_pass_is_asked_again_a_few_times() throws Exception {
        String busy =
                "{\"__type\":\"LimitExceededException\",\"Message\":\"You made too many calls in a short period of time.\"}";
        refuses(400, busy);
        refuses(503, "");
        answers(page("", day("2026-02-27", false, cost("Amazon Bedrock", "", "1"))));
        assertThat(lines(ask())).containsExactly("2026-02-27 Amazon Bedrock [-] 1");
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));

        for (int i = 0; i < 3; i++) {
            refuses(400, busy);
        }
        assertThat(failed(ask()))
                .isEqualTo(
                        "Cost Explorer has no time just now (LimitExceeded: You made too many calls in a short period of time.) | try again in a while");
    }

    @Test
    @Tag("aws-bill#AC-3")
    void no_more_than_twenty_pages_are_paid_for() throws Exception {
        for (int page = 1; page <= 20; page++) {
            answers(page("p" + page, day("2026-02-27", false, cost("Amazon Bedrock", "", "1"))));
        }

        assertThat(failed(ask()))
                .isEqualTo(
                        "the bill has more than 20 pages, each of which costs a cent"
                                + " | ask in the account whose bill it is, not in the one that pays for all");
        assertThat(aws.server.requests()).hasSize(20);
    }

    @Test
    @Tag("aws-bill#AC-1")
    void a_bill_of_twenty_pages_is_read() throws Exception {
        for (int page = 1; page < 20; page++) {
            answers(page("p" + page, day("2026-02-27", false)));
        }
        answers(page("", day("2026-02-27", false, cost("Amazon Bedrock", "", "1"))));

        assertThat(lines(ask())).containsExactly("2026-02-27 Amazon Bedrock [-] 1");
    }

    @Test
    @Tag("aws-bill#AC-3")
    void a_bill_whose_second_page_fails_is_no_bill() throws Exception {
        answers(page("p2", day("2026-02-27", false, cost("Amazon Bedrock", "", "1"))));
        refuses(400, "{\"__type\":\"AccessDeniedException\",\"Message\":\"no\"}");
        assertThat(failed(ask())).startsWith("the environment may not look at AWS's bill");

        answers(page("same", day("2026-02-27", false, cost("Amazon Bedrock", "", "1"))));
        answers(page("same", day("2026-02-27", false, cost("Amazon Bedrock", "", "1"))));
        assertThat(failed(ask())).startsWith("what came is not what Cost Explorer answers");
    }

    @ParameterizedTest
    @Tag("aws-bill#AC-3")
    @CsvSource(
            delimiter = ';',
            value = {
                "<html>sign in to the network</html>",
                "[]",
                "{}",
                "{\"ResultsByTime\":[{\"TimePeriod\":{\"Start\":\"soon\"}}]}",
                "{\"ResultsByTime\":[{\"TimePeriod\":{\"Start\":\"2026-02-27\"},\"Groups\":[{\"Keys\":[\"Amazon Bedrock\",\"t$\"],\"Metrics\":{\"UnblendedCost\":{\"Amount\":\"much\"}}}]}]}",
            })
    void nonsense_is_no_bill_of_nothing(String body) throws Exception {
        answers(body);

        assertThat(failed(ask()))
                .isEqualTo(
                        "what came is not what Cost Explorer answers | check AWS_ENDPOINT_URL and AWS_ENDPOINT_URL_COST_EXPLORER");
    }

    @Test
    @Tag("aws-bill#AC-3")
    void a_tag_that_cannot_be_grouped_by_leaves_the_sums() throws Exception {
        refuses(
                400,
                "{\"__type\":\"ValidationException\",\"Message\":\"Grouping by TAG is not supported\"}");
        answers(
                page("", day("2026-02-27", false, cost("Amazon Bedrock", "", "1")))
                        .replace(",\"" + TAG + "$\"", ""));

        assertThat(lines(ask())).containsExactly("2026-02-27 Amazon Bedrock [-] 1");
        assertThat(aws.server.requests().getLast().body()).doesNotContain("TAG");
    }

    @Test
    @Tag("aws-bill#AC-3")
    void a_clock_that_is_wrong_is_corrected_once() throws Exception {
        aws.server.thenStatus(
                400,
                Map.of("Date", "Sun, 01 Mar 2026 12:00:00 GMT"),
                "{\"__type\":\"InvalidSignatureException\",\"message\":\"Signature expired\"}");
        answers(page(""));

        assertThat(ask()).isInstanceOf(CostExplorer.Answer.Billed.class);
        assertThat(aws.server.requests().getLast().headers().get("x-amz-date"))
                .isEqualTo("20260301T120000Z");
    }

    @Test
    @Tag("aws-bill#AC-3")
    void other_parts_of_aws_have_their_own_place_or_none() throws Exception {
        answers(page(""));
        aws.region("cn-north-1");
        ask();
        assertThat(aws.server.requests().getLast().headers().get("authorization"))
                .contains("/cn-northwest-1/ce/aws4_request");

        aws.region("us-gov-west-1");
        assertThat(failed(ask()))
                .startsWith(
                        "Cost Explorer is not there in the part of AWS that us-gov-west-1 is in |");
        assertThat(aws.server.requests()).hasSize(1);
    }

    @Test
    @Tag("aws-bill#AC-4")
    void a_bill_is_read_back_as_it_was_kept_and_anything_else_counts_as_none() throws Exception {
        answers(
                page(
                        "",
                        day("2026-02-27", false, cost("Amazon Bedrock", "", "1.5")),
                        day("2026-02-28", true, cost("Amazon Bedrock", "s2", "2E-7"))));
        Bill bill =
                ask() instanceof CostExplorer.Answer.Billed(Bill billed)
                        ? billed
                        : new Bill(FIRST, LAST, TAG, "", List.of());
        BillStore store = BillStore.of(Map.of(), home, "the profile 'dev'", TAG);
        assertThat(store.read()).isEmpty();
        store.keep(new BillStore.Kept(bill, Aws.NOW));

        Bill read = store.read().orElseThrow().bill();
        assertThat(lines(new CostExplorer.Answer.Billed(read)))
                .isEqualTo(lines(new CostExplorer.Answer.Billed(bill)));
        assertThat(store.read().map(BillStore.Kept::asked)).isEqualTo(Optional.of(Aws.NOW));
        assertThat(BillStore.of(Map.of(), home, "the profile 'ops'", TAG).read()).isEmpty();
        assertThat(BillStore.of(Map.of(), home, "the profile 'dev'", "team").read()).isEmpty();
        assertThat(
                        java.nio.file.attribute.PosixFilePermissions.toString(
                                java.nio.file.Files.getPosixFilePermissions(store.file())))
                .isEqualTo("rw-------");

        String whole = java.nio.file.Files.readString(store.file());
        for (int end = 0; end < whole.length() - 2; end += 7) {
            java.nio.file.Files.writeString(store.file(), whole.substring(0, end));
            assertThat(store.read()).as("cut at " + end).isEmpty();
        }
        java.nio.file.Files.writeString(
                store.file(), whole.replace("\"version\":1", "\"version\":2"));
        assertThat(store.read()).isEmpty();
    }
}
