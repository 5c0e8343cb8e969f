package kiro.knowledge.remote;

import java.util.Set;
import kiro.knowledge.KnowledgeSource.Base;
import kiro.knowledge.remote.JsonClient.Reply;

/// What an error of `Retrieve` means for whoever configured the knowledge base, and what to do about it.
final class BaseFailures {
    private static final Set<String> OF_CREDENTIALS =
            Set.of(
                    "UnrecognizedClient",
                    "InvalidClientTokenId",
                    "IncompleteSignature",
                    "MissingAuthenticationToken",
                    "InvalidSignature",
                    "SignatureDoesNotMatch");

    private BaseFailures() {}

    static String words(Base base, String region, String bearer, Reply.Answered answer) {
        if (answer.status() == 200) {
            return "what came is not what Amazon Bedrock answers: check the endpoint";
        }
        Refusal refusal = Refusal.of(answer);
        return told(base, region, bearer, refusal) + refusal.words();
    }

    private static String told(Base base, String region, String bearer, Refusal refusal) {
        return switch (refusal.kind()) {
            case "AccessDenied" ->
                    "%s may not search it: allow bedrock:Retrieve on the knowledge base %s"
                            .formatted(bearer, base.id());
            case "ResourceNotFound" ->
                    "there is no knowledge base %s in %s for this account: check %s"
                            .formatted(base.id(), region, base.origin());
            case "Throttling", "TooManyRequests" ->
                    "Amazon Bedrock is asked too often just now: try again in a while";
            case "ServiceQuotaExceeded" ->
                    "a quota of the account is used up: see the Service Quotas of Amazon Bedrock in "
                            + region;
            case "DependencyFailed", "BadGateway" -> dependency(refusal.resource());
            case "Conflict" -> "it is being changed: try again in a while";
            case "Validation" ->
                    "the request is refused: a managed knowledge base or other search options may be needed";
            case "ExpiredToken" ->
                    "the credentials of %s have expired: sign in again".formatted(bearer);
            default ->
                    OF_CREDENTIALS.contains(refusal.kind())
                            ? "the credentials of %s are not accepted: check them with 'aws sts get-caller-identity'"
                                    .formatted(bearer)
                            : refusal.mayPass()
                                    ? "Amazon Bedrock fails just now: try again in a while"
                                    : "Amazon Bedrock refuses it";
        };
    }

    private static String dependency(String name) {
        return "what it rests on fails%s: look at its vector store and its model in the console"
                .formatted(name.isEmpty() ? "" : ", " + name);
    }
}
