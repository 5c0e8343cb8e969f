package kiro.knowledge.remote;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import kiro.aws.UriText;
import kiro.knowledge.Found;
import kiro.knowledge.Fusion;
import kiro.knowledge.KnowledgeSource.Base;
import kiro.knowledge.Passage;
import kiro.knowledge.Question;
import kiro.knowledge.Shelf;
import kiro.knowledge.remote.JsonClient.Reply;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Knowledge bases of Amazon Bedrock, asked by `Retrieve`, all at once.
public final class BedrockBases implements Shelf {
    /// The service takes no longer questions.
    private static final int LONGEST_QUESTION = 1_000;

    private final Map<String, Entry> bases;
    private final JsonClient client;
    private final Persistence persistence;
    private final Runnable ending;

    /// A knowledge base, and the way to it.
    ///
    /// @param shut why there is no way, where there is none
    public record Entry(Base base, Optional<AwsDoor> door, String shut) {}

    /// @param bases by the names that the settings give them
    /// @param limit how long an answer may take
    /// @param ending lets go of what the doors hold
    public BedrockBases(
            Map<String, Entry> bases,
            Persistence persistence,
            java.time.Duration limit,
            Runnable ending) {
        this.bases = Map.copyOf(bases);
        this.client = new JsonClient(limit);
        this.persistence = persistence;
        this.ending = ending;
    }

    @Override
    public Found search(Question question, List<String> names, Consumer<String> news)
            throws InterruptedException {
        news.accept("asking " + String.join(", ", names));
        var answers = new ArrayList<Found>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Found>> asked =
                    names.stream()
                            .map(bases::get)
                            .filter(entry -> entry != null)
                            .map(entry -> threads.submit(() -> ask(question, entry)))
                            .toList();
            try {
                for (Future<Found> each : asked) {
                    answers.add(each.get());
                }
            } catch (InterruptedException stopped) {
                asked.forEach(each -> each.cancel(true));
                throw stopped;
            } catch (ExecutionException fault) {
                throw new IllegalStateException(fault.getCause());
            }
        }
        return joined(answers, question.number());
    }

    private static Found joined(List<Found> answers, int number) {
        if (answers.size() == 1) {
            return answers.getFirst();
        }
        return new Found(
                Fusion.of(answers.stream().map(Found::passages).toList(), number).stream()
                        .map(Fusion.Ranked::value)
                        .toList(),
                answers.stream().flatMap(answer -> answer.notes().stream()).toList(),
                answers.stream().allMatch(Found::isWhole));
    }

    private Found ask(Question question, Entry entry) throws InterruptedException {
        Base base = entry.base();
        if (entry.door().isEmpty()) {
            return Found.failed(unasked(base) + entry.shut());
        }
        AwsDoor door = entry.door().get();
        String path = "/knowledgebases/" + UriText.encoded(base.id()) + "/retrieve";
        return switch (door.post(client, persistence, path, body(question))) {
            case AwsDoor.Passage.Shut shut -> Found.failed(unasked(base) + shut.reason());
            case AwsDoor.Passage.Through(Reply reply, String bearer) ->
                    switch (reply) {
                        case Reply.Broken broken -> Found.failed(unasked(base) + broken.reason());
                        case Reply.Answered answer when answer.isGood() -> found(base, answer);
                        case Reply.Answered answer ->
                                Found.failed(
                                        unasked(base)
                                                + BaseFailures.words(
                                                        base, door.region(), bearer, answer));
                    };
        };
    }

    private static String unasked(Base base) {
        return "the knowledge base '%s' gave no answer: ".formatted(base.name());
    }

    private static byte[] body(Question question) {
        String words = question.words();
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putObject("retrievalQuery").put("text", shortened(words));
        body.putObject("retrievalConfiguration")
                .putObject("vectorSearchConfiguration")
                .put("numberOfResults", question.number());
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String shortened(String words) {
        int end = Math.min(words.length(), LONGEST_QUESTION);
        boolean isCut = end < words.length() && Character.isHighSurrogate(words.charAt(end - 1));
        return words.substring(0, isCut ? end - 1 : end);
    }

    private static Found found(Base base, Reply.Answered answer) {
        List<Passage> passages = new RetrievedReader(base.name()).passages(answer.json());
        boolean isStopped = answer.json().path("guardrailAction").asString("").equals("INTERVENED");
        return new Found(
                passages,
                isStopped
                        ? List.of("a guardrail changed what '%s' answers".formatted(base.name()))
                        : List.of(),
                true);
    }

    @Override
    public void close() {
        client.close();
        ending.run();
    }
}
