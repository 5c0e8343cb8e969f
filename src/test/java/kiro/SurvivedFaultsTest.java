package kiro;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kiro.testing.AnthropicEvents;
import kiro.testing.AnthropicServer;
import kiro.testing.AwsFrames;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whole runs at each provider, whose first reply, a call, goes wrong: the request is sent again, that is said, and the call is made
/// once.
@Timeout(60)
class SurvivedFaultsTest {
    private static final String ARGUMENTS =
            "{\\\"path\\\":\\\"note.txt\\\",\\\"content\\\":\\\"hello\\\"}";

    @TempDir private Path folder;

    private enum Fault {
        ENDS {
            @Override
            void happen(AnthropicServer.Wire wire, Provider provider) throws IOException {
                wire.head(200, provider.type());
                wire.chunk(half(provider.call()));
                wire.endChunks();
            }
        },
        BREAKS {
            @Override
            void happen(AnthropicServer.Wire wire, Provider provider) throws IOException {
                wire.head(200, provider.type());
                wire.chunk(half(provider.call()));
                wire.reset();
            }
        },
        REFUSES {
            @Override
            void happen(AnthropicServer.Wire wire, Provider provider) throws IOException {
                String body = "{\"error\":{\"message\":\"later\"},\"message\":\"later\"}";
                wire.rawHead(
                        503,
                        Map.of(
                                "Content-Type",
                                "application/json",
                                "Content-Length",
                                "" + body.length()));
                wire.raw(body.getBytes(UTF_8));
            }
        },
        SAYS_AN_ERROR {
            @Override
            void happen(AnthropicServer.Wire wire, Provider provider) throws IOException {
                wire.head(200, provider.type());
                wire.chunk(provider.error());
                wire.endChunks();
            }
        };

        abstract void happen(AnthropicServer.Wire wire, Provider provider) throws IOException;

        /// The first half of the bytes, in the middle of a call's arguments.
        private static byte[] half(byte[] whole) {
            return Arrays.copyOf(whole, whole.length / 2);
        }
    }

    private enum Provider {
        ANTHROPIC,
        BEDROCK,
        CHAT,
        RESPONSES,
        OLLAMA;

        Map<String, String> type() {
            return switch (this) {
                case BEDROCK -> AwsFrames.type();
                case OLLAMA -> Map.of("Content-Type", "application/x-ndjson");
                case ANTHROPIC, CHAT, RESPONSES -> Map.of("Content-Type", "text/event-stream");
            };
        }

        byte[] call() {
            return switch (this) {
                case ANTHROPIC ->
                        bytes(
                                AnthropicEvents.reply()
                                        .call("c1", "write_file", ARGUMENTS.replace("\\", ""))
                                        .end("tool_use"));
                case BEDROCK ->
                        converse(
                                "tool_use",
                                ConverseReplies.call(
                                        "c1", "write_file", ARGUMENTS.replace("\\", "")));
                case CHAT ->
                        chat(
                                "{\"tool_calls\":[{\"index\":0,\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"write_file\",\"arguments\":\"%s\"}}]}"
                                        .formatted(ARGUMENTS),
                                "tool_calls");
                case RESPONSES ->
                        responses(
                                "{\"id\":\"fc_1\",\"type\":\"function_call\",\"call_id\":\"c1\",\"name\":\"write_file\",\"arguments\":\"%s\"}"
                                        .formatted(ARGUMENTS));
                case OLLAMA ->
                        lines(
                                "{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"write_file\",\"arguments\":%s}}]}"
                                        .formatted(ARGUMENTS.replace("\\", "")));
            };
        }

        byte[] says() {
            return switch (this) {
                case ANTHROPIC -> bytes(AnthropicEvents.saying("noted"));
                case BEDROCK -> converse("end_turn", ConverseReplies.says("noted"));
                case CHAT -> chat("{\"content\":\"noted\"}", "stop");
                case RESPONSES ->
                        responses(
                                "{\"id\":\"m_1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"noted\"}]}");
                case OLLAMA -> lines("{\"role\":\"assistant\",\"content\":\"noted\"}");
            };
        }

        /// In the middle of a response that began well.
        byte[] error() {
            return switch (this) {
                case ANTHROPIC ->
                        bytes(AnthropicEvents.reply().error("overloaded_error", "later").events());
                case BEDROCK ->
                        AwsFrames.exception("modelStreamErrorException", "{\"message\":\"later\"}");
                case CHAT ->
                        "data: {\"error\":{\"message\":\"later\",\"type\":\"server_error\",\"code\":503}}\n\n"
                                .getBytes(UTF_8);
                case RESPONSES ->
                        "event: error\ndata: {\"type\":\"error\",\"code\":\"server_error\",\"message\":\"later\"}\n\n"
                                .getBytes(UTF_8);
                case OLLAMA -> "{\"error\":\"later\"}\n".getBytes(UTF_8);
            };
        }

        private static byte[] bytes(List<String> events) {
            return String.join("", events).getBytes(UTF_8);
        }

        private static byte[] converse(String stop, byte[] block) {
            return AwsFrames.joined(
                    List.of(
                            AwsFrames.event("messageStart", "{\"role\":\"assistant\"}"),
                            block,
                            AwsFrames.event("messageStop", "{\"stopReason\":\"" + stop + "\"}"),
                            AwsFrames.event(
                                    "metadata",
                                    "{\"usage\":{\"inputTokens\":9,\"outputTokens\":9,\"totalTokens\":18}}")));
        }

        private static byte[] chat(String delta, String stop) {
            return bytes(
                    List.of(
                            "data: {\"choices\":[{\"index\":0,\"delta\":%s,\"finish_reason\":null}]}\n\n"
                                    .formatted(delta),
                            "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"%s\"}]}\n\n"
                                    .formatted(stop),
                            "data: [DONE]\n\n"));
        }

        private static byte[] responses(String item) {
            String done = "response.output_item.done";
            return bytes(
                    List.of(
                            "event: %s\ndata: {\"type\":\"%s\",\"output_index\":0,\"item\":%s}\n\n"
                                    .formatted(done, done, item),
                            "event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":{\"status\":\"completed\"}}\n\n"));
        }

        private static byte[] lines(String message) {
            return bytes(
                    List.of(
                            "{\"model\":\"m\",\"message\":%s,\"done\":false}\n".formatted(message),
                            "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\"}\n"));
        }

        Map<String, String> environment(String url) {
            return switch (this) {
                case ANTHROPIC ->
                        Map.of(
                                "KIRO_MODEL", "anthropic/claude-sonnet-4-5",
                                "ANTHROPIC_API_KEY", "k-1",
                                "ANTHROPIC_BASE_URL", url);
                case BEDROCK ->
                        Map.of(
                                "KIRO_MODEL",
                                "bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
                                "AWS_REGION",
                                "eu-central-1",
                                "AWS_ACCESS_KEY_ID",
                                "AKIA",
                                "AWS_SECRET_ACCESS_KEY",
                                "s-1",
                                "AWS_ENDPOINT_URL_BEDROCK_RUNTIME",
                                url);
                case CHAT, RESPONSES ->
                        Map.of("KIRO_MODEL", "openai/m", "OPENAI_BASE_URL", url + "/v1");
                case OLLAMA -> Map.of("KIRO_MODEL", "ollama/m", "OLLAMA_HOST", url);
            };
        }
    }

    /// @param note what the call wrote
    private record Ran(Kiro.Result result, String note, int requests) {
        private String out() {
            return result.out() + result.err();
        }
    }

    private Ran run(Provider provider, Fault fault) throws Exception {
        Path place = Files.createDirectories(folder.resolve(provider.name()).resolve("w"));
        TemporaryWorkspace.in(place)
                .with(
                        ".kiro/config.yaml",
                        provider == Provider.RESPONSES ? "openai:\n  api: responses\n" : "");
        try (AnthropicServer server = AnthropicServer.start()) {
            if (provider == Provider.OLLAMA) {
                server.thenStatus(200, Map.of(), "{\"capabilities\":[\"tools\"]}");
            }
            server.then(wire -> fault.happen(wire, provider));
            for (byte[] each : List.of(provider.call(), provider.says())) {
                server.then(wire -> {
                    wire.head(200, provider.type());
                    wire.chunk(each);
                    wire.endChunks();
                });
            }
            Kiro kiro = Kiro.in(place).with("HOME", place.resolveSibling("home").toString());
            provider.environment(server.url().toString()).forEach(kiro::with);
            Kiro.Result result = kiro.run("agent", "note it", "--mode", "autonomous");
            Path note = place.resolve("note.txt");
            return new Ran(
                    result,
                    Files.exists(note) ? Files.readString(note) : "",
                    server.requests().size());
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    @Tag("agent-loop#AC-14")
    void a_run_survives_what_another_try_can_survive_and_says_it(Fault fault) throws Exception {
        var runs = new EnumMap<Provider, Future<Ran>>(Provider.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Provider provider : Provider.values()) {
                Callable<Ran> run = () -> run(provider, fault);
                runs.put(provider, threads.submit(run));
            }
            for (var each : runs.entrySet()) {
                Ran ran = each.getValue().get();

                assertThat(ran.result().code()).as(each.getKey() + "\n" + ran.out()).isZero();
                assertThat(ran.out()).as("" + each.getKey()).containsOnlyOnce("next try in");
                assertThat(ran.note()).as("" + each.getKey()).isEqualTo("hello");
                assertThat(ran.requests())
                        .as("" + each.getKey())
                        .isEqualTo(each.getKey() == Provider.OLLAMA ? 4 : 3);
            }
        }
    }
}
