package kiro.aws;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.aws.AwsCalls.Call;
import kiro.aws.AwsCalls.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Asks AWS's Cost Explorer what Amazon Bedrock cost, by day, service and tag. Each page of an answer costs a cent.
///
/// Models of other vendors are billed by AWS Marketplace, each under a name of its own, so the services are not chosen by the
/// request: what has to do with Bedrock is kept of the answer.
public final class CostExplorer implements AutoCloseable {
    private static final String TYPE = "application/x-amz-json-1.1";
    private static final String TARGET = "AWSInsightsIndexService.GetCostAndUsage";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int LONGEST = 16 * 1024 * 1024;
    private static final int MOST_PAGES = 20;
    private static final int MOST_TRIES = 3;
    private static final String SERVICE = "ce";
    private static final String NONSENSE = "what came is not what Cost Explorer answers";
    private static final String NONSENSE_FIX =
            "check AWS_ENDPOINT_URL and AWS_ENDPOINT_URL_COST_EXPLORER";

    private static final Set<String> OF_TIME =
            Set.of(
                    "InvalidSignature",
                    "SignatureDoesNotMatch",
                    "RequestTimeTooSkewed",
                    "RequestExpired",
                    "RequestInTheFuture");

    private final AwsWorld world;
    private final AwsSignIn signIn;
    private final ServerTime time;
    private final Pause pause;
    private final AwsCalls calls = new AwsCalls(LONGEST);

    /// @param signIn whose bill it is; closed with this
    public CostExplorer(AwsWorld world, AwsSignIn signIn, ServerTime time, Pause pause) {
        this.world = world;
        this.signIn = signIn;
        this.time = time;
        this.pause = pause;
    }

    /// What came of asking.
    public sealed interface Answer {
        record Billed(Bill bill) implements Answer {}

        record Failed(String message, String fix) implements Answer {}
    }

    /// What came of asking for a page.
    private sealed interface Page {
        record Read(JsonNode json) implements Page {}

        record Refused(CostRefusal refusal) implements Page {}

        record Failed(String message, String fix) implements Page {}
    }

    /// Where it is asked, in the part of AWS that a region is in.
    private record Place(URI address, String region) {}

    /// Asks for some days, both with them. Where AWS cannot group by the tag it is asked once more without.
    public Answer ask(LocalDate first, LocalDate last, String tag) throws InterruptedException {
        String near = signIn.region().orElse("us-east-1");
        if (near.startsWith("us-gov-") || near.contains("-iso")) {
            return new Answer.Failed(
                    "Cost Explorer is not there in the part of AWS that %s is in".formatted(near),
                    "ask with the credentials and a region of the account that the bill goes to, by AWS_PROFILE and AWS_REGION");
        }
        String region = near.startsWith("cn-") ? "cn-northwest-1" : "us-east-1";
        var place =
                new Place(
                        URI.create(AwsEndpoint.of(world, "COST_EXPLORER", SERVICE, region) + "/"),
                        region);
        var asked = new Asked(place, first, last, tag);
        Asking asking = ask(asked, Optional.of(tag));
        if (asking instanceof Asking.Ungrouped) {
            asking = ask(asked, Optional.empty());
        }
        return switch (asking) {
            case Asking.Done(Answer answer) -> answer;
            case Asking.Ungrouped _ -> nonsense();
        };
    }

    private record Asked(Place place, LocalDate first, LocalDate last, String tag) {}

    private sealed interface Asking {
        record Done(Answer answer) implements Asking {}

        /// AWS does not group by the tag.
        record Ungrouped() implements Asking {}
    }

    private static Asking failed(String message, String fix) {
        return new Asking.Done(new Answer.Failed(message, fix));
    }

    /// @param group the tag to group by
    private Asking ask(Asked asked, Optional<String> group) throws InterruptedException {
        var reader = new BillReader(asked.tag());
        Optional<String> next = Optional.empty();
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            String body = body(asked, group, next).toString();
            switch (page(asked.place(), body)) {
                case Page.Failed(String message, String fix) -> {
                    return failed(message, fix);
                }
                case Page.Refused(CostRefusal refusal) -> {
                    return group.isPresent() && refusal.isOfTag()
                            ? new Asking.Ungrouped()
                            : failed(refusal.message(), refusal.fix());
                }
                case Page.Read(JsonNode json) -> {
                    Optional<String> following =
                            Optional.of(json.path("NextPageToken").asString(""))
                                    .filter(token -> !token.isEmpty());
                    if (!reader.add(json) || (following.isPresent() && following.equals(next))) {
                        return new Asking.Done(nonsense());
                    }
                    if (following.isEmpty()) {
                        return new Asking.Done(
                                reader.bill(asked.first(), asked.last())
                                        .<Answer>map(Answer.Billed::new)
                                        .orElseGet(CostExplorer::nonsense));
                    }
                    next = following;
                }
            }
        }
        return failed(
                "the bill has more than %d pages, each of which costs a cent".formatted(MOST_PAGES),
                "ask in the account whose bill it is, not in the one that pays for all");
    }

    private static Answer nonsense() {
        return new Answer.Failed(NONSENSE, NONSENSE_FIX);
    }

    private static ObjectNode body(Asked asked, Optional<String> tag, Optional<String> next) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        // The end is the first day that does not count.
        body.putObject("TimePeriod")
                .put("Start", asked.first().toString())
                .put("End", asked.last().plusDays(1).toString());
        body.put("Granularity", "DAILY");
        body.putArray("Metrics").add("UnblendedCost");
        // No taxes, credits and refunds: they are nothing that a run used.
        body.putObject("Filter")
                .putObject("Dimensions")
                .put("Key", "RECORD_TYPE")
                .putArray("Values")
                .add("Usage");
        ArrayNode groups = body.putArray("GroupBy");
        groups.addObject().put("Type", "DIMENSION").put("Key", "SERVICE");
        tag.ifPresent(key -> groups.addObject().put("Type", "TAG").put("Key", key));
        next.ifPresent(token -> body.put("NextPageToken", token));
        return body;
    }

    /// Asks for a page; again where the time was wrong, credentials had expired, or AWS is asked too often.
    private Page page(Place place, String body) throws InterruptedException {
        boolean isRenewed = false;
        boolean isTimed = false;
        int tries = 1;
        while (true) {
            Lookup found = signIn.credentials();
            if (!(found instanceof Lookup.Found(AwsCredentials credentials))) {
                return found instanceof Lookup.Failed(String message, String fix, _)
                        ? new Page.Failed(message, fix)
                        : new Page.Failed("no AWS credentials were found", "sign in to AWS");
            }
            Reply reply = call(place, body, credentials);
            if (reply instanceof Reply.Answered answer && answer.status() == 200) {
                return read(answer);
            }
            Optional<CostRefusal> refusal =
                    reply instanceof Reply.Answered answer
                            ? Optional.of(CostRefusal.of(answer, credentials.origin()))
                            : Optional.empty();
            String kind = refusal.map(CostRefusal::kind).orElse("");
            if (kind.equals("ExpiredToken") && !isRenewed) {
                isRenewed = true;
                signIn.expired(credentials);
            } else if (OF_TIME.contains(kind)
                    && !isTimed
                    && reply instanceof Reply.Answered answer
                    && time.correct(answer.headers())) {
                isTimed = true;
            } else if (refusal.map(CostRefusal::mayPass).orElse(mayPass(reply))
                    && tries < MOST_TRIES) {
                pause.sleep(Duration.ofSeconds(tries));
                tries++;
            } else {
                return refusal.<Page>map(Page.Refused::new)
                        .orElseGet(() -> unreachable(place, reply));
            }
        }
    }

    private static Page read(Reply.Answered answer) {
        return CredentialText.json(answer.body())
                .<Page>map(Page.Read::new)
                .orElseGet(() -> new Page.Failed(NONSENSE, NONSENSE_FIX));
    }

    private static boolean mayPass(Reply reply) {
        return switch (reply) {
            case Reply.Unreachable(Trouble trouble) -> trouble.mayPass();
            case Reply.Answered _ -> true;
        };
    }

    private static Page unreachable(Place place, Reply reply) {
        Trouble trouble =
                switch (reply) {
                    case Reply.Unreachable(Trouble told) -> told;
                    case Reply.Answered _ -> Trouble.passing("no answer");
                };
        Trouble at = trouble.at(place.address().getHost());
        return new Page.Failed(at.reason(), at.fix());
    }

    private Reply call(Place place, String body, AwsCredentials credentials)
            throws InterruptedException {
        Map<String, String> said = Map.of("Content-Type", TYPE, "X-Amz-Target", TARGET);
        var headers = new HashMap<>(said);
        headers.putAll(
                new RequestSigner(place.region(), SERVICE)
                        .headers(
                                new RequestSigner.Unsigned(
                                        "POST",
                                        place.address(),
                                        said,
                                        List.of(body.getBytes(StandardCharsets.UTF_8))),
                                credentials,
                                time.now()));
        return calls.make(new Call("POST", place.address(), headers, Optional.of(body), LIMIT));
    }

    @Override
    public void close() {
        calls.close();
        signIn.close();
    }
}
